import { typescriptWorker } from '../../harness/typescript-worker';
import type { Answered, Asked, CallName, ThreadCalls, ThreadStart } from './thread-protocol';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The archive's search in its thread; every call is a message there and one back. */
export class SearchThread {
  readonly #worker;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(start: ThreadStart) {
    this.#worker = typescriptWorker(new URL('search-thread.worker.ts', import.meta.url), start);
    this.#worker.on('message', ({ number, answer, error }: Answered) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (error === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(error));
    });
    this.#worker.on('error', (error: Error) => {
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
  }

  async call<Call extends CallName>(
    call: Call,
    argument: ThreadCalls[Call]['argument'],
  ): Promise<ThreadCalls[Call]['answer']> {
    this.#count += 1;
    const asked: Asked = { number: this.#count, call, argument };
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(asked.number, { resolve, reject });
      this.#worker.postMessage(asked);
    });
    return answer as ThreadCalls[Call]['answer'];
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
