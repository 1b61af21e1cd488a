import { ArchiveError } from '../../errors';

export function cancelled(): ArchiveError {
  return new ArchiveError('cancelled', 'Reading the file was cancelled.');
}

/** Throws `cancelled` once the signal says so. */
export function requireGoingOn(signal: AbortSignal | null): void {
  if (signal?.aborted === true) throw cancelled();
}
