import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../../errors';

/** No archive nests folders this deep; a link that leads back up would. */
const deepest = 8;

/**
 * Every file below `folder`, relative and with '/'. Links are followed, as the archive itself does: a
 * photos folder may lie on another disk.
 */
export async function filesBelow(
  folder: string,
  mayEnter: (path: string) => boolean,
): Promise<readonly string[]> {
  const files: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await entriesOf(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const isFolder =
        entry.isDirectory() ||
        (entry.isSymbolicLink() &&
          (await stat(join(folder, path)).catch(() => null))?.isDirectory());
      if (isFolder !== true) files.push(path);
      else if (mayEnter(path) && path.split('/').length < deepest) waiting.push(path);
    }
  }
  return files;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}
