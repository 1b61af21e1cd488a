import { stat, statfs } from 'node:fs/promises';
import { ArchiveError, systemErrorCode } from '../errors';

/** A disk that is filled to the last byte serves nobody. */
const reserveBytes = 20_000_000;

/**
 * Throws `disk-full` (details: folder, needed, free, in bytes) where the disk of `folder` hasn't that
 * much room. `folder` must exist.
 */
export async function requireSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= needed + reserveBytes) return;
  throw new ArchiveError(
    'disk-full',
    `${folder} has room for ${megabytes(free)}, but ${megabytes(needed + reserveBytes)} are needed.`,
    { folder, needed: needed + reserveBytes, free },
  );
}

/** A disk that fills up meanwhile is told in the same way as one that was too full to begin with. */
export function toldAsDiskFull(thrown: unknown, folder: string): unknown {
  const code = systemErrorCode(thrown);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return thrown;
  return new ArchiveError(
    'disk-full',
    `The disk of ${folder} became full; nothing was left behind.`,
    { folder },
    { cause: thrown },
  );
}

/** Whether both lie on one volume, so that a hard link can be tried. */
export async function onOneVolume(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.dev === b.dev;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`;
}
