import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../errors';
import { isSystemFile } from '../packs/export/bagit/file-finder';
import { eachAtOnce } from '../store/each-at-once';
import { filesBelow } from '../store/fixity/files-below';

export interface FileState {
  readonly bytes: number;
  /** Another one as soon as the file was written anew: the archive replaces files, it never edits them. */
  readonly stamp: string;
}

/**
 * Whether a file belongs to what must be kept; `path` is relative to the archive, with '/'. The cache
 * and the second copies of tables can be made again, a lock belongs to a process, temporary files to a writing that is under way.
 */
export function isKept(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isLock = /^lock\.json(?:\..+)?$/.test(path);
  const isTemporary = name.startsWith('.') && name.endsWith('.tmp');
  const isMade = path.startsWith('cache/') || path.startsWith('copies/');
  return !isMade && !isLock && !isTemporary && !isSystemFile(path);
}

/** Photos and source files: named by their digest, they never change. */
export function isOriginal(path: string): boolean {
  return /^(?:photos|sources)\/[0-9a-f]{2}\//.test(path);
}

export function isJournal(path: string): boolean {
  return path.startsWith('journal/');
}

/**
 * The kept files below `folder` that are `wanted`. Links are followed, as the archive itself does:
 * a photos folder may lie on another disk.
 */
export async function keptFiles(
  folder: string,
  wanted: (path: string) => boolean,
): Promise<Map<string, FileState>> {
  const paths = await filesBelow(folder, (path) => isKept(`${path}/`));
  const files = new Map<string, FileState>();
  await eachAtOnce(
    paths.filter((path) => isKept(path) && wanted(path)),
    async (path) => {
      const state = await fileState(join(folder, path));
      if (state !== null) files.set(path, state);
    },
  );
  return files;
}

/** null where there is no such file. */
async function fileState(path: string): Promise<FileState | null> {
  try {
    const entry = await stat(path, { bigint: true });
    if (!entry.isFile()) return null;
    const stamp = [entry.dev, entry.ino, entry.size, entry.mtimeNs].join(':');
    return { bytes: Number(entry.size), stamp };
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
