import { Index } from 'flexsearch';

/** Slots of quantised impacts. Eight would cost 0.005 nDCG@10; more than 16 gains nothing. */
export const slotCount = 16;

/** Document numbers by slot, the highest impact first. A slot that nothing fell into is a hole. */
export type Postings = readonly (ArrayLike<number> | undefined)[];

/**
 * What FlexSearch does for this program, with the types that its own declarations lack: an unresolved
 * search hands out the slots of a term without copying them, and `import` takes such slots as they
 * are, in place of those that the term had, and beside those of other terms.
 */
interface UntypedIndex {
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
      encode: (term: string) => [term],
    });
    this.#index = untyped as UntypedIndex;
  }

  /** Gives a term all its postings at once, in place of those that it had. */
  put(term: string, postings: Postings): void {
    this.#index.import('1.map', [[term, postings]]);
  }

  postings(term: string): Postings {
    return this.#index.search(term, { resolve: false }).result;
  }
}
