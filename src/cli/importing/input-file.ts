import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ArchiveError, systemErrorCode } from '../../archive/errors';
import { inspectPhoto } from '../../archive/photos/photo-inspection';
import { maxPhotoBytes, maxTextBytes } from '../../shared/intake';

const photoName = /\.(?:jpe?g|png|webp|gif|tiff?|hei[cf]|avif)$/i;

/**
 * The bytes of a file that was named. Nothing larger than the largest photo is read at all; what
 * is smaller is for the archive to judge.
 * Throws `file-unreadable`, `file-too-large`; the message names the file.
 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    const entry = await stat(path);
    if (!entry.isFile()) {
      throw new ArchiveError('file-unreadable', `${name} is not a file.`, { fileName: name });
    }
    if (entry.size > maxPhotoBytes) throw tooLarge(name);
    return await readFile(path);
  } catch (thrown) {
    throw thrown instanceof ArchiveError ? thrown : unreadable(name, thrown);
  }
}

/** By content; a file that only calls itself a photo counts as one, and fails as one later. */
export async function isPhoto(path: string): Promise<boolean> {
  if (photoName.test(path)) return true;
  try {
    return inspectPhoto(await readInputFile(path)) !== null;
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

/** The sentence that the archive has for a file of that size, for one that isn't even read. */
function tooLarge(name: string): ArchiveError {
  const photo = photoName.test(name);
  const limit = Math.round((photo ? maxPhotoBytes : maxTextBytes) / 1024 / 1024);
  return new ArchiveError(
    'file-too-large',
    `${name} is larger than ${limit} MB, the most that a ${photo ? 'photo' : 'text'} may have.`,
    { fileName: name, limit },
  );
}
