import { open, readFile, stat } from 'node:fs/promises';
import { ArchiveError, systemErrorCode } from '../../errors';
import { inspectPhoto } from '../../photos/photo-inspection';
import { maxFileBytes } from '../../../shared/intake';
import { nameOfPath, systemPath } from './system-path';

const photoName = /\.(?:jpe?g|png|webp|gif|tiff?|hei[cf]|avif)$/i;

/**
 * The bytes of a file that was named. Nothing larger than the largest export is read at all; what
 * is smaller is for its reader to judge.
 * Throws `file-unreadable`, `file-too-large`; the message names the file.
 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  const name = nameOfPath(path);
  const target = systemPath(path);
  try {
    const entry = await stat(target);
    if (!entry.isFile()) {
      throw new ArchiveError('file-unreadable', `${name} is not a file.`, { fileName: name });
    }
    if (entry.size > maxFileBytes) throw tooLarge(name);
    return await readFile(target);
  } catch (thrown) {
    throw thrown instanceof ArchiveError ? thrown : unreadable(name, thrown);
  }
}

/** So much of a file says whether it is a photo. */
const headBytes = 64 * 1024;

/** By content; a file that only calls itself a photo counts as one, and fails as one later. */
export async function isPhoto(path: string): Promise<boolean> {
  if (photoName.test(path)) return true;
  try {
    const handle = await open(systemPath(path), 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
      return inspectPhoto(buffer.subarray(0, bytesRead)) !== null;
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads it next says why it can't be read.
    return false;
  }
}

export function unreadable(name: string, thrown: unknown): ArchiveError {
  return new ArchiveError(
    'file-unreadable',
    `${name} ${reasons[systemErrorCode(thrown) ?? ''] ?? "can't be read"}.`,
    { fileName: name },
    { cause: thrown },
  );
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: "can't be read, since this computer doesn't allow it",
  EPERM: "can't be read, since this computer doesn't allow it",
  EIO: "can't be read, since the disk reported an error",
};

function tooLarge(name: string): ArchiveError {
  const limit = Math.round(maxFileBytes / 1024 / 1024);
  return new ArchiveError(
    'file-too-large',
    `${name} is larger than ${limit} MB, the most that a file may have.`,
    { fileName: name, limit },
  );
}
