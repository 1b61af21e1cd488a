import type { Worker } from 'node:worker_threads';
import type { NoticeChannel, Notices } from '../shared/ipc-contract';
import type { Reply } from '../shared/reply';
import type { ArchiveStart } from './archive-start.worker';
import createWorker from './archive-start.worker?nodeWorker';
import { faultOf, type Fault } from './logging/fault';
import type { FromWorker, Question, TaskAnswer, ToWorker, WorkerTask } from './worker-protocol';

export type HearNotice = <N extends NoticeChannel>(notice: N, value: Notices[N]) => void;

/** Main's end of the archive's thread. */
export class ArchiveWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>();
  #count = 0;
  #gone: string | null = null;

  /** `codeFolder`: where compiled code of this user is kept. */
  constructor(codeFolder: string, hear: HearNotice, hearFault: (fault: Fault) => void) {
    const workerData: ArchiveStart = { codeFolder };
    this.#worker = createWorker({ name: 'archive', workerData });
    this.#worker.on('message', (message: FromWorker) => {
      if ('notice' in message) {
        hear(message.notice, message.value);
        return;
      }
      if ('fault' in message) {
        hearFault(message.fault);
        return;
      }
      this.#waiting.get(message.number)?.(message.reply);
      this.#waiting.delete(message.number);
    });
    this.#worker.on('error', (error) => {
      hearFault(faultOf(error));
      this.#fail(error instanceof Error ? error.message : String(error));
    });
    this.#worker.on('exit', () => {
      this.#fail('the thread ended');
    });
  }

  /** Never rejects: failures are values. */
  ask<T extends WorkerTask>(task: T, question: Question<T>): Promise<Reply<TaskAnswer<T>>> {
    if (this.#gone !== null) return Promise.resolve(stopped(this.#gone));
    this.#count += 1;
    const message: ToWorker = { number: this.#count, task, question };
    return new Promise((resolve) => {
      this.#waiting.set(message.number, (reply) => {
        // The worker answers each task with its own type.
        resolve(reply);
      });
      this.#worker.postMessage(message);
    });
  }

  /** Closes the archive and ends the thread. */
  async stop(): Promise<void> {
    await this.ask('close', null);
    this.#gone = 'the program is closing';
    await this.#worker.terminate();
  }

  #fail(reason: string): void {
    this.#gone ??= reason;
    for (const answer of this.#waiting.values()) answer(stopped(reason));
    this.#waiting.clear();
  }
}

function stopped(reason: string): Reply<never> {
  return {
    ok: false,
    error: {
      code: 'unexpected',
      message: `The archive stopped working (${reason}). What was saved is safe; start the program again.`,
      details: { reason },
    },
  };
}
