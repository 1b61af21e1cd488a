import { bestFirst } from '../best-first';
import type { Part } from '../index/part';
import { isPlainTerm } from '../index/term-keys';
import { byCodeUnits } from '../sorted-words';
import { stopWords } from '../stop-words';

/** A term and how many documents hold it. */
export interface TermCount {
  readonly term: string;
  readonly documents: number;
}

/** Words that the beginning of a word stands for: the most frequent ones, by its length. */
const expansions = [8, 8, 16, 32];
const mostExpansions = 64;
/** Candidates that a part names, so that their sums over the parts are right. */
const mostPerPart = 4 * mostExpansions;
/** Prefixes up to this length stand for thousands of words; what they stand for is remembered. */
const shortPrefix = 3;

/** Words, and beginnings of words, of which terms are remembered until a document comes or goes. */
const mostRemembered = 1_000;

type TermsByText = Map<string, readonly TermCount[]>;

/** Remembers which terms were found for beginnings of words, and for spellings. */
export class TermMemory {
  readonly #byPart = new WeakMap<Part, Map<string, readonly number[]>>();
  readonly #beginnings: TermsByText = new Map();
  readonly #spellings: TermsByText = new Map();
  #state: readonly (Part | number)[] = [];

  /** The part never gains a document. */
  freeze(part: Part): void {
    if (!this.#byPart.has(part)) this.#byPart.set(part, new Map());
  }

  /** What short beginnings stand for in a part that is frozen. */
  ofPart(part: Part): Map<string, readonly number[]> | undefined {
    return this.#byPart.get(part);
  }

  /** What was found in these parts with the documents that they have. */
  ofParts(parts: readonly Part[]): { beginnings: TermsByText; spellings: TermsByText } {
    const state = parts.flatMap((part) => [part, part.size, part.living]);
    const isSame =
      state.length === this.#state.length && state.every((value, at) => value === this.#state[at]);
    for (const known of [this.#beginnings, this.#spellings]) {
      if (!isSame || known.size >= mostRemembered) known.clear();
    }
    this.#state = state;
    return { beginnings: this.#beginnings, spellings: this.#spellings };
  }
}

/** What the parts of an index know together. */
export class IndexView {
  readonly parts: readonly Part[];
  readonly #memory: TermMemory;

  constructor(parts: readonly Part[], memory = new TermMemory()) {
    this.parts = parts;
    this.#memory = memory;
  }

  get documents(): number {
    return this.parts.reduce((sum, part) => sum + part.living, 0);
  }

  documentsWith(term: string): number {
    let sum = 0;
    for (const part of this.parts) {
      const number = part.term(term);
      if (number >= 0) sum += part.documentsWith(number);
    }
    return sum;
  }

  /**
   * The most frequent terms of words that begin with `prefix`, stop words aside: what somebody who
   * is still typing may mean.
   */
  beginningWith(prefix: string): readonly TermCount[] {
    const { beginnings } = this.#memory.ofParts(this.parts);
    let terms = beginnings.get(prefix);
    if (terms === undefined) beginnings.set(prefix, (terms = this.#likeliest(prefix)));
    return terms;
  }

  #likeliest(prefix: string): readonly TermCount[] {
    const sums = new Map<string, number>();
    for (const part of this.parts) {
      for (const term of this.#termsOf(part, prefix)) {
        const text = part.termText(term);
        if (!sums.has(text)) sums.set(text, this.documentsWith(text));
      }
    }
    const found: TermCount[] = [];
    for (const [term, documents] of sums) if (documents > 0) found.push({ term, documents });
    return bestFirst(
      found,
      expansions[prefix.length] ?? mostExpansions,
      (a, b) => b.documents - a.documents || byCodeUnits(a.term, b.term),
    );
  }

  /** All terms of words that begin with `prefix`, stop words aside. */
  allBeginningWith(prefix: string): readonly TermCount[] {
    const terms = new Set<string>();
    for (const part of this.parts) {
      part.visitTerms(prefix, (term) => terms.add(part.termText(term)));
    }
    return [...terms]
      .filter(isTelling)
      .map((term) => ({ term, documents: this.documentsWith(term) }))
      .filter(({ documents }) => documents > 0);
  }

  /** Terms of the spellings of a folded word that differ from it. */
  spellingsOf(folded: string): readonly TermCount[] {
    const { spellings } = this.#memory.ofParts(this.parts);
    let terms = spellings.get(folded);
    if (terms === undefined) spellings.set(folded, (terms = this.#spelled(folded)));
    return terms;
  }

  #spelled(folded: string): readonly TermCount[] {
    const keys = new Set<string>();
    for (const part of this.parts) {
      part.visitSpellings(folded, (term) => keys.add(part.termText(term)));
    }
    return [...keys]
      .map((term) => ({ term, documents: this.documentsWith(term) }))
      .filter(({ documents }) => documents > 0);
  }

  #termsOf(part: Part, prefix: string): readonly number[] {
    const remembered = this.#memory.ofPart(part);
    const known = remembered?.get(prefix);
    if (known !== undefined) return known;
    const counts = new Map<number, number>();
    part.visitTerms(prefix, (term) => {
      if (!counts.has(term)) counts.set(term, part.documentsWith(term));
    });
    // Texts are made of the best alone: a letter begins thousands of words.
    const best = bestFirst(
      [...counts],
      mostPerPart + stopWords.size,
      ([left, most], [right, others]) => others - most || left - right,
    );
    const found = best
      .map(([term]) => term)
      .filter((term) => isTelling(part.termText(term)))
      .slice(0, mostPerPart);
    if (prefix.length <= shortPrefix) remembered?.set(prefix, found);
    return found;
  }
}

function isTelling(term: string): boolean {
  return isPlainTerm(term) && !stopWords.has(term);
}
