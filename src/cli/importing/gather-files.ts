import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { toFailure } from '../../archive/errors';
import type { FileFailure } from './import-result';
import { unreadable } from './input-file';

export interface GatheredFiles {
  /** Absolute, in the order given, no file twice. */
  readonly paths: readonly string[];
  readonly failed: readonly FileFailure[];
}

/**
 * The files that the paths stand for. A folder stands for the files that lie in it, not for those of
 * its own folders; hidden files and what operating systems leave behind are passed over.
 */
export async function gatherFiles(
  given: readonly string[],
  workingFolder: string,
): Promise<GatheredFiles> {
  const paths = new Set<string>();
  const failed: FileFailure[] = [];
  for (const name of given) {
    const path = resolve(workingFolder, name);
    try {
      if (!(await isFolder(path))) paths.add(path);
      else for (const file of await filesIn(path)) paths.add(file);
    } catch (thrown) {
      failed.push({ path, failure: toFailure(unreadable(basename(path), thrown)) });
    }
  }
  return { paths: [...paths], failed };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !isLitter(entry.name))
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

function isLitter(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
}
