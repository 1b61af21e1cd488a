import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { timed } from '../../harness/timing';
import type { Engine } from '../../peers/engine';
import {
  miniSearchDocument,
  miniSearchOptions,
  type MiniSearchIndex,
} from '../../peers/minisearch';
import { Fts5Archive } from './fts5-archive';
import type { Place } from './place';
import { SearchThread } from './search-thread';

/** All engines with all releases in them. */
export interface Engines {
  readonly thread: SearchThread;
  readonly fts5: Fts5Archive | null;
  readonly minisearch: MiniSearchIndex | null;
  readonly slow: ReadonlyMap<string, Engine>;
  readonly built: Built;
}

/** What building and saving took. */
export interface Built {
  /** Milliseconds by engine; ours under `ours`. */
  readonly ms: ReadonlyMap<string, number>;
  readonly saveMs: number;
  readonly savedBytes: number;
  readonly fts5Bytes: number | null;
}

/** The cache in which FTS5 searches: as large as its index. */
const warmCacheMegabytes = 256;

export function indexFolder(place: Place): string {
  return join(place.folder, 'index');
}

export function databaseFile(place: Place): string {
  return join(place.folder, 'fts5.db');
}

export async function buildEngines(place: Place): Promise<Engines> {
  const { n, documents, dataFolder, openDatabase, folder, say } = place;
  await mkdir(indexFolder(place), { recursive: true });
  const ms = new Map<string, number>();
  const note = (engine: string, took: number): void => {
    ms.set(engine, took);
    say(`  ${engine}: built in ${(took / 1_000).toFixed(1)} s`);
  };
  const bodyFile = join(folder, 'bodies');
  const thread = new SearchThread({ dataFolder, count: n, bodyFile });
  note('ours', await thread.call('build', null));
  const saved = await thread.call('save', indexFolder(place));
  let fts5: Fts5Archive | null = null;
  let fts5Bytes: number | null = null;
  if (openDatabase !== null) {
    fts5 = new Fts5Archive(openDatabase, databaseFile(place), warmCacheMegabytes);
    fts5.fill(documents);
    note('FTS5', fts5.index(documents));
    fts5.indexTheRest(documents);
    fts5Bytes = fts5.indexBytes();
  }
  let minisearch: MiniSearchIndex | null = null;
  if (place.minisearch !== null) {
    const index = new place.minisearch(miniSearchOptions);
    const given = documents.map(miniSearchDocument);
    note(
      'MiniSearch',
      await timed(async () => {
        index.addAll(given);
      }),
    );
    minisearch = index;
  }
  const slow = new Map<string, Engine>();
  for (const peer of place.slowPeers) {
    const began = performance.now();
    slow.set(peer.name, await peer.build(documents));
    note(peer.name, performance.now() - began);
  }
  const built: Built = { ms, saveMs: saved.ms, savedBytes: saved.bytes, fts5Bytes };
  return { thread, fts5, minisearch, slow, built };
}

export async function closeEngines({ thread, fts5, slow }: Engines): Promise<void> {
  await thread.stop();
  fts5?.close();
  for (const engine of slow.values()) engine.close();
}
