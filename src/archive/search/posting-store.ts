import { Index } from 'flexsearch';

/** Slots of quantised impacts. Eight would cost 0.005 nDCG@10; more than 16 gains nothing. */
export const slotCount = 16;

/** Document numbers by slot, the highest impact first. A slot that nothing fell into is a hole. */
export type Postings = readonly (ArrayLike<number> | undefined)[];

/** The terms of a document, each once, with the slot of each beside it. */
export interface PostedTerms extends Array<string> {
  slots?: Uint8Array;
}

/**
 * What FlexSearch does for this program, with the types that its own declarations lack: `add` has a
 * fourth argument that skips the look-up of the number, passes the content to `encode` untouched,
 * an unresolved search hands out the slots of a term without copying them, and `import` takes such
 * slots as they are and puts them beside what is there.
 */
interface UntypedIndex {
  add(documentNumber: number, terms: PostedTerms, append: false, skipUpdate: true): unknown;
  import(key: '1.map', entries: readonly (readonly [string, Postings])[]): unknown;
  search(term: string, options: { readonly resolve: false }): { readonly result: Postings };
}

/**
 * Which documents hold a term, and in which slot. FlexSearch's `remove` scans all its lists, so
 * there is none here: whoever removes a document remembers that its number is void.
 */
export class PostingStore {
  readonly #index: UntypedIndex;

  constructor() {
    const untyped: unknown = new Index({
      tokenize: 'strict',
      resolution: slotCount,
      encode: (content: string | PostedTerms) =>
        typeof content === 'string' ? [content] : content,
      score: (content: PostedTerms, _term, position) => content.slots?.[position] ?? slotCount - 1,
    });
    this.#index = untyped as UntypedIndex;
  }

  /** `documentNumber` must be new; `slots` runs parallel to `terms`. */
  add(documentNumber: number, terms: readonly string[], slots: Uint8Array): void {
    const posted: PostedTerms = [...terms];
    posted.slots = slots;
    this.#index.add(documentNumber, posted, false, true);
  }

  /** Gives a term that isn't there yet all its postings at once. */
  put(term: string, postings: Postings): void {
    this.#index.import('1.map', [[term, postings]]);
  }

  postings(term: string): Postings {
    return this.#index.search(term, { resolve: false }).result;
  }
}
