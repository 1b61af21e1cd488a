import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { besideFinder } from '../../../src/archive/importing/batch/beside';
import { readWith } from '../../../src/archive/importing/file-reading';
import { readers } from '../../../src/archive/importing/readers/table';
import type { GivenFile, ReadRelease } from '../../../src/archive/importing/readers/reader';

/** What comes out of a file; a refusal is a sentence. */
export interface ReadResult {
  readonly releases: readonly ReadRelease[];
  readonly files: readonly GivenFile[];
  readonly refusals: readonly string[];
}

export async function readPath(path: string): Promise<ReadResult> {
  const releases: ReadRelease[] = [];
  const files: GivenFile[] = [];
  const refusals: string[] = [];
  try {
    const file = { name: basename(path), bytes: await readFile(path) };
    const options = { encoding: null, findBeside: besideFinder(path, null), signal: null };
    for await (const item of readWith(readers, file, options)) {
      if (item.kind === 'release') releases.push(item.release);
      else if (item.kind === 'remark' || item.kind === 'recognised') continue;
      else if (item.kind === 'file') files.push(item.file);
      else refusals.push(item.error.message);
    }
  } catch (thrown) {
    refusals.push(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return { releases, files, refusals };
}
