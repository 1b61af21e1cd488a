import { randomBytes } from 'node:crypto';
import { open, mkdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemErrorCode } from '../errors';

/**
 * Writes a whole file so that after a kill or power cut at any instant there is either the old file
 * or the new one, and once the promise resolves, the new one: temporary file beside it, fsync,
 * rename, fsync of the folder (the recipe of Pillai et al., "All File Systems Are Not Created
 * Equal", OSDI 2014). Missing folders are made.
 */
export async function writeFileDurably(path: string, data: string | Uint8Array): Promise<void> {
  await writeDurably(path, (handle) => handle.writeFile(data));
}

/** As `writeFileDurably`, with the content written by `fill`, piece by piece. */
export async function writeDurably(
  path: string,
  fill: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  await makeFolderDurably(folder);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
  await syncFolder(folder);
}

/** Makes a folder and those above it; the entries of those it made are on disk when it resolves. */
export async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/** Makes the entries of a folder (new, renamed, removed files) durable. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows can't open a folder for syncing; NTFS journals its own entries.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Virus scanners and indexers on Windows hold new files open for a moment; renaming then fails. */
const passingRenameErrors = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renamePauses = [10, 30, 80, 200, 500, 1_000];

export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of renamePauses) {
    try {
      await rename(from, to);
      return;
    } catch (thrown) {
      if (!passingRenameErrors.has(systemErrorCode(thrown) ?? '')) throw thrown;
    }
    await delay(pause);
  }
  await rename(from, to);
}
