import { dirname, basename, join } from 'node:path';
import { systemErrorCode } from '../errors';
import { realFiles, type FileLayer, type OpenFile } from './file-layer';

/**
 * Writes a whole file so that after a kill or power cut at any instant there is either the old file
 * or the new one, and once the promise resolves, the new one: temporary file beside it, fsync,
 * rename, fsync of the folder (the recipe of Pillai et al., "All File Systems Are Not Created
 * Equal", OSDI 2014). Missing folders are made.
 */
export async function writeFileDurably(
  path: string,
  data: string | Uint8Array,
  files: FileLayer = realFiles,
): Promise<void> {
  await makeFolderDurably(dirname(path), files);
  await replaceFile(path, data, files);
  await syncFolder(dirname(path), files);
}

/**
 * Writes a file whose folder is there, in place if it is new: one whose content the journal has until
 * the folder was fsynced too, so that nobody relies on a part of it. One that exists is replaced.
 */
export async function writeNewFile(
  path: string,
  data: string | Uint8Array,
  files: FileLayer,
): Promise<void> {
  let handle: OpenFile;
  try {
    handle = await files.open(path, 'wx');
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'EEXIST') throw thrown;
    await replaceFile(path, data, files);
    return;
  }
  try {
    await writeAndClose(handle, data);
  } catch (thrown) {
    await files.rm(path).catch(() => undefined);
    throw thrown;
  }
}

/** Names that `writeFileDurably` gives to files that aren't whole yet. */
export const temporaryName = /^\..+\.[0-9a-f]{12}\.tmp$/;

/**
 * As `writeFileDurably`, in a folder that is there and is fsynced by the caller; of data in pieces, one
 * behind the other.
 */
export async function replaceFile(
  path: string,
  data: string | Uint8Array | readonly Uint8Array[],
  files: FileLayer,
): Promise<void> {
  // Opened as one that isn't there yet, so that it need not be beyond guessing.
  const random = Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
  const temporary = join(dirname(path), `.${basename(path)}.${random}.tmp`);
  try {
    await writeAndClose(await files.open(temporary, 'wx'), data);
    await renamePatiently(temporary, path, files);
  } catch (thrown) {
    // What went wrong first is what the caller must hear of.
    await files.rm(temporary).catch(() => undefined);
    throw thrown;
  }
}

async function writeAndClose(
  handle: OpenFile,
  data: string | Uint8Array | readonly Uint8Array[],
): Promise<void> {
  try {
    if (typeof data === 'string' || data instanceof Uint8Array) await handle.writeFile(data);
    else for (const piece of data) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it; the entries of those it made are on disk when it resolves. */
export async function makeFolderDurably(
  folder: string,
  files: FileLayer = realFiles,
): Promise<void> {
  const first = await files.mkdir(folder);
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made), files);
  }
}

/**
 * How file systems say that they don't fsync folders at all, where nothing is to be done: network and
 * FUSE drives that don't open a folder as a file (EISDIR, EACCES, EPERM), or open it and refuse the
 * fsync (EINVAL, EBADF, EISDIR and "not supported" under its three names). PostgreSQL lets the same
 * pass. Everything else, EIO and ENOSPC above all, is an fsync that failed.
 */
const cannotSyncFolders = new Set([
  'EISDIR',
  'EACCES',
  'EPERM',
  'EINVAL',
  'EBADF',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
]);

/** Makes the entries of a folder (new, renamed, removed files) durable, where that can be had. */
export async function syncFolder(folder: string, files: FileLayer = realFiles): Promise<void> {
  // Windows can't open a folder for syncing; NTFS journals its own entries.
  if (process.platform === 'win32') return;
  try {
    const handle = await files.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (!cannotSyncFolders.has(systemErrorCode(thrown) ?? '')) throw thrown;
  }
}

/** Makes the content of a file durable that was written without. */
export async function syncFile(path: string, files: FileLayer = realFiles): Promise<void> {
  const handle = await files.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Virus scanners and indexers on Windows hold new files open for a moment; renaming then fails. */
const passingRenameErrors = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renamePauses = [10, 30, 80, 200, 500, 1_000];

export async function renamePatiently(
  from: string,
  to: string,
  files: FileLayer = realFiles,
): Promise<void> {
  for (const pause of renamePauses) {
    try {
      await files.rename(from, to);
      return;
    } catch (thrown) {
      if (!passingRenameErrors.has(systemErrorCode(thrown) ?? '')) throw thrown;
    }
    await files.pause(pause);
  }
  await files.rename(from, to);
}
