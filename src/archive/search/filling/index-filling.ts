import { setImmediate as turn } from 'node:timers/promises';
import { SegmentBuilder } from '../index/segment-builder';
import type { SegmentData } from '../index/segment-sections';
import type { SearchDocument } from '../search-document';
import { BuilderThread, type StartBuilder } from './builder-thread';
import { finishSegment, slice } from './finish-segment';

/** From so many documents on a second thread is worth its start. */
const worthAThread = 2_000;

export type Documents = AsyncIterable<SearchDocument> | Iterable<SearchDocument>;

/** What an index is filled with. */
export interface DocumentSource {
  /** About how many there are. */
  readonly count: number;
  /** Goes through them; once more where a thread that was given some of them dies. */
  readonly documents: () => Documents;
}

/**
 * Makes segments of many documents. Of a large archive another thread makes half of them: it gets as
 * many documents as it can take, this one does the others.
 */
export class IndexFilling {
  readonly #take: (data: SegmentData) => Promise<void>;
  readonly #start: StartBuilder;
  #builder = new SegmentBuilder();
  #thread: BuilderThread | null = null;
  #stopped = false;

  /** `take` gets every segment once its documents won't come in another one. */
  constructor(take: (data: SegmentData) => Promise<void>, start: StartBuilder) {
    this.#take = take;
    this.#start = start;
  }

  async run({ count, documents }: DocumentSource): Promise<void> {
    const thread = count < worthAThread ? null : BuilderThread.start(this.#start);
    this.#thread = thread;
    try {
      await this.#add(documents(), (document) => {
        if (thread?.isHungry === true) thread.give(document);
        else this.#builder.add(document);
      });
      if (thread === null) {
        await this.#takeOwn();
        return;
      }
      const making = thread.finish();
      await this.#takeOwn();
      const made = await making;
      if (this.#stopped) return;
      if (made === null) await this.#addLost(documents(), thread.given);
      else for (const data of made) await this.#take(data);
    } finally {
      thread?.stop();
    }
  }

  /** Nothing is made any more. */
  stop(): void {
    this.#stopped = true;
    this.#thread?.stop();
  }

  async #addLost(documents: Documents, lost: ReadonlySet<string>): Promise<void> {
    await this.#add(documents, (document) => {
      if (lost.has(document.id)) this.#builder.add(document);
    });
    await this.#takeOwn();
  }

  async #add(documents: Documents, add: (document: SearchDocument) => void): Promise<void> {
    let until = performance.now() + slice;
    for await (const document of documents) {
      if (this.#stopped) return;
      add(document);
      if (this.#builder.isFull) await this.#takeOwn();
      if (performance.now() > until) {
        await turn();
        until = performance.now() + slice;
      }
    }
  }

  async #takeOwn(): Promise<void> {
    if (this.#stopped || this.#builder.size === 0) return;
    const builder = this.#builder;
    this.#builder = new SegmentBuilder();
    await this.#take(await finishSegment(builder));
  }
}
