import { ArchiveError } from '../archive/errors';

export function interrupted(): ArchiveError {
  return new ArchiveError('cancelled', 'Stopped.');
}

/** Throws `cancelled` once Ctrl+C was pressed. */
function throwIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw interrupted();
}

/** Stops waiting for something that only reads. Throws `cancelled`. */
export async function unlessInterrupted<T>(signal: AbortSignal, reading: Promise<T>): Promise<T> {
  throwIfInterrupted(signal);
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(interrupted());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([reading, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
