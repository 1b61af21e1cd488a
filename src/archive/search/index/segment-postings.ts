import { PostingStore, slotCount, type Postings } from '../posting-store';
import { SegmentDamaged } from './segment-file';
import { SectionNumbers } from './section-numbers';
import type { SegmentSource } from './segment-sections';

/** Postings that FlexSearch holds before it is emptied: 4 bytes each. */
const mostHeld = 1 << 24;
/** Numbers for which room is made at once: making it for each list takes longer than reading the list. */
const roomLength = 1 << 16;
/** Bytes that are read into the same place again and again. */
const usualBytes = 1 << 16;
/** Bytes between the postings of two terms that are rather read, too, than reading twice. */
const mostBetween = 1 << 13;

/** The postings of a segment's terms, by the terms' numbers: each read when it is first asked for. */
export class SegmentPostings {
  readonly #file: SegmentSource;
  #store = new PostingStore();
  readonly #held = new Set<number>();
  #heldCount = 0;
  readonly #offsets: SectionNumbers;
  readonly #frequencies: SectionNumbers;
  /** Where the next list of documents is put, and what of it is used. */
  #room = new Uint32Array(0);
  #used = 0;
  #bytes = new Uint8Array(0);

  constructor(file: SegmentSource) {
    this.#file = file;
    this.#offsets = new SectionNumbers(file, 'postingOffsets');
    this.#frequencies = new SectionNumbers(file, 'documentFrequencies');
  }

  /** Documents with a term, void ones among them. */
  frequency(term: number): number {
    return this.#frequencies.at(term);
  }

  of(term: number): Postings {
    if (!this.#held.has(term)) this.#hold(term, this.#read(this.#start(term), this.#end(term)));
    return this.#store.postings(String(term));
  }

  /** Reads what lies close together at once: the words that begin alike do. */
  expect(terms: readonly number[]): void {
    const wanted = terms.filter((term) => term >= 0 && !this.#held.has(term)).sort((a, b) => a - b);
    for (let from = 0; from < wanted.length;) {
      const start = this.#start(wanted[from] ?? 0);
      let end = this.#end(wanted[from] ?? 0);
      let to = from + 1;
      for (; to < wanted.length; to += 1) {
        const term = wanted[to] ?? 0;
        if (this.#start(term) - end > mostBetween || this.#end(term) - start > usualBytes) break;
        end = this.#end(term);
      }
      // A single one is read when it is asked for.
      const bytes = to - from > 1 ? this.#read(start, end) : null;
      for (; from < to; from += 1) {
        const term = wanted[from] ?? 0;
        if (bytes === null || this.#held.has(term)) continue;
        this.#hold(term, bytes.subarray(this.#start(term) - start, this.#end(term) - start));
      }
    }
  }

  #hold(term: number, bytes: Uint8Array): void {
    const count = this.frequency(term);
    if (this.#heldCount + count > mostHeld) {
      this.#store = new PostingStore();
      this.#held.clear();
      this.#heldCount = 0;
    }
    this.#store.put(String(term), this.#decoded(bytes, count));
    this.#held.add(term);
    this.#heldCount += count;
  }

  #start(term: number): number {
    return this.#offsets.at(term);
  }

  #end(term: number): number {
    return this.#start(term + 1);
  }

  #read(start: number, end: number): Uint8Array {
    // Where they lie may have been read without its checksum.
    if (end < start || end > this.#file.length('postings')) {
      throw new SegmentDamaged('a search index is damaged at "postingOffsets"');
    }
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(usualBytes);
    return this.#file.slice('postings', start, end, this.#bytes);
  }

  #decoded(bytes: Uint8Array, frequency: number): Postings {
    const reader = new PostingReader(bytes);
    const { length } = bytes;
    let found = 0;
    const slots: Uint32Array[] = [];
    while (reader.at < length) {
      const slot = reader.varint();
      // Each takes a byte at least; a damaged file may say anything.
      const documents = this.#next(Math.min(reader.varint() >>> 0, length - reader.at));
      reader.ascending(documents);
      found += documents.length;
      // An index beyond the slots would make a list of billions.
      if (slot >= 0 && slot < slotCount) slots[slot] = documents;
    }
    const { documents: size } = this.#file.counts;
    const isFlawed = reader.flaws < 0 || reader.highest >= size || found !== frequency;
    return isFlawed ? mended(slots, size) : slots;
  }

  /** Room for so many numbers. */
  #next(length: number): Uint32Array {
    if (length > roomLength / 4) return new Uint32Array(length);
    if (this.#used + length > this.#room.length) {
      this.#room = new Uint32Array(roomLength);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += length;
    return this.#room.subarray(start, this.#used);
  }
}

/**
 * The bytes of one term's postings, in turn. Each loop is a small function of its own: what V8 compiles
 * of them in the first search takes memory and time by its size.
 */
class PostingReader {
  readonly #bytes: Uint8Array;
  at = 0;
  /** Below zero where documents don't ascend, or aren't there. */
  flaws = 0;
  /** The highest document that stands last in a list. */
  highest = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  varint(): number {
    let value = 0;
    let byte = 0;
    let shift = 0;
    do {
      byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }

  /** Fills a list: the first document, then the steps from each to the next. */
  ascending(documents: Uint32Array): void {
    const bytes = this.#bytes;
    const { length } = documents;
    let { at } = this;
    let last = 0;
    let flaws = 0;
    for (let index = 0; index < length; index += 1) {
      let byte = bytes[at] ?? 0;
      at += 1;
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        step |= (byte & 127) << shift;
      }
      // The first may be document 0.
      flaws |= index === 0 ? step : step - 1;
      last += step;
      documents[index] = last;
    }
    this.at = at;
    this.flaws |= flaws;
    if (last > this.highest) this.highest = last;
  }
}

/** What a damaged file says of a term, with each document once that there can be. */
function mended(slots: Postings, size: number): Postings {
  const seen = new Set<number>();
  return slots.map((documents) =>
    Uint32Array.from(documents ?? []).filter((document) => {
      if (document >= size || seen.has(document)) return false;
      seen.add(document);
      return true;
    }),
  );
}
