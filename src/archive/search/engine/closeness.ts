import type { Part } from '../index/part';
import { termOf } from '../stemming';
import type { Token } from '../text-analysis';
import { firstWordId } from '../word-table';

/** Words between two neighbouring words of a query that still count as together. */
const reach = 3;
/** What a pair that stands together adds, as a share of the rarer word's weight. */
const pairShare = 0.3;
/** What a word adds that is there in the very form that was typed. */
const exactShare = 0.05;
/** Saturation of repeated pairs. */
const saturation = 1.2;

/** How much a word weighs: its inverse document frequency. */
export type WeightOf = (term: string) => number;

/**
 * Rewards documents in which neighbouring words of the query stand together, and words that are
 * there in the form that was typed (T. Tao and C. Zhai, "An exploration of proximity measures in
 * information retrieval", 2007, for the idea; the sum is our own).
 */
export class Closeness {
  readonly #words: readonly { readonly word: string; readonly term: string; weight: number }[];

  constructor(order: readonly Token[], weightOf: WeightOf) {
    this.#words = order
      .filter(({ kind }) => kind === 'word')
      .map(({ text }) => ({ word: text, term: termOf(text), weight: weightOf(termOf(text)) }));
  }

  get isIdle(): boolean {
    return this.#words.length === 0;
  }

  /** To be added to the document's score. */
  bonus(part: Part, document: number): number {
    const ids = part.tokens(document);
    const wanted = this.#words.map(({ word, term }) => ({
      id: part.wordId(word, 'word'),
      term: part.term(term),
    }));
    const places: number[][] = wanted.map(() => []);
    const exact = wanted.map(() => false);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (id < firstWordId) continue;
      const term = part.termOfWord(id);
      for (let index = 0; index < wanted.length; index += 1) {
        const word = wanted[index];
        if (word?.term !== term) continue;
        places[index]?.push(at);
        if (word.id === id) exact[index] = true;
      }
    }
    let sum = 0;
    this.#words.forEach(({ weight }, index) => {
      if (exact[index] === true) sum += exactShare * weight;
      const next = this.#words[index + 1];
      if (next === undefined || wanted[index]?.term === wanted[index + 1]?.term) return;
      const pairs = pairsWithin(places[index] ?? [], places[index + 1] ?? []);
      sum += (pairShare * Math.min(weight, next.weight) * pairs) / (pairs + saturation);
    });
    return sum;
  }
}

/** How often a place of `second` follows one of `first` within reach; both ascend. */
function pairsWithin(first: readonly number[], second: readonly number[]): number {
  let pairs = 0;
  let from = 0;
  for (const place of first) {
    while (from < second.length && (second[from] ?? 0) <= place) from += 1;
    for (let at = from; at < second.length && (second[at] ?? 0) <= place + reach; at += 1) pairs += 1;
  }
  return pairs;
}
