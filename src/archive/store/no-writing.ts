import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { ReadOnlyReason } from '../../shared/archive-info';
import { ArchiveError } from '../errors';

/* Why an archive can't be written here. */

export async function mayWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function holderActive(
  folder: string,
  holder: { readonly user: string; readonly host: string },
): ArchiveError {
  const { user, host } = holder;
  return new ArchiveError(
    'archive-holder-active',
    `${user || 'Somebody'} on ${host || 'another computer'} may still be at work in the archive in ${folder}, so it can't be taken over yet.`,
    { folder, user, host },
  );
}

export function readOnlyError(folder: string, reason: ReadOnlyReason | null): ArchiveError {
  const because =
    reason?.why === 'locked'
      ? `${reason.user || 'somebody'} on ${reason.host} has had it open since ${reason.since}`
      : reason?.why === 'newer-format'
        ? 'a newer version of the program made it'
        : reason?.why === 'requested'
          ? 'it was opened for reading only'
          : "this computer doesn't allow writing to its folder";
  return new ArchiveError(
    'archive-read-only',
    `The archive in ${folder} can only be read: ${because}.`,
    { folder },
  );
}
