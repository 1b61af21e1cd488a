import { randomBytes } from 'node:crypto';
import { dirname, basename, join } from 'node:path';
import { systemErrorCode } from '../errors';
import { eachAtOnce } from './each-at-once';
import { realFiles, type FileLayer } from './file-layer';

export interface FileToWrite {
  readonly path: string;
  /** Called when the file's turn has come, so that not all contents are in memory at once. */
  readonly content: () => string | Uint8Array;
}

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
  await writeFilesDurably([{ path, content: () => data }], files);
}

/**
 * As `writeFileDurably` for many files: several are under way at once, and each folder is fsynced
 * once for all its files. No order holds among the files.
 */
export async function writeFilesDurably(
  toWrite: readonly FileToWrite[],
  files: FileLayer = realFiles,
): Promise<void> {
  const folders = [...new Set(toWrite.map((file) => dirname(file.path)))];
  for (const folder of folders) await makeFolderDurably(folder, files);
  await eachAtOnce(toWrite, (file) => replaceFile(file, files));
  await eachAtOnce(folders, (folder) => syncFolder(folder, files));
}

/** Names that `writeFileDurably` gives to files that aren't whole yet. */
export const temporaryName = /^\..+\.[0-9a-f]{12}\.tmp$/;

async function replaceFile({ path, content }: FileToWrite, files: FileLayer): Promise<void> {
  const random = randomBytes(6).toString('hex');
  const temporary = join(dirname(path), `.${basename(path)}.${random}.tmp`);
  try {
    const handle = await files.open(temporary, 'wx');
    try {
      await handle.writeFile(content());
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, path, files);
  } catch (thrown) {
    // What went wrong first is what the caller must hear of.
    await files.rm(temporary).catch(() => undefined);
    throw thrown;
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
