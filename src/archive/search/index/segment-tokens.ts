import { bufferOf } from './bytes';
import type { SegmentSource } from './segment-sections';
import { byteCounts } from './token-bytes';

/** Documents whose tokens are read one by one before all are read. */
const fewReads = 400;
/** Tokens up to this many bytes are read whole and stay in memory. */
const mostBytes = 1 << 28;
/** Bytes that are read between two questions: about a millisecond. */
const step = 1 << 20;

/**
 * The tokens of a segment's documents: first read from the file one by one; after some questions all of
 * them, a piece between two questions, since reading a hundred thousand releases' at once takes as long
 * as a person notices.
 */
export class SegmentTokens {
  readonly #file: SegmentSource;
  #offsetNumbers: Uint32Array | null = null;
  #reads = 0;
  #all: string | null = null;
  #counts: Uint32Array | null = null;
  #isReadingAhead = false;
  #closed = false;

  constructor(file: SegmentSource) {
    this.#file = file;
  }

  get offsets(): Uint32Array {
    return (this.#offsetNumbers ??= this.#file.numbers('tokenOffsets'));
  }

  /** How often each byte comes; null before all were read. */
  get byteCounts(): Uint32Array | null {
    return this.#counts;
  }

  /** The tokens of all documents, one behind the other; null where they are too many. */
  all(): string | null {
    const length = this.#file.length('tokens');
    if (this.#all === null && length <= mostBytes) {
      this.#keep(bufferOf(this.#file.slice('tokens', 0, length)));
    }
    return this.#all;
  }

  /** A text in which a document's tokens stand from `start` to `end`. */
  of(document: number): readonly [text: string, start: number, end: number] {
    const start = this.offsets[document] ?? 0;
    const end = this.offsets[document + 1] ?? 0;
    if (this.#all !== null) return [this.#all, start, end];
    this.#reads += 1;
    if (this.#reads > fewReads) this.#readAhead();
    const bytes = bufferOf(this.#file.slice('tokens', start, end));
    return [bytes.toString('latin1'), 0, bytes.length];
  }

  close(): void {
    this.#closed = true;
  }

  #readAhead(): void {
    const length = this.#file.length('tokens');
    if (this.#isReadingAhead || length > mostBytes) return;
    this.#isReadingAhead = true;
    const bytes = Buffer.allocUnsafeSlow(length);
    let done = 0;
    const readOn = (): void => {
      if (this.#closed || this.#all !== null) return;
      if (done === length) {
        this.#keep(bytes);
        return;
      }
      const end = Math.min(length, done + step);
      try {
        bytes.set(this.#file.slice('tokens', done, end, bytes.subarray(done, end)), done);
      } catch {
        // The next question that reads from the file says what is wrong with it.
        return;
      }
      done = end;
      setImmediate(readOn).unref();
    };
    setImmediate(readOn).unref();
  }

  #keep(bytes: Buffer): void {
    this.#all = bytes.toString('latin1');
    this.#counts = byteCounts(this.#all);
  }
}
