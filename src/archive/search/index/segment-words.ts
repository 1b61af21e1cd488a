import { firstWordId } from '../word-table';
import type { Token } from '../text-analysis';
import type { VisitBytes } from './part';
import { noTerm, type SegmentSource } from './segment-sections';
import { SortedTexts } from './sorted-texts';

/** The words and Han characters of a segment, their ids and terms; see `Part`. */
export class SegmentWords {
  readonly #file: SegmentSource;
  readonly #words: SortedTexts;
  #termNumbers: Uint32Array | null = null;
  #idNumbers: Uint32Array | null = null;
  #rankNumbers: Uint32Array | null = null;
  #byTerm: { readonly offsets: Uint32Array; readonly ids: Uint32Array } | null = null;

  constructor(file: SegmentSource) {
    this.#file = file;
    this.#words = new SortedTexts(file, 'words', 'wordOffsets', file.counts.words);
  }

  visit(prefix: string, visit: (word: string, term: number) => void): void {
    const [from, to] = this.#words.range(prefix);
    for (let rank = from; rank < to; rank += 1) {
      const term = this.#terms[rank] ?? noTerm;
      if (term === noTerm) continue;
      visit(this.#words.at(rank), term);
    }
  }

  visitTerms(prefix: string, visit: (term: number) => void): void {
    const [from, to] = this.#words.range(prefix);
    const terms = this.#terms;
    for (let rank = from; rank < to; rank += 1) {
      const term = terms[rank] ?? noTerm;
      if (term !== noTerm) visit(term);
    }
  }

  visitBytes(minLength: number, maxLength: number, visit: VisitBytes): void {
    const { bytes, offsets, size } = this.#words;
    const terms = this.#terms;
    for (let rank = 0; rank < size; rank += 1) {
      const start = offsets[rank] ?? 0;
      const end = offsets[rank + 1] ?? 0;
      if (end - start < minLength || end - start > maxLength) continue;
      if (terms[rank] !== noTerm) visit(bytes, start, end);
    }
  }

  ofTerm(term: number): Uint32Array {
    this.#byTerm ??= wordsByTerm(this.#terms, this.#ids, this.#file.counts.terms);
    const { offsets, ids } = this.#byTerm;
    return ids.subarray(offsets[term], offsets[term + 1]);
  }

  isHan(wordId: number): boolean {
    return wordId >= firstWordId && this.#terms[this.#rank(wordId)] === noTerm;
  }

  word(wordId: number): string {
    return wordId < firstWordId ? '' : this.#words.at(this.#rank(wordId));
  }

  termOf(wordId: number): number {
    return this.#terms[this.#rank(wordId)] ?? noTerm;
  }

  id(word: string, kind: Token['kind']): number {
    const terms = this.#terms;
    let rank = this.#words.find(word);
    if (rank < 0) return 0;
    // A word and a Han character of the same form stand side by side.
    if ((terms[rank] === noTerm) !== (kind === 'han')) rank += 1;
    if (rank >= this.#words.size || this.#words.at(rank) !== word) return 0;
    return (terms[rank] === noTerm) === (kind === 'han') ? (this.#ids[rank] ?? 0) : 0;
  }

  get #terms(): Uint32Array {
    return (this.#termNumbers ??= this.#file.numbers('wordTerms'));
  }

  get #ids(): Uint32Array {
    return (this.#idNumbers ??= this.#file.numbers('wordIds'));
  }

  #rank(wordId: number): number {
    this.#rankNumbers ??= this.#file.numbers('ranks');
    return this.#rankNumbers[wordId - firstWordId] ?? 0;
  }
}

/** The ids of the words of each term, one term after another. */
function wordsByTerm(
  wordTerms: Uint32Array,
  wordIds: Uint32Array,
  terms: number,
): { readonly offsets: Uint32Array; readonly ids: Uint32Array } {
  const offsets = new Uint32Array(terms + 1);
  for (const term of wordTerms)
    if (term !== noTerm) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term += 1) {
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  }
  const next = offsets.slice();
  const ids = new Uint32Array(offsets[terms] ?? 0);
  wordTerms.forEach((term, rank) => {
    if (term === noTerm) return;
    const place = next[term] ?? 0;
    ids[place] = wordIds[rank] ?? 0;
    next[term] = place + 1;
  });
  return { offsets, ids };
}
