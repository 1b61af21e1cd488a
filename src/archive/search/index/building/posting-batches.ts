import { slotCount } from '../../posting-store';
import { ByteWriter } from '../byte-writer';
import { GrowingUint32 } from '../growing';
import { shared } from './shared-numbers';

/** Steps of long loops between two chances for something else to run. */
const stride = 1 << 16;
/** A posting is a term or a document, and below it the slot. */
const slotBits = 4;
const slotMask = (1 << slotBits) - 1;

/** The terms of documents that follow one another, in memory that threads share. */
export interface PostingBatch {
  /** Terms, by the numbers of whoever analysed them, and slots, document by document. */
  readonly postings: Uint32Array;
  /** How many of them each document has. */
  readonly lengths: Uint32Array;
}

/** Takes the terms of documents, given one after another, and counts the documents of each term. */
export class PostingCollector {
  readonly #postings = new GrowingUint32();
  readonly #lengths = new GrowingUint32();
  #frequencies = new Uint32Array(1 << 12);

  /** How many documents each term has; there may be more numbers than terms. */
  get frequencies(): Uint32Array {
    return this.#frequencies;
  }

  /** The next document's terms, each once, with their slots beside them; all are below `termCount`. */
  add(terms: Uint32Array, slots: Uint8Array, termCount: number): void {
    if (termCount > this.#frequencies.length) {
      const larger = new Uint32Array(Math.max(termCount, this.#frequencies.length * 2));
      larger.set(this.#frequencies);
      this.#frequencies = larger;
    }
    const { length } = terms;
    const frequencies = this.#frequencies;
    this.#postings.reserve(length);
    const postings = this.#postings.values;
    const start = this.#postings.length;
    for (let at = 0; at < length; at += 1) {
      const term = terms[at] ?? 0;
      postings[start + at] = (term << slotBits) | (slots[at] ?? 0);
      frequencies[term] = (frequencies[term] ?? 0) + 1;
    }
    this.#postings.length = start + length;
    this.#lengths.push(length);
  }

  /** The documents that were added since the last time. */
  take(): PostingBatch {
    const postings = shared(this.#postings.view());
    const lengths = shared(this.#lengths.view());
    this.#postings.clear();
    this.#lengths.clear();
    return { postings, lengths };
  }
}

/** What postings are to be written of a segment's documents. */
export interface PostingTask {
  /** In the order of their documents. */
  readonly batches: readonly (PostingBatch & {
    readonly firstDocument: number;
    /** Place in `ranks` of the numbers of its terms. */
    readonly analyst: number;
  })[];
  /** Of each analyst's terms the number that they have in the segment. */
  readonly ranks: readonly Uint32Array[];
  /** How many documents each of the segment's terms has. */
  readonly frequencies: Uint32Array;
  /** Only of the terms from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
}

export interface WrittenPostings {
  readonly bytes: Uint8Array;
  /** Where the postings of each of the terms end in `bytes`. */
  readonly ends: Uint32Array;
}

/**
 * The postings of terms, one term after another; yields now and then. A term's postings are, for each
 * slot that any document fell into, the slot, how many, and the distances between the document
 * numbers, all as varints.
 */
export function* writePostings(task: PostingTask): Generator<undefined, WrittenPostings> {
  const { frequencies, from: firstTerm, to: endTerm } = task;
  const starts = new Uint32Array(endTerm - firstTerm + 1);
  for (let term = firstTerm; term < endTerm; term += 1) {
    starts[term - firstTerm + 1] = (starts[term - firstTerm] ?? 0) + (frequencies[term] ?? 0);
  }
  yield;
  const sorted = yield* sortedByTerm(task, starts);
  const bytes = new ByteWriter(sorted.length * 2 + 1024);
  const ends = new Uint32Array(endTerm - firstTerm);
  const bySlot = new SortedBySlot();
  let pause = stride;
  for (let rank = 0; rank < ends.length; rank += 1) {
    const to = starts[rank + 1] ?? 0;
    bySlot.write(sorted, starts[rank] ?? 0, to, bytes);
    ends[rank] = bytes.length;
    if (to + rank > pause) {
      pause = to + rank + stride;
      yield;
    }
  }
  return { bytes: bytes.view(), ends };
}

/*
 * The long loops below lie in functions that don't yield: V8 makes others quick only when they are
 * called again.
 */

/** Writes the postings of terms, those of each slot together. */
class SortedBySlot {
  readonly #counts = new Uint32Array(slotCount);
  readonly #next = new Uint32Array(slotCount);
  #documents = new Uint32Array(1 << 12);

  /** Those from `from` to before `to`, which are of one term. */
  write(sorted: Uint32Array, from: number, to: number, bytes: ByteWriter): void {
    if (to - from === 1) {
      const posting = sorted[from] ?? 0;
      bytes.varint(posting & slotMask);
      bytes.varint(1);
      bytes.varint(posting >>> slotBits);
      return;
    }
    this.#sort(sorted, from, to);
    const counts = this.#counts;
    for (let slot = 0, read = 0; slot < slotCount; slot += 1) {
      const count = counts[slot] ?? 0;
      if (count === 0) continue;
      bytes.varint(slot);
      bytes.varint(count);
      bytes.distances(this.#documents, read, read + count);
      read += count;
    }
  }

  #sort(sorted: Uint32Array, from: number, to: number): void {
    const counts = this.#counts;
    const next = this.#next;
    if (this.#documents.length < to - from) this.#documents = new Uint32Array((to - from) * 2);
    const documents = this.#documents;
    counts.fill(0);
    for (let place = from; place < to; place += 1) {
      const slot = (sorted[place] ?? 0) & slotMask;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    let sum = 0;
    for (let slot = 0; slot < slotCount; slot += 1) {
      next[slot] = sum;
      sum += counts[slot] ?? 0;
    }
    for (let place = from; place < to; place += 1) {
      const posting = sorted[place] ?? 0;
      const slot = posting & slotMask;
      const at = next[slot] ?? 0;
      documents[at] = posting >>> slotBits;
      next[slot] = at + 1;
    }
  }
}

/** A counting sort by term, from where each begins, keeps documents in order within a term. */
function* sortedByTerm(
  { batches, ranks, from, to }: PostingTask,
  starts: Uint32Array,
): Generator<undefined, Uint32Array> {
  const next = starts.slice(0, to - from);
  const sorted = new Uint32Array(starts[to - from] ?? 0);
  let left = stride;
  for (const batch of batches) {
    sortInto(sorted, next, batch, ranks[batch.analyst] ?? new Uint32Array(0), from);
    left -= batch.postings.length;
    if (left > 0) continue;
    left = stride;
    yield;
  }
  return sorted;
}

/** `next`: where the next posting of each term goes, from number `from` on. */
function sortInto(
  sorted: Uint32Array,
  next: Uint32Array,
  { postings, lengths, firstDocument }: PostingTask['batches'][number],
  rankOf: Uint32Array,
  from: number,
): void {
  const span = next.length;
  let at = 0;
  for (let number = 0; number < lengths.length; number += 1) {
    const end = at + (lengths[number] ?? 0);
    for (const low = (firstDocument + number) << slotBits; at < end; at += 1) {
      const posting = postings[at] ?? 0;
      // Below `from` it is a number far beyond the span.
      const rank = ((rankOf[posting >>> slotBits] ?? 0) - from) >>> 0;
      if (rank >= span) continue;
      const place = next[rank] ?? 0;
      next[rank] = place + 1;
      sorted[place] = low | (posting & slotMask);
    }
  }
}
