import { PostingStore, type Postings } from './posting-store';
import { slotOf } from './ranking';
import type { SearchDocument } from './search-document';
import { encodeDocument, streamTerms, translateStream, type TokenStream } from './token-stream';
import { Vocabulary } from './vocabulary';

export interface StoredDocument {
  readonly id: string;
  readonly publicationDate: string | null;
  readonly stream: TokenStream;
}

/** Below this many void numbers building anew isn't worth it. */
const fewVoid = 32;

/**
 * Documents under numbers that are never used twice. Removing one only voids its number; its
 * postings stay until the table is built anew without them.
 */
export class DocumentTable {
  readonly vocabulary = new Vocabulary();
  readonly #store = new PostingStore();
  readonly #documents: (StoredDocument | undefined)[] = [];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** Above every number in use. */
  get nextNumber(): number {
    return this.#documents.length;
  }

  /** Undefined for a number that is void. */
  at(number: number): StoredDocument | undefined {
    return this.#documents[number];
  }

  /** All documents with their numbers. */
  *entries(): IterableIterator<readonly [number, StoredDocument]> {
    for (const number of this.#numbers.values()) {
      const document = this.#documents[number];
      if (document !== undefined) yield [number, document];
    }
  }

  /** Void numbers are among them. */
  postings(term: string): Postings {
    return this.#store.postings(term);
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const { id, publicationDate } = document;
    this.#add({ id, publicationDate, stream: encodeDocument(document, this.vocabulary) });
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    const document = number === undefined ? undefined : this.#documents[number];
    if (number === undefined || document === undefined) return;
    const { words, frequencies } = streamTerms(document.stream, this.vocabulary);
    this.vocabulary.count(words, frequencies.keys(), -1);
    this.#documents[number] = undefined;
    this.#numbers.delete(id);
  }

  /** This table, or a new one of the same documents when more than half of the numbers are void. */
  compacted(): DocumentTable {
    const voided = this.#documents.length - this.#numbers.size;
    if (voided <= fewVoid || voided <= this.#numbers.size) return this;
    const table = new DocumentTable();
    for (const [, { id, publicationDate, stream }] of this.entries()) {
      const translated = translateStream(stream, this.vocabulary, table.vocabulary);
      table.#add({ id, publicationDate, stream: translated });
    }
    return table;
  }

  #add(document: StoredDocument): void {
    const number = this.#documents.length;
    const { words, frequencies } = streamTerms(document.stream, this.vocabulary);
    const terms: string[] = [];
    const slots = new Uint8Array(frequencies.size);
    for (const [term, frequency] of frequencies) {
      slots[terms.length] = slotOf(frequency);
      terms.push(this.vocabulary.term(term));
    }
    this.#store.add(number, terms, slots);
    this.vocabulary.count(words, frequencies.keys(), 1);
    this.#documents.push(document);
    this.#numbers.set(document.id, number);
  }
}
