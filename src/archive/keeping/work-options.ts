import { ArchiveError } from '../errors';

/** What long work of this folder takes. */
export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  /** In files. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Throws `cancelled`. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new ArchiveError('cancelled', 'That was cancelled; nothing was left behind.');
}
