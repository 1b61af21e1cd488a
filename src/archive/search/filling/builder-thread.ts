import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SegmentData } from '../index/segment-sections';
import type { SearchDocument } from '../search-document';
import type { FromBuilder, ToBuilder } from './builder-protocol';

/** Starts `index-builder.worker.ts`; null where there is no thread to be had. */
export type StartBuilder = () => Worker | null;

/** The name that `electron.vite.config.ts` gives the thread's code. */
const bundled = join(import.meta.dirname, 'index-builder.cjs');

/** The thread of the built program; run from its sources, it has none. */
export const startBundledBuilder: StartBuilder = () =>
  existsSync(bundled) ? new Worker(bundled, { name: 'index builder' }) : null;

/** Documents, and UTF-16 code units of their texts, that are sent together. */
const batchDocuments = 64;
const batchLength = 1 << 19;
/** Batches that are with the thread at the same time: enough for it never to wait for the next. */
const mostUnderWay = 6;

/**
 * This thread's end of another one that makes segments. Whatever happens to that one: it is told by
 * `finish`, and nothing is thrown.
 */
export class BuilderThread {
  /** Ids of the documents that it was given: with it they are lost. */
  readonly given = new Set<string>();
  readonly #worker: Worker;
  readonly #segments: SegmentData[] = [];
  #batch: SearchDocument[] = [];
  #batchLength = 0;
  #underWay = 0;
  #state: 'working' | 'finished' | 'dead' = 'working';
  #ended: () => void = () => undefined;

  /** Null where it can't be started. */
  static start(start: StartBuilder): BuilderThread | null {
    try {
      const worker = start();
      return worker === null ? null : new BuilderThread(worker);
    } catch {
      return null;
    }
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromBuilder) => {
      switch (message.is) {
        case 'built':
          this.#underWay -= 1;
          break;
        case 'segment':
          this.#segments.push(message.data);
          break;
        case 'finished':
          this.#end('finished');
      }
    });
    const die = (): void => {
      this.#end('dead');
    };
    worker.on('messageerror', die).on('error', die).on('exit', die);
  }

  get isDead(): boolean {
    return this.#state === 'dead';
  }

  /** Whether it should get the next document, rather than somebody else. */
  get isHungry(): boolean {
    return this.#state === 'working' && this.#underWay < mostUnderWay;
  }

  give(document: SearchDocument): void {
    this.given.add(document.id);
    this.#batch.push(document);
    this.#batchLength += document.body.length;
    if (this.#batch.length >= batchDocuments || this.#batchLength >= batchLength) this.#send();
  }

  /** The segments of all that it was given, when they are made; null where it died before. */
  async finish(): Promise<readonly SegmentData[] | null> {
    if (this.#batch.length > 0) this.#send();
    if (this.#state === 'working') {
      await new Promise<void>((resolve) => {
        this.#ended = resolve;
        this.#worker.postMessage(null satisfies ToBuilder);
      });
    }
    return this.#state === 'finished' ? this.#segments : null;
  }

  stop(): void {
    this.#end('dead');
    void this.#worker.terminate();
  }

  #send(): void {
    this.#underWay += 1;
    this.#worker.postMessage(this.#batch satisfies ToBuilder);
    this.#batch = [];
    this.#batchLength = 0;
  }

  #end(state: 'finished' | 'dead'): void {
    if (this.#state === 'working') this.#state = state;
    this.#ended();
  }
}
