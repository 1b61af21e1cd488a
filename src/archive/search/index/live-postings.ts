import { PostingStore, slotCount, type Postings } from '../posting-store';
import { GrowingUint32 } from './growing';

/** A posting is a document, and below it the slot. */
const slotBits = 4;
const slotMask = (1 << slotBits) - 1;

/**
 * The postings of documents that are filed one by one. FlexSearch is given those of a term, all at
 * once, when somebody asks for them: few of a document's terms are ever asked for before it goes into
 * a segment.
 */
export class LivePostings {
  /** Made for the first one that is asked for. */
  #ownStore: PostingStore | null = null;
  /** In the order of filing, and beside each one more than the place of the same term's one before. */
  readonly #postings = new GrowingUint32();
  readonly #before = new GrowingUint32();
  /** Of each term, one more than the place of its last posting; 0 is none. */
  #last = new Uint32Array(0);
  /** The same, when FlexSearch was given them. */
  #given = new Uint32Array(0);

  get #store(): PostingStore {
    return (this.#ownStore ??= new PostingStore());
  }

  /** The next document's terms, each once, with their slots beside them; all are below `termCount`. */
  add(document: number, terms: Uint32Array, slots: Uint8Array, termCount: number): void {
    if (termCount > this.#last.length) this.#grow(termCount);
    const { length } = terms;
    this.#postings.reserve(length);
    this.#before.reserve(length);
    const postings = this.#postings.values;
    const before = this.#before.values;
    const last = this.#last;
    let place = this.#postings.length;
    for (let at = 0; at < length; at += 1) {
      const term = terms[at] ?? 0;
      postings[place] = (document << slotBits) | (slots[at] ?? 0);
      before[place] = last[term] ?? 0;
      place += 1;
      last[term] = place;
    }
    this.#postings.length = place;
    this.#before.length = place;
  }

  /** The documents with the term of this number and text. */
  postings(term: number, text: string): Postings {
    const last = this.#last[term] ?? 0;
    if (last !== (this.#given[term] ?? 0)) {
      this.#store.put(text, this.#slotsUntil(last));
      this.#given[term] = last;
    }
    return this.#store.postings(text);
  }

  /** A term's postings by slot, up to its last one. */
  #slotsUntil(last: number): Postings {
    const postings = this.#postings.values;
    const before = this.#before.values;
    const counts = new Uint32Array(slotCount);
    for (let next = last; next > 0; next = before[next - 1] ?? 0) {
      const slot = (postings[next - 1] ?? 0) & slotMask;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    const slots: (Uint32Array | undefined)[] = [];
    counts.forEach((count, slot) => {
      if (count > 0) slots[slot] = new Uint32Array(count);
    });
    for (let next = last; next > 0; next = before[next - 1] ?? 0) {
      const posting = postings[next - 1] ?? 0;
      const slot = posting & slotMask;
      const left = (counts[slot] ?? 0) - 1;
      counts[slot] = left;
      const documents = slots[slot];
      if (documents !== undefined) documents[left] = posting >>> slotBits;
    }
    return slots;
  }

  #grow(termCount: number): void {
    const length = Math.max(termCount, this.#last.length * 2);
    const last = new Uint32Array(length);
    last.set(this.#last);
    this.#last = last;
    const given = new Uint32Array(length);
    given.set(this.#given);
    this.#given = given;
  }
}
