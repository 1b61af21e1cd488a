import { slotCount } from '../posting-store';
import { ByteWriter } from './byte-writer';
import { GrowingUint32, PiecewiseUint32 } from './growing';

/** Steps of long loops between two chances for something else to run. */
const stride = 1 << 16;
/** A posting is a term or a document, and below it the slot. */
const slotBits = 4;
const slotMask = (1 << slotBits) - 1;

/** What a segment says of its terms, in the order that was asked for. */
export interface WrittenPostings {
  readonly bytes: Uint8Array;
  /** Where each term's postings begin, and the last ones end. */
  readonly offsets: Uint32Array;
  /** Documents with each term. */
  readonly frequencies: Uint32Array;
}

/** The terms of documents, given one after another, turned into the documents of terms. */
export class PostingLists {
  readonly #postings = new PiecewiseUint32();
  /** How many postings each document has. */
  readonly #lengths = new GrowingUint32();
  /** How many documents each term has. */
  #frequencies = new Uint32Array(1 << 12);
  #count = 0;

  /** The next document's terms, each once, with their slots beside them; all are below `termCount`. */
  add(terms: Uint32Array, slots: Uint8Array, termCount: number): void {
    if (termCount > this.#frequencies.length) {
      const larger = new Uint32Array(Math.max(termCount, this.#frequencies.length * 2));
      larger.set(this.#frequencies);
      this.#frequencies = larger;
    }
    const { length } = terms;
    const frequencies = this.#frequencies;
    const postings = this.#postings.next(length);
    for (let at = 0; at < length; at += 1) {
      const term = terms[at] ?? 0;
      postings[at] = (term << slotBits) | (slots[at] ?? 0);
      frequencies[term] = (frequencies[term] ?? 0) + 1;
    }
    this.#lengths.push(length);
    this.#count += length;
  }

  /**
   * The postings, term by term in that order; yields now and then. A term's postings are, for each
   * slot that any document fell into, the slot, how many, and the distances between the document
   * numbers, all as varints.
   */
  *write(order: Uint32Array): Generator<undefined, WrittenPostings> {
    const starts = new Uint32Array(order.length + 1);
    const frequencies = new Uint32Array(order.length);
    const next = new Uint32Array(order.length);
    let start = 0;
    for (let rank = 0; rank < order.length; rank += 1) {
      const term = order[rank] ?? 0;
      const frequency = this.#frequencies[term] ?? 0;
      frequencies[rank] = frequency;
      starts[rank] = start;
      next[term] = start;
      start += frequency;
    }
    starts[order.length] = start;
    yield;
    const sorted = yield* this.#sorted(next);
    const bytes = new ByteWriter(this.#count * 2 + 1024);
    const offsets = new Uint32Array(order.length + 1);
    const counts = new Uint32Array(slotCount);
    const nextInSlot = new Uint32Array(slotCount);
    let bySlot = new Uint32Array(1 << 12);
    let pause = stride;
    for (let rank = 0; rank < order.length; rank += 1) {
      const from = starts[rank] ?? 0;
      const to = starts[rank + 1] ?? 0;
      if (to - from === 1) {
        const posting = sorted[from] ?? 0;
        bytes.varint(posting & slotMask);
        bytes.varint(1);
        bytes.varint(posting >>> slotBits);
      } else {
        counts.fill(0);
        for (let place = from; place < to; place += 1) {
          const slot = (sorted[place] ?? 0) & slotMask;
          counts[slot] = (counts[slot] ?? 0) + 1;
        }
        let sum = 0;
        for (let slot = 0; slot < slotCount; slot += 1) {
          nextInSlot[slot] = sum;
          sum += counts[slot] ?? 0;
        }
        if (bySlot.length < sum) bySlot = new Uint32Array(sum * 2);
        for (let place = from; place < to; place += 1) {
          const posting = sorted[place] ?? 0;
          const slot = posting & slotMask;
          const at = nextInSlot[slot] ?? 0;
          bySlot[at] = posting >>> slotBits;
          nextInSlot[slot] = at + 1;
        }
        for (let slot = 0, read = 0; slot < slotCount; slot += 1) {
          const count = counts[slot] ?? 0;
          if (count === 0) continue;
          bytes.varint(slot);
          bytes.varint(count);
          bytes.distances(bySlot, read, read + count);
          read += count;
        }
      }
      offsets[rank + 1] = bytes.length;
      if (to + rank > pause) {
        pause = to + rank + stride;
        yield;
      }
    }
    return { bytes: bytes.view(), offsets, frequencies };
  }

  /** A counting sort by term, from where each begins, keeps documents in order within a term. */
  *#sorted(next: Uint32Array): Generator<undefined, Uint32Array> {
    const sorted = new Uint32Array(this.#count);
    const lengths = this.#lengths.view();
    let document = 0;
    let left = stride;
    for (const piece of this.#postings.pieces()) {
      let at = 0;
      for (; at < piece.length; document += 1) {
        const end = at + (lengths[document] ?? 0);
        left -= end - at;
        for (const low = document << slotBits; at < end; at += 1) {
          const posting = piece[at] ?? 0;
          const term = posting >>> slotBits;
          const place = next[term] ?? 0;
          next[term] = place + 1;
          sorted[place] = low | (posting & slotMask);
        }
        if (left < 0) {
          left = stride;
          yield;
        }
      }
    }
    return sorted;
  }
}
