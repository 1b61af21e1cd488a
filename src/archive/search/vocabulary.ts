import { SortedWords } from './sorted-words';
import { termOf } from './stemming';
import { stopWords } from './stop-words';
import { detached } from './word-folding';

/** Ids below this one are marks in a token stream, not words. */
export const firstWordId = 16;

const noTerm = -1;
/** Han ids of a pair share one number key; 2^26 ids are far beyond any vocabulary. */
const pairBase = 2 ** 26;

/**
 * Words (forms as written, and single Han characters) and the terms under which they are indexed
 * (stems, pairs of Han characters, lone Han characters), each with the number of documents that
 * hold it now.
 */
export class Vocabulary {
  readonly #words: string[] = new Array<string>(firstWordId).fill('');
  /** Term of each word; `noTerm` for Han characters, whose terms depend on their neighbours. */
  readonly #termOfWord: number[] = new Array<number>(firstWordId).fill(noTerm);
  readonly #stop: boolean[] = new Array<boolean>(firstWordId).fill(false);
  readonly #wordIds = new Map<string, number>();
  readonly #hanIds = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #termIds = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #termsWithHan = new Map<number, number[]>();
  readonly #sorted = new SortedWords();
  readonly #wordDocuments: number[] = new Array<number>(firstWordId).fill(0);
  readonly #termDocuments: number[] = [];

  /** The id of a folded word, a new one if need be. */
  wordId(word: string): number {
    const known = this.#wordIds.get(word);
    if (known !== undefined) return known;
    const kept = detached(word);
    const id = this.#addWord(kept, this.#termId(termOf(kept)), stopWords.has(kept));
    this.#wordIds.set(kept, id);
    this.#sorted.add(kept);
    return id;
  }

  /** The id of a Han character, a new one if need be. */
  hanId(character: string): number {
    const known = this.#hanIds.get(character);
    if (known !== undefined) return known;
    const kept = detached(character);
    const id = this.#addWord(kept, noTerm, false);
    this.#hanIds.set(kept, id);
    return id;
  }

  knownWord(word: string): number | undefined {
    return this.#wordIds.get(word);
  }

  knownHan(character: string): number | undefined {
    return this.#hanIds.get(character);
  }

  knownTerm(term: string): number | undefined {
    return this.#termIds.get(term);
  }

  word(id: number): string {
    return this.#words[id] ?? '';
  }

  term(id: number): string {
    return this.#terms[id] ?? '';
  }

  isHan(wordId: number): boolean {
    return wordId >= firstWordId && this.#termOfWord[wordId] === noTerm;
  }

  isStopWord(wordId: number): boolean {
    return this.#stop[wordId] ?? false;
  }

  /** The term of a word that isn't a Han character. */
  termOfWord(wordId: number): number {
    return this.#termOfWord[wordId] ?? noTerm;
  }

  /** The term of a Han character that stands alone. */
  loneHan(wordId: number): number {
    return this.#hanTerm(wordId, noTerm);
  }

  /** The term of two neighbouring Han characters. */
  hanPair(first: number, second: number): number {
    return this.#hanTerm(first, second);
  }

  /** Every term that holds the Han character. */
  termsWithHan(wordId: number): readonly number[] {
    return this.#termsWithHan.get(wordId) ?? [];
  }

  /** Words in use that begin with `prefix`. */
  visitPrefix(prefix: string, visit: (wordId: number) => void): void {
    this.#sorted.visitPrefix(prefix, (word) => {
      const id = this.#wordIds.get(word);
      if (id !== undefined && (this.#wordDocuments[id] ?? 0) > 0) visit(id);
    });
  }

  /** How many documents hold the term. */
  documentsWith(term: number): number {
    return this.#termDocuments[term] ?? 0;
  }

  /** Counts a document's distinct words and terms in (`change` 1) or out (-1). */
  count(words: Iterable<number>, terms: Iterable<number>, change: 1 | -1): void {
    for (const word of words) this.#wordDocuments[word] = (this.#wordDocuments[word] ?? 0) + change;
    for (const term of terms) this.#termDocuments[term] = (this.#termDocuments[term] ?? 0) + change;
  }

  #addWord(word: string, term: number, stop: boolean): number {
    this.#words.push(word);
    this.#termOfWord.push(term);
    this.#stop.push(stop);
    this.#wordDocuments.push(0);
    return this.#words.length - 1;
  }

  #termId(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    this.#terms.push(term);
    this.#termDocuments.push(0);
    this.#termIds.set(term, this.#terms.length - 1);
    return this.#terms.length - 1;
  }

  #hanTerm(first: number, second: number): number {
    const key = (first + 1) * pairBase + second + 1;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const term = this.#termId(this.word(first) + (second === noTerm ? '' : this.word(second)));
    this.#pairs.set(key, term);
    this.#noteHan(first, term);
    if (second !== noTerm && second !== first) this.#noteHan(second, term);
    return term;
  }

  #noteHan(wordId: number, term: number): void {
    const terms = this.#termsWithHan.get(wordId);
    if (terms === undefined) this.#termsWithHan.set(wordId, [term]);
    else terms.push(term);
  }
}
