import { typescriptWorker } from '../../harness/typescript-worker';
import { MessageThread } from './message-thread';
import type { CallName, ThreadCalls, ThreadStart } from './thread-protocol';

/** The archive's search in its thread. */
export class SearchThread {
  readonly #thread: MessageThread;

  constructor(start: ThreadStart) {
    const module = new URL('search-thread.worker.ts', import.meta.url);
    this.#thread = new MessageThread(typescriptWorker(module, start));
  }

  async call<Call extends CallName>(
    call: Call,
    argument: ThreadCalls[Call]['argument'],
  ): Promise<ThreadCalls[Call]['answer']> {
    return (await this.#thread.ask({ call, argument })) as ThreadCalls[Call]['answer'];
  }

  async stop(): Promise<void> {
    await this.#thread.stop();
  }
}
