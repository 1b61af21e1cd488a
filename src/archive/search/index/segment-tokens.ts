import { bufferOf } from './bytes';
import type { SegmentSource } from './segment-sections';
import { byteCounts, tokenTextOf, type TokenText } from './token-bytes';
import { TokenMemory } from './token-memory';

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
  #all: TokenMemory | null = null;
  #lacksMemory = false;
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

  /** The tokens of all documents; null where they are too many, or there is no memory for them. */
  all(): TokenMemory | null {
    if (this.#all !== null) return this.#all;
    const room = this.#room();
    if (room === null) return null;
    const { tokens } = room;
    const read = this.#file.slice('tokens', 0, tokens.length, tokens);
    if (read.buffer !== tokens.buffer) tokens.set(read);
    this.#keep(room);
    return room;
  }

  /** A document's tokens, each byte a character. */
  of(document: number): string {
    if (this.#all !== null) return this.#all.text(document);
    this.#reads += 1;
    if (this.#reads > fewReads) this.#readAhead();
    const start = this.offsets[document] ?? 0;
    const end = this.offsets[document + 1] ?? 0;
    return bufferOf(this.#file.slice('tokens', start, end)).toString('latin1');
  }

  textOf(document: number): TokenText {
    return this.#all?.tokenText(document) ?? tokenTextOf(this.of(document));
  }

  /** Says that these documents will be asked for next. */
  expect(documents: readonly number[]): void {
    this.#all?.expect(documents);
  }

  close(): void {
    this.#closed = true;
  }

  #readAhead(): void {
    if (this.#isReadingAhead) return;
    this.#isReadingAhead = true;
    const room = this.#room();
    if (room === null) return;
    const { tokens } = room;
    const { length } = tokens;
    let done = 0;
    const readOn = (): void => {
      if (this.#closed || this.#all !== null) return;
      if (done === length) {
        this.#keep(room);
        return;
      }
      const end = Math.min(length, done + step);
      const piece = tokens.subarray(done, end);
      try {
        const read = this.#file.slice('tokens', done, end, piece);
        if (read.buffer !== tokens.buffer) piece.set(read);
      } catch {
        // The next question that reads from the file says what is wrong with it.
        return;
      }
      done = end;
      setImmediate(readOn).unref();
    };
    setImmediate(readOn).unref();
  }

  /** Where all tokens go. */
  #room(): TokenMemory | null {
    const length = this.#file.length('tokens');
    if (length > mostBytes || this.#lacksMemory) return null;
    try {
      return new TokenMemory(length, this.offsets);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#lacksMemory = true;
      return null;
    }
  }

  #keep(all: TokenMemory): void {
    this.#all = all;
    this.#counts = byteCounts(all.tokens);
  }
}
