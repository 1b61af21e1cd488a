import { startWorker } from '../../harness/worker';
import { MessageThread } from './message-thread';
import type {
  Fts5Built,
  Fts5InThread,
  MiniSearchInThread,
  PeerName,
  PeerStart,
} from './peer-protocol';

/** The peers in a thread of their own. */
export class PeerThread {
  readonly #thread: MessageThread;
  readonly fts5: Fts5InThread | null;
  readonly minisearch: MiniSearchInThread | null;

  private constructor(thread: MessageThread, peers: readonly PeerName[]) {
    this.#thread = thread;
    const has = (peer: PeerName): boolean => peers.includes(peer);
    this.fts5 = has('fts5') ? (this.#asking('fts5') as Fts5InThread) : null;
    this.minisearch = has('minisearch') ? (this.#asking('minisearch') as MiniSearchInThread) : null;
  }

  static async start(start: PeerStart): Promise<PeerThread> {
    const worker = await startWorker('search/speed/peer-thread.worker.ts', start);
    return new PeerThread(new MessageThread(worker), start.peers);
  }

  async buildFts5(): Promise<Fts5Built> {
    return (await this.#thread.ask({ peer: 'fts5', method: 'build', given: [] })) as Fts5Built;
  }

  /** Answers milliseconds. */
  async buildMiniSearch(): Promise<number> {
    return (await this.#thread.ask({ peer: 'minisearch', method: 'build', given: [] })) as number;
  }

  async stop(): Promise<void> {
    await this.#thread.stop();
  }

  /** Every method of a peer, as a message to it. */
  #asking(peer: PeerName): object {
    const known = new Map<string | symbol, (...given: readonly unknown[]) => Promise<unknown>>();
    return new Proxy(
      {},
      {
        get: (_target, method) => {
          let ask = known.get(method);
          if (ask === undefined) {
            ask = (...given) => this.#thread.ask({ peer, method: String(method), given });
            known.set(method, ask);
          }
          return ask;
        },
      },
    );
  }
}
