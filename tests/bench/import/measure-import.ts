import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchive } from '../../../src/archive/archive';
import { defaultImportOptions } from '../../../src/shared/importing';
import type { ReleaseMaterial } from '../material/releases';
import type { FileMaker } from './made-files';

export interface Imported {
  readonly releases: number;
  readonly failed: number;
  /** Releases a second, each of them safe on disk and found by a search. */
  readonly rate: number;
  /** The same files only read and hashed. */
  readonly readingRate: number;
  /** Of the whole import. */
  readonly seconds: number;
}

/** Writes `count` releases as files of a format, and imports the folder into a new archive. */
export async function measureImport(
  maker: FileMaker,
  material: ReleaseMaterial,
  count: number,
  scratch: string,
): Promise<Imported> {
  const inbox = join(scratch, `${maker.extension}-${String(count)}`);
  await mkdir(inbox);
  for (let at = 0; at < count; at += maker.perFile) {
    const releases = Array.from({ length: Math.min(maker.perFile, count - at) }, (_, index) =>
      material.content(at + index),
    );
    await writeFile(join(inbox, `${String(at)}.${maker.extension}`), await maker.make(releases));
  }
  return measureFolder(inbox, join(scratch, `archive-${maker.extension}-${String(count)}`));
}

export async function measureFolder(inbox: string, archiveFolder: string): Promise<Imported> {
  const readBegan = performance.now();
  for (const name of await readdir(inbox)) {
    createHash('sha256')
      .update(await readFile(join(inbox, name)))
      .digest();
  }
  const readMs = performance.now() - readBegan;
  const archive = await createArchive(archiveFolder, { name: 'Bench', otherNames: [] });
  const began = performance.now();
  const summary = await archive.imports.run({
    paths: [inbox],
    options: defaultImportOptions,
    signal: new AbortController().signal,
    workingFolder: '/',
    dryRun: false,
  });
  const ms = performance.now() - began;
  await archive.close();
  const releases = summary.filed + summary.needsLook + summary.alreadyHere;
  return {
    releases,
    failed: summary.failed,
    rate: (releases / ms) * 1000,
    readingRate: (releases / readMs) * 1000,
    seconds: ms / 1000,
  };
}
