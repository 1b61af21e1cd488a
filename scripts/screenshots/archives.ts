import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Scene } from './scene';

const cli = resolve(import.meta.dirname, '../../out/main/press-archive.cjs');
const run = promisify(execFile);

/** How the command line makes each archive. */
const options: Readonly<Record<Scene['archive'], readonly string[] | null>> = {
  none: null,
  empty: ['--institution', 'Northquay Polytechnic'],
  sample: ['--sample'],
};

/** Makes a new archive in `folder` and answers where it is; undefined where a scene needs none. */
export async function makeArchive(
  kind: Scene['archive'],
  folder: string,
): Promise<string | undefined> {
  const how = options[kind];
  if (how === null) return undefined;
  const path = join(folder, kind);
  await run(process.execPath, [cli, 'init', path, ...how]);
  return path;
}
