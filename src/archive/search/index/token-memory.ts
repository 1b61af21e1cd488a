import { bufferOf } from './bytes';
import { siftEach } from './sequence-sieve';
import { hasSequence, type Sequence, type TokenText } from './token-bytes';
import { scanMargin, tokenScanOf, type TokenScan } from './token-scan';

/** Bytes of a sequence that is looked for without making texts of the tokens: a page of words. */
const longestSequence = 1 << 12;
/** Places of a token that are handed over at once. */
const placesAtOnce = 1 << 10;
const pageLength = 1 << 16;

/** All tokens of a segment's documents, in memory. */
export class TokenMemory {
  /** As in the segment's file. */
  readonly tokens: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #sequence: Uint8Array;
  readonly #documents: Uint32Array;
  readonly #places: Uint32Array;
  readonly #scan: TokenScan;
  /** The sequence that lies there already. */
  #laid: Sequence | null = null;
  readonly #one = new Uint32Array(1);

  /**
   * The tokens are to be filled in; the tokens of document n are those from `offsets[n]` to
   * `offsets[n + 1]`. Throws a `RangeError` where there is no memory for them.
   */
  constructor(length: number, offsets: Uint32Array) {
    const offsetsAt = aligned(length + scanMargin);
    const sequenceAt = offsetsAt + aligned(offsets.byteLength);
    const placesAt = sequenceAt + longestSequence;
    const documentsAt = placesAt + placesAtOnce * 4;
    const end = documentsAt + offsets.byteLength;
    const pages = Math.ceil(end / pageLength);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { buffer } = memory;
    this.tokens = new Uint8Array(buffer, 0, length);
    this.#offsets = new Uint32Array(buffer, offsetsAt, offsets.length);
    this.#offsets.set(offsets);
    this.#sequence = new Uint8Array(buffer, sequenceAt, longestSequence);
    this.#places = new Uint32Array(buffer, placesAt, placesAtOnce);
    this.#documents = new Uint32Array(buffer, documentsAt, offsets.length);
    this.#scan = tokenScanOf(memory);
  }

  /**
   * Keeps, in their order, those of the first `count` documents that have the sequence; answers how
   * many they are.
   */
  sift(documents: Uint32Array, count: number, sequence: Sequence): number {
    const { bytes, first, second } = sequence;
    const { length } = bytes;
    if (length === 0 || length > longestSequence) {
      return siftEach(documents, count, (document) => {
        const text = this.text(document);
        return hasSequence(text, 0, text.length, sequence);
      });
    }
    if (sequence !== this.#laid) {
      bufferOf(this.#sequence).write(bytes, 'latin1');
      this.#laid = sequence;
    }
    const room = this.#documents;
    room.set(count === documents.length ? documents : documents.subarray(0, count));
    const kept = this.#scan.sift(
      room.byteOffset,
      count,
      this.#offsets.byteOffset,
      this.#sequence.byteOffset,
      length,
      first,
      second,
    );
    documents.set(room.subarray(0, kept));
    return kept;
  }

  has(document: number, sequence: Sequence): boolean {
    this.#one[0] = document;
    return this.sift(this.#one, 1, sequence) === 1;
  }

  /** Says that these documents will be looked at next. */
  expect(documents: readonly number[]): void {
    this.#documents.set(documents);
    this.#scan.touch(this.#documents.byteOffset, documents.length, this.#offsets.byteOffset);
  }

  /** The document's tokens, each byte a character. */
  text(document: number): string {
    return bufferOf(this.tokens).toString(
      'latin1',
      this.#offsets[document],
      this.#offsets[document + 1],
    );
  }

  tokenText(document: number): TokenText {
    const start = this.#offsets[document] ?? 0;
    const end = this.#offsets[document + 1] ?? start;
    return {
      find: (token, places, all) => {
        this.#find(start, end, token, places, all);
      },
      tokensBetween: (from, to, most) => {
        const { tokens } = this;
        let count = 0;
        for (let at = start + from; at < start + to && count < most; at += 1) {
          if ((tokens[at] ?? 0) < 128) count += 1;
        }
        return count;
      },
    };
  }

  #find(start: number, end: number, token: string, places: number[], all: boolean): void {
    const { length } = token;
    let number = 0;
    for (let at = length; at > 0; at -= 1) number = (number << 8) | token.charCodeAt(at - 1);
    const found = this.#places;
    const most = all ? placesAtOnce : 1;
    for (let from = start; ; from = start + (found[most - 1] ?? 0) + 1) {
      const count = this.#scan.find(start, from, end, number, length, found.byteOffset, most);
      for (let at = 0; at < count; at += 1) places.push(found[at] ?? 0);
      if (!all || count < most) return;
    }
  }
}

/** The next multiple of eight. */
function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
