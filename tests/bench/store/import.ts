import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchive } from '../../../src/archive/archive';
import { LoopMeter } from '../harness/loop-meter';
import { pause, timed } from '../harness/timing';
import type { ReleaseMaterial } from '../material/releases';
import { createReleaseTable, sqliteReleases } from '../peers/sqlite-releases';
import type { Database } from '../peers/sqlite';
import { batchSize } from './sizes';

export interface OurImport {
  /** Releases a second until each of them is safe from a power cut. */
  readonly rate: number;
  /** The most that the journal had at any time. */
  readonly journalMegabytes: number;
  /** Of `save()` right afterwards: shards and Markdown files brought up to date. */
  readonly saveMs: number;
  readonly closeMs: number;
  /** Longest block of the thread in which the archive ran. */
  readonly longestBlockMs: number;
  /** Releases a second with everything in its last place and the archive closed. */
  readonly restedRate: number;
}

/** Files `count` releases into a new archive in `folder`. */
export async function importOurs(
  folder: string,
  material: ReleaseMaterial,
  count: number,
): Promise<OurImport> {
  const archive = await createArchive(folder, { name: 'Bench', otherNames: [] });
  const meter = new LoopMeter();
  const stopWatching = watchSize(join(folder, 'journal'));
  const importMs = await timed(async () => {
    for (let start = 0; start < count; start += batchSize) {
      const batch = Array.from({ length: Math.min(batchSize, count - start) }, (_, index) =>
        archive.releases.file(material.content(start + index), null),
      );
      await Promise.all(batch);
    }
  });
  const journalMegabytes = await stopWatching();
  const saveMs = await timed(() => archive.save());
  const closeMs = await timed(() => archive.close());
  return {
    rate: (count / importMs) * 1_000,
    journalMegabytes,
    saveMs,
    closeMs,
    longestBlockMs: meter.stop(),
    restedRate: (count / (importMs + saveMs + closeMs)) * 1_000,
  };
}

/** Releases a second, one transaction for each batch. */
export function importSqlite(database: Database, material: ReleaseMaterial, count: number): number {
  createReleaseTable(database);
  const releases = sqliteReleases(database);
  const began = performance.now();
  for (let start = 0; start < count; start += batchSize) {
    releases.together(() => {
      for (let index = start; index < Math.min(start + batchSize, count); index += 1) {
        releases.insert(sqliteId(index), material.content(index));
      }
    });
  }
  return (count / (performance.now() - began)) * 1_000;
}

/** As long as a UUID, and as ours ascending in the order of filing. */
export function sqliteId(index: number): string {
  return `0190a6c0-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

/** Looks at a folder now and then; the answered function stops it and tells the most megabytes. */
function watchSize(folder: string): () => Promise<number> {
  let most = 0;
  const stop = new AbortController();
  const watched = (async () => {
    while (!stop.signal.aborted) {
      await pause(100);
      most = Math.max(most, await folderMegabytes(folder));
    }
  })();
  return async () => {
    stop.abort();
    await watched;
    return most;
  };
}

async function folderMegabytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder)) {
    // It may have been removed meanwhile.
    const entry = await stat(join(folder, name)).catch(() => null);
    bytes += entry?.size ?? 0;
  }
  return bytes / 1e6;
}
