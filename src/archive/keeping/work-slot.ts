import type { BackupWork } from '../../shared/backup';
import { ArchiveError } from '../errors';
import type { WorkOptions } from './work-options';

export interface WorkListeners {
  /** `finished` is said of every kind of work that began, however it ended. */
  readonly onProgress?:
    ((work: BackupWork, done: number, total: number, finished: boolean) => void) | undefined;
  /** Another kind of work is under way, or none. */
  readonly onChanged?: (() => void) | undefined;
}

interface SlotOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((work: BackupWork, done: number, total: number) => void) | undefined;
}

/** What one piece of work says as it goes from one kind to the next. */
type BeginWork = (kind: BackupWork) => WorkOptions;

/** Lets one piece of work at a time have an archive's backups. */
export class WorkSlot {
  readonly #listeners: WorkListeners;
  #current: { kind: BackupWork; readonly abort: AbortController } | null = null;
  #ended: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(listeners: WorkListeners) {
    this.#listeners = listeners;
  }

  get running(): BackupWork | null {
    return this.#current?.kind ?? null;
  }

  /** Throws `archive-busy`, `archive-not-open`, and what the work throws. */
  async run<T>(
    kind: BackupWork,
    { signal, onProgress }: SlotOptions,
    work: (begin: BeginWork) => Promise<T>,
  ): Promise<T> {
    if (this.#closed) throw new ArchiveError('archive-not-open', 'The archive is closed.');
    if (this.#current !== null) throw busy(this.#current.kind);
    const abort = new AbortController();
    const current = { kind, abort };
    this.#current = current;
    const both = signal === undefined ? abort.signal : AbortSignal.any([signal, abort.signal]);
    const begin: BeginWork = (next) => {
      if (current.kind !== next) this.#finish(current.kind);
      current.kind = next;
      this.#listeners.onChanged?.();
      return {
        signal: both,
        onProgress: (done, total) => {
          onProgress?.(next, done, total);
          this.#listeners.onProgress?.(next, done, total, false);
        },
      };
    };
    const running = Promise.resolve().then(() => work(begin));
    this.#ended = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      this.#current = null;
      this.#finish(current.kind);
      this.#listeners.onChanged?.();
    }
  }

  /** What is under way rejects with `cancelled`, soon. */
  cancel(): void {
    this.#current?.abort.abort();
  }

  /** Cancels, waits until everything is cleaned up, and takes nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.cancel();
    await this.#ended;
  }

  #finish(kind: BackupWork): void {
    this.#listeners.onProgress?.(kind, 1, 1, true);
  }
}

function busy(kind: BackupWork): ArchiveError {
  const what = {
    backup: 'A backup is being made',
    rehearsal: 'A backup is being proven',
    restore: 'A backup is being restored',
  }[kind];
  return new ArchiveError('archive-busy', `${what}; wait until that is done, or cancel it.`);
}
