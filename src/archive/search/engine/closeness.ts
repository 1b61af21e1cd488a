import type { Part } from '../index/part';
import { tokenBytes, type TokenText } from '../index/token-bytes';
import { inverseDocumentFrequency } from '../ranking';
import { termOf } from '../stemming';
import type { Token } from '../text-analysis';
import type { IndexView } from './index-view';

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

/**
 * Rewards documents in which neighbouring words of the query stand together, and words that are
 * there in the form that was typed (T. Tao and C. Zhai, "An exploration of proximity measures in
 * information retrieval", 2007, for the idea; the sum is our own).
 */
export class Closeness {
  readonly #view: IndexView;
  readonly #words: readonly Word[];
  readonly #lookUps = new Map<Part, readonly (readonly Form[])[]>();
  /** Of the document that is looked at: where each word stands, and whether it does as it was typed. */
  readonly #places: number[][] = [];
  readonly #exact: number[] = [];

  constructor(order: readonly Token[], view: IndexView) {
    const { documents } = view;
    this.#view = view;
    const firsts = new Map<string, number>();
    const words: Word[] = [];
    for (const { kind, text } of order) {
      if (kind !== 'word' || words.length === mostWords) continue;
      const term = termOf(text);
      const own = firsts.get(term) ?? words.length;
      firsts.set(term, own);
      const weight = inverseDocumentFrequency(view.documentsWith(term), documents);
      words.push({ word: text, term, own, weight });
    }
    this.#words = words;
  }

  get isIdle(): boolean {
    return this.#words.length === 0;
  }

  /** To be added to the document's score. */
  bonus(part: Part, document: number): number {
    const lookUp = this.#lookUpOf(part);
    const text = part.tokenText(document);
    const words = this.#words;
    const places = this.#places;
    const exact = this.#exact;
    // One word has no neighbours: it matters only whether it is there as it was typed.
    const hasPairs = words.length > 1;
    for (let index = 0; index < lookUp.length; index += 1) {
      const forms = lookUp[index] ?? nothing;
      const found = (places[index] ??= []);
      found.length = 0;
      exact[index] = 0;
      for (const { bytes, isExact } of forms) {
        const before = found.length;
        text.find(bytes, found, hasPairs);
        if (isExact && found.length > before) exact[index] = 1;
        if (before > 0 && found.length > before) found.sort(ascending);
      }
    }
    let sum = 0;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      if (word === undefined) continue;
      if (exact[word.own] === 1) sum += exactShare * word.weight;
      const next = words[index + 1];
      if (next === undefined || next.own === word.own) continue;
      const pairs = pairsWithin(text, places[word.own] ?? [], places[next.own] ?? []);
      sum += (pairShare * Math.min(word.weight, next.weight) * pairs) / (pairs + saturation);
    }
    return sum;
  }

  /** The forms in which a part has each word of the query; none for a word that came before. */
  #lookUpOf(part: Part): readonly (readonly Form[])[] {
    const known = this.#lookUps.get(part);
    if (known !== undefined) return known;
    const number = this.#view.parts.indexOf(part);
    const isAlone = this.#words.length === 1;
    const kind = isAlone ? 'form' : 'forms';
    const make = isAlone ? exactFormOf : formsOf;
    const made = this.#words.map(({ word, term, own }, index): readonly Form[] =>
      own === index
        ? this.#view.remembered(`${kind} ${number} ${word}`, () => make(part, word, term))
        : [],
    );
    this.#lookUps.set(part, made);
    return made;
  }
}

interface Word {
  readonly word: string;
  readonly term: string;
  /** The place of the first word with this term. */
  readonly own: number;
  readonly weight: number;
}

/** A word as tokens have it. */
interface Form {
  /** Its varint, each byte a character. */
  readonly bytes: string;
  /** Whether it is the very form that was typed. */
  readonly isExact: boolean;
}

const nothing: readonly Form[] = [];

/** Only the form that was typed. */
function exactFormOf(part: Part, word: string, term: string): readonly Form[] {
  const id = part.term(term) < 0 ? 0 : part.wordId(word, 'word');
  return id === 0 ? nothing : [{ bytes: tokenBytes(id), isExact: true }];
}

function formsOf(part: Part, word: string, term: string): readonly Form[] {
  const number = part.term(term);
  if (number < 0) return nothing;
  const exact = part.wordId(word, 'word');
  return Array.from(part.wordsOf(number), (id) => ({
    bytes: tokenBytes(id),
    isExact: id === exact,
  }));
}

function ascending(left: number, right: number): number {
  return left - right;
}

/** How often a place of `second` follows one of `first` within reach; both ascend. */
function pairsWithin(text: TokenText, first: readonly number[], second: readonly number[]): number {
  let pairs = 0;
  let from = 0;
  for (const place of first) {
    while (from < second.length && (second[from] ?? 0) <= place) from += 1;
    let tokens = 0;
    let read = place;
    for (let at = from; at < second.length; at += 1) {
      const other = second[at] ?? 0;
      tokens += text.tokensBetween(read, other, reach + 1 - tokens);
      if (tokens > reach) break;
      read = other;
      pairs += 1;
    }
  }
  return pairs;
}
