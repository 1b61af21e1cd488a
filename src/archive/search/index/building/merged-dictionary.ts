import { firstWordId } from '../../word-table';
import { noTerm } from '../segment-sections';
import { splitTexts, type JoinedTexts, type KnownTerms } from './analyst';
import { inTurn } from './text-list';

/** Texts of several lists, each once, numbered in the order of first sight. */
class MergedTexts {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** `key` tells apart what is written alike. */
  number(text: string, key = text): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.texts.push(text);
    this.#numbers.set(key, number);
    return number;
  }
}

interface MergedTerms {
  readonly texts: readonly string[];
  /** By the analysts' own numbers of their terms: the number in `texts`. */
  readonly numbers: readonly Uint32Array[];
}

export function mergeTerms(known: readonly KnownTerms[]): MergedTerms {
  const [only] = known;
  if (only !== undefined && known.length === 1) {
    const texts = splitTexts(only.terms);
    return { texts, numbers: [inTurn(texts.length)] };
  }
  const merged = new MergedTexts();
  const numbers = known.map(({ terms }) => {
    const texts = splitTexts(terms);
    const own = new Uint32Array(texts.length);
    texts.forEach((text, term) => (own[term] = merged.number(text)));
    return own;
  });
  return { texts: merged.texts, numbers };
}

interface MergedWords {
  /** In the order of their ids, from `firstWordId` on. */
  readonly texts: readonly string[];
  /** By the analysts' own numbers of their words: the id. */
  readonly ids: readonly Uint32Array[];
  /** The number of each word's term in the merged terms; `noTerm` for Han characters. */
  readonly terms: Uint32Array;
}

/**
 * `met`: batch by batch, in the order of documents, the words that its analyst met for the first time.
 * The ids are those that one analyst of all batches would have given.
 */
export function mergeWords(
  met: readonly {
    readonly analyst: number;
    readonly words: JoinedTexts;
    readonly han: Uint8Array;
  }[],
  known: readonly KnownTerms[],
  termNumbers: readonly Uint32Array[],
): MergedWords {
  const [only] = known;
  if (only !== undefined && known.length === 1) return wordsOfOne(met, only);
  const merged = new MergedTexts();
  const ids = known.map(({ termsOfWords }) => new Uint32Array(termsOfWords.length));
  const next = known.map(() => 0);
  const terms: number[] = [];
  for (const { analyst, words, han } of met) {
    splitTexts(words).forEach((text, at) => {
      const number = merged.number(text, han[at] === 1 ? `${text}\n` : text);
      const own = next[analyst] ?? 0;
      next[analyst] = own + 1;
      const column = ids[analyst];
      if (column !== undefined) column[own] = number + firstWordId;
      if (number < terms.length) return;
      const term = known[analyst]?.termsOfWords[own] ?? noTerm;
      terms.push(term === noTerm ? noTerm : (termNumbers[analyst]?.[term] ?? noTerm));
    });
  }
  return { texts: merged.texts, ids, terms: Uint32Array.from(terms) };
}

/** What one analyst met needs no merging. */
function wordsOfOne(
  met: readonly { readonly words: JoinedTexts }[],
  { termsOfWords }: KnownTerms,
): MergedWords {
  return {
    texts: met.flatMap(({ words }) => splitTexts(words)),
    ids: [inTurn(termsOfWords.length).map((number) => number + firstWordId)],
    terms: termsOfWords,
  };
}
