import type { ResourceLimits, Worker } from 'node:worker_threads';
import type { Failure } from '../../shared/reply';
import { ArchiveError, systemErrorCode } from '../errors';
import type { FileReading } from './file-reading';
import { cancelled, requireGoingOn } from './readers/cancelled';
import type { FileItem, GivenFile, ReadingOptions } from './readers/reader';
import {
  movable,
  type FromReadingThread,
  type ReadItemMessage,
  type ToReadingThread,
} from './reading-protocol';

/** What a thread may take; beyond it Node ends the thread, not the program. */
export const readingThreadLimits: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

interface ReadingThreadSettings {
  /** Starts a worker that calls `serveReading`, with `readingThreadLimits`. */
  readonly startThread: () => Worker;
  /** A reader without a sign of progress for so many milliseconds is ended. */
  readonly patienceMs?: number;
  /** A thread without a file for so many milliseconds is ended. */
  readonly idleMs?: number;
}

type Answer = Extract<FromReadingThread, { kind: 'item' | 'end' | 'failure' }>;

/**
 * Reads files in a thread of its own, one after the other: a file that takes all memory, never comes to
 * an end or crashes its reader fails alone. The thread starts with the first file and ends when there
 * was none for a while.
 */
export class ReadingThread implements FileReading {
  readonly #startThread: () => Worker;
  readonly #patienceMs: number;
  readonly #idleMs: number;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor({ startThread, patienceMs = 60_000, idleMs = 30_000 }: ReadingThreadSettings) {
    this.#startThread = startThread;
    this.#patienceMs = patienceMs;
    this.#idleMs = idleMs;
  }

  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<FileItem> {
    const before = this.#last;
    let done = (): void => undefined;
    this.#last = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await before;
      requireGoingOn(options.signal);
      if (this.#isClosed) throw new ArchiveError('cancelled', 'The archive was closed.');
      yield* this.#readNow(file, options);
    } finally {
      this.#rest();
      done();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
  }

  async *#readNow(file: GivenFile, options: ReadingOptions): AsyncGenerator<FileItem> {
    const worker = this.#wake();
    const moved = new Set<ArrayBuffer>();
    const given = { ...file, bytes: movable(file.bytes, moved) };
    const { encoding, context } = options;
    const settings = { encoding, ...(context === undefined ? {} : { context }) };
    post(worker, { kind: 'read', file: given, ...settings }, moved);
    let isUnderWay = true;
    try {
      for (;;) {
        const answer = await this.#next(worker, file.name, options);
        isUnderWay = answer.kind === 'item';
        if (answer.kind === 'end') return;
        if (answer.kind === 'failure') throw errorOf(answer.failure);
        yield toItem(answer.item);
      }
    } catch (thrown) {
      isUnderWay = false;
      throw thrown;
    } finally {
      if (isUnderWay && this.#worker === worker) post(worker, { kind: 'stop' });
    }
  }

  /** The answer to 'next'. The clock of patience stands still while somebody else is asked. */
  async #next(worker: Worker, fileName: string, options: ReadingOptions): Promise<Answer> {
    const answered = new Answered();
    let clock: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(clock);
      clock = setTimeout(() => {
        answered.reject(tooSlow(fileName, this.#patienceMs));
      }, this.#patienceMs);
    };
    const onMessage = (message: FromReadingThread): void => {
      switch (message.kind) {
        case 'progress':
          options.onProgress?.();
          wait();
          return;
        case 'find-beside':
          clearTimeout(clock);
          void found(options, message.path).then((file) => {
            wait();
            const moved = new Set<ArrayBuffer>();
            const given = file === null ? null : { ...file, bytes: movable(file.bytes, moved) };
            post(worker, { kind: 'beside', number: message.number, file: given }, moved);
          });
          return;
        case 'item':
        case 'end':
        case 'failure':
          answered.resolve(message);
      }
    };
    const onError = (error: unknown): void => {
      answered.reject(crash(fileName, error));
    };
    const onExit = (): void => {
      answered.reject(crash(fileName, null));
    };
    const onAbort = (): void => {
      answered.reject(cancelled());
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    options.signal?.addEventListener('abort', onAbort);
    wait();
    try {
      requireGoingOn(options.signal);
      post(worker, { kind: 'next' });
      return await answered.promise;
    } catch (thrown) {
      // It may be in the midst of anything.
      await this.#end();
      throw thrown;
    } finally {
      clearTimeout(clock);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      options.signal?.removeEventListener('abort', onAbort);
    }
  }

  #wake(): Worker {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#worker === null) {
      const worker = this.#startThread();
      const forget = (): void => {
        if (this.#worker === worker) this.#worker = null;
      };
      // A crash between two files; one within a file is told where it's waited for.
      worker.on('error', forget).on('exit', forget);
      this.#worker = worker;
    }
    this.#worker.ref();
    return this.#worker;
  }

  /** A thread that rests keeps no process from ending. */
  #rest(): void {
    if (this.#worker === null) return;
    this.#worker.unref();
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#end(), this.#idleMs).unref();
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    await worker?.terminate();
  }
}

class Answered {
  readonly promise: Promise<Answer>;
  #resolve!: (answer: Answer) => void;
  #reject!: (error: ArchiveError) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // It may be refused while nobody waits for it yet.
    this.promise.catch(() => undefined);
  }

  resolve(answer: Answer): void {
    this.#resolve(answer);
  }

  reject(error: ArchiveError): void {
    this.#reject(error);
  }
}

async function found(options: ReadingOptions, path: string): Promise<GivenFile | null> {
  try {
    return await options.findBeside(path);
  } catch {
    return null;
  }
}

function post(worker: Worker, message: ToReadingThread, moved: Iterable<ArrayBuffer> = []): void {
  worker.postMessage(message, [...moved]);
}

function toItem(item: ReadItemMessage): FileItem {
  return item.kind === 'failed'
    ? { kind: 'failed', name: item.name, error: errorOf(item.failure) }
    : item;
}

function errorOf({ code, message, details }: Failure): ArchiveError {
  return new ArchiveError(code, message, details);
}

function tooSlow(fileName: string, patienceMs: number): ArchiveError {
  return new ArchiveError(
    'file-too-complex',
    `${fileName} takes more time than a release ever should; it isn't read.`,
    { fileName, seconds: Math.round(patienceMs / 1000) },
  );
}

function crash(fileName: string, cause: unknown): ArchiveError {
  if (systemErrorCode(cause) === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ArchiveError(
      'file-too-complex',
      `${fileName} takes more memory than a release ever should; it isn't read.`,
      { fileName },
      { cause },
    );
  }
  return new ArchiveError('file-unreadable', `${fileName} can't be read.`, { fileName }, { cause });
}
