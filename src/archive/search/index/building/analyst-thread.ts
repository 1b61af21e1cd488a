import type { Worker } from 'node:worker_threads';
import type { Analyst, AnalystTask, AnalystTasks, Pending } from './analyst';

/** What a thread is asked; it answers in the order in which it was asked. */
export interface AskedOfThread {
  readonly task: AnalystTask;
  readonly given: unknown;
}

/** A thread that takes texts apart ended, or couldn't begin; a segment can be made without it. */
export class AnalystThreadLost extends Error {}

/** An analyst in a thread of its own. */
export class AnalystThread implements Analyst {
  readonly #worker: Worker;
  readonly #asked: Answered[] = [];
  readonly isHere = false;
  #lost: AnalystThreadLost | null = null;

  /** `worker` runs `indexing.worker.ts`. */
  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: unknown) => {
      this.#asked.shift()?.resolve(answer);
      // A thread that rests keeps no process from ending.
      if (this.#asked.length === 0) worker.unref();
    });
    worker.on('error', (cause) => {
      this.#lose(new AnalystThreadLost('a thread that makes the index failed', { cause }));
    });
    worker.on('exit', () => {
      this.#lose(new AnalystThreadLost('a thread that makes the index ended'));
    });
    worker.unref();
  }

  get waiting(): number {
    return this.#asked.length;
  }

  get progress(): Promise<unknown> | null {
    return this.#asked[0]?.promise.catch(() => undefined) ?? null;
  }

  ask<Task extends AnalystTask>(
    task: Task,
    given: AnalystTasks[Task]['given'],
  ): Pending<AnalystTasks[Task]['answer']> {
    // At once, so that nobody reads a whole archive for an index that can't be finished.
    if (this.#lost !== null) throw this.#lost;
    const answered = new Answered();
    this.#asked.push(answered);
    this.#worker.ref();
    this.#worker.postMessage({ task, given } satisfies AskedOfThread);
    // The thread answers each task with its own type.
    return whenThere(answered) as Pending<AnalystTasks[Task]['answer']>;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #lose(error: AnalystThreadLost): void {
    this.#lost ??= error;
    for (const asked of this.#asked.splice(0)) asked.reject(this.#lost);
  }
}

class Answered {
  answer: unknown = undefined;
  readonly promise: Promise<unknown>;
  resolve!: (answer: unknown) => void;
  reject!: (error: Error) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = (answer) => {
        this.answer = answer;
        resolve(answer);
      };
      this.reject = reject;
    });
    // It may be refused while nobody waits for it yet.
    this.promise.catch(() => undefined);
  }
}

/** Whoever awaits what is yielded hears that the thread was lost. */
function* whenThere(answered: Answered): Pending<unknown> {
  yield answered.promise;
  return answered.answer;
}
