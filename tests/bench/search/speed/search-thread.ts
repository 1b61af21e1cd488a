import { startWorker } from '../../harness/worker';
import { MessageThread } from './message-thread';
import type { CallName, ThreadCalls, ThreadStart } from './thread-protocol';

/** The archive's search in its thread. */
export class SearchThread {
  readonly #thread: MessageThread;

  private constructor(thread: MessageThread) {
    this.#thread = thread;
  }

  static async start(start: ThreadStart): Promise<SearchThread> {
    const worker = await startWorker('search/speed/search-thread.worker.ts', start);
    return new SearchThread(new MessageThread(worker));
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
