import type { Part } from '../index/part';
import { TokenReader } from '../index/token-bytes';
import { termOf } from '../stemming';
import type { Token } from '../text-analysis';

/** Words between two neighbouring words of a query that still count as together. */
const reach = 3;
/** What a pair that stands together adds, as a share of the rarer word's weight. */
const pairShare = 0.3;
/** What a word adds that is there in the very form that was typed. */
const exactShare = 0.05;
/** Words of a query that are looked at; the others add next to nothing. */
const mostWords = 64;
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
  readonly #lookUps = new Map<Part, LookUp>();

  constructor(order: readonly Token[], weightOf: WeightOf) {
    this.#words = order
      .filter(({ kind }) => kind === 'word')
      .slice(0, mostWords)
      .map(({ text }) => ({ word: text, term: termOf(text), weight: weightOf(termOf(text)) }));
  }

  get isIdle(): boolean {
    return this.#words.length === 0;
  }

  /** To be added to the document's score. */
  bonus(part: Part, document: number): number {
    const { numberOf, exactIds } = this.#lookUpOf(part);
    const places: number[][] = this.#words.map(() => []);
    const exact = new Uint8Array(this.#words.length);
    const [tokens, start, end] = part.tokenText(document);
    const reader = new TokenReader(tokens, start);
    for (let place = 0; reader.at < end; place += 1) {
      const id = reader.next();
      const number = numberOf[id] ?? 0;
      if (number === 0) continue;
      places[number - 1]?.push(place);
      if (exactIds[number - 1] === id) exact[number - 1] = 1;
    }
    let sum = 0;
    this.#words.forEach(({ weight, term }, index) => {
      const own = this.#firstWith(term);
      if (exact[own] === 1) sum += exactShare * weight;
      const next = this.#words[index + 1];
      if (next === undefined || next.term === term) return;
      const pairs = pairsWithin(places[own] ?? [], places[this.#firstWith(next.term)] ?? []);
      sum += (pairShare * Math.min(weight, next.weight) * pairs) / (pairs + saturation);
    });
    return sum;
  }

  #firstWith(term: string): number {
    return this.#words.findIndex((word) => word.term === term);
  }

  /** For each word id of a part, one more than the number of the query's word that it is a form of. */
  #lookUpOf(part: Part): LookUp {
    const known = this.#lookUps.get(part);
    if (known !== undefined) return known;
    const numberOf = new Uint8Array(part.wordEnd);
    const exactIds = this.#words.map(({ word, term }, index) => {
      const number = part.term(term);
      if (number >= 0 && this.#firstWith(term) === index) {
        const ids = part.wordsOf(number);
        const { length } = ids;
        for (let at = 0; at < length; at += 1) numberOf[ids[at] ?? 0] = index + 1;
      }
      return part.wordId(word, 'word');
    });
    const made = { numberOf, exactIds };
    this.#lookUps.set(part, made);
    return made;
  }
}

interface LookUp {
  readonly numberOf: Uint8Array;
  /** Id of each word of the query in the very form that was typed. */
  readonly exactIds: readonly number[];
}

/** How often a place of `second` follows one of `first` within reach; both ascend. */
function pairsWithin(first: readonly number[], second: readonly number[]): number {
  let pairs = 0;
  let from = 0;
  for (const place of first) {
    while (from < second.length && (second[from] ?? 0) <= place) from += 1;
    for (let at = from; at < second.length && (second[at] ?? 0) <= place + reach; at += 1)
      pairs += 1;
  }
  return pairs;
}
