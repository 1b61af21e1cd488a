import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RawRelease } from './raw-release';

/** null where `dataFolder` has none. */
export async function realReleases(dataFolder: string | null): Promise<RawRelease[] | null> {
  const path = dataFolder === null ? null : join(dataFolder, 'releases/senate-10k.jsonl.gz');
  if (path === null || !existsSync(path)) return null;
  const text = (await promisify(gunzip)(await readFile(path))).toString('utf8');
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as RawRelease);
}
