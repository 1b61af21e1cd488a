import { bestFirst } from '../best-first';
import type { Part } from '../index/part';
import { isPlainTerm } from '../index/term-keys';
import { byCodeUnits } from '../sorted-words';
import { stopWords } from '../stop-words';
import { frequentTerms } from './frequent-terms';

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

interface Remembered {
  readonly beginnings: TermsByText;
  readonly spellings: TermsByText;
  readonly made: Map<string, unknown>;
}

/** Remembers which terms were found for beginnings of words, and for spellings. */
export class TermMemory {
  readonly #byPart = new WeakMap<Part, Map<string, readonly number[]>>();
  readonly #beginnings: TermsByText = new Map();
  readonly #spellings: TermsByText = new Map();
  readonly #made = new Map<string, unknown>();
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
  ofParts(parts: readonly Part[]): Remembered {
    const isSame = this.#isOf(parts);
    for (const known of [this.#beginnings, this.#spellings, this.#made]) {
      if (!isSame || known.size >= mostRemembered) known.clear();
    }
    if (!isSame) this.#state = parts.flatMap((part) => [part, part.size, part.living]);
    return { beginnings: this.#beginnings, spellings: this.#spellings, made: this.#made };
  }

  #isOf(parts: readonly Part[]): boolean {
    const state = this.#state;
    if (state.length !== parts.length * 3) return false;
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at];
      if (part !== state[at * 3]) return false;
      if (part?.size !== state[at * 3 + 1] || part?.living !== state[at * 3 + 2]) return false;
    }
    return true;
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

  /** What `make` makes of a name, until a document comes or goes. One name is for one thing. */
  remembered<Made>(name: string, make: () => Made): Made {
    const { made } = this.#memory.ofParts(this.parts);
    const known = made.get(name) as Made | undefined;
    if (known !== undefined) return known;
    const fresh = make();
    made.set(name, fresh);
    return fresh;
  }

  #likeliest(prefix: string): readonly TermCount[] {
    const count = expansions[prefix.length] ?? mostExpansions;
    const [only, ...others] = this.parts;
    const found =
      only !== undefined && others.length === 0
        ? likeliestOf(only, prefix, count)
        : this.#sums(prefix);
    return bestFirst(
      found,
      count,
      (a, b) => b.documents - a.documents || byCodeUnits(a.term, b.term),
    );
  }

  #sums(prefix: string): readonly TermCount[] {
    const sums = new Map<string, number>();
    for (const part of this.parts) {
      for (const term of this.#termsOf(part, prefix)) {
        const text = part.termText(term);
        if (!sums.has(text)) sums.set(text, this.documentsWith(text));
      }
    }
    const found: TermCount[] = [];
    for (const [term, documents] of sums) if (documents > 0) found.push({ term, documents });
    return found;
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
    // Texts are made of the best alone: a letter begins thousands of words.
    const found = frequentTerms(part, prefix, mostPerPart + stopWords.size)
      .filter((term) => isTelling(part.termText(term)))
      .slice(0, mostPerPart);
    if (prefix.length <= shortPrefix) remembered?.set(prefix, found);
    return found;
  }
}

/** The `count` most frequent terms of the only part, and whatever is as frequent as the last. */
function likeliestOf(part: Part, prefix: string, count: number): readonly TermCount[] {
  const found: TermCount[] = [];
  for (const number of frequentTerms(part, prefix, mostPerPart + stopWords.size)) {
    const documents = part.documentsWith(number);
    const last = found[count - 1];
    if (documents === 0 || (last !== undefined && documents < last.documents)) break;
    const term = part.termText(number);
    if (isTelling(term)) found.push({ term, documents });
  }
  return found;
}

function isTelling(term: string): boolean {
  return isPlainTerm(term) && !stopWords.has(term);
}
