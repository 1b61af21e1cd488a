import { Random } from '../../harness/random';
import { yearOf, type CorpusDocument } from '../../material/corpus-document';
import { isStopWord, wordsOf } from '../../peers/words';
import type { OurFilter } from '../our-search';

/** What everybody is asked, drawn from the releases; the same for the same releases. */
export interface Queries {
  readonly words: readonly string[];
  /** Two words of one release. */
  readonly pairs: readonly (readonly [string, string])[];
  /** What stands in the search field after each key. */
  readonly keystrokes: readonly string[];
  readonly phrases: readonly string[];
  /** A word and what the answers must have besides. */
  readonly filtered: readonly FilteredQuery[];
}

export interface FilteredQuery {
  readonly word: string;
  readonly filter: OurFilter;
}

const count = 200;
/** Queries that are typed letter by letter. */
const typedCount = 30;

/** Shares of all releases that hold a word that is asked for. */
export const documentShares = [0.005, 0.1] as const;

/** Another seed, other queries of the same kinds. */
export function queriesFrom(documents: readonly CorpusDocument[], seed = 1): Queries {
  const random = new Random(seed);
  const known = new Set(midFrequencyWords(documents));
  const wordsIn = (document: CorpusDocument): string[] => [
    ...new Set(wordsOf(document.body).filter((word) => known.has(word))),
  ];
  const draw = <T>(make: (document: CorpusDocument) => T | null, length: number): T[] => {
    const made: T[] = [];
    for (let tries = 0; made.length < length && tries < 100 * length; tries += 1) {
      const one = make(random.choose(documents));
      if (one !== null) made.push(one);
    }
    return made;
  };
  const pair = (document: CorpusDocument): readonly [string, string] | null => {
    const words = wordsIn(document);
    if (words.length < 2) return null;
    const [first, second] = [random.choose(words), random.choose(words)];
    return first === second ? null : [first, second];
  };
  const word = (document: CorpusDocument): string | null => {
    const words = wordsIn(document);
    return words.length === 0 ? null : random.choose(words);
  };
  return {
    words: draw(word, count),
    pairs: draw(pair, count),
    keystrokes: draw(pair, typedCount).flatMap((words) => typed(words.join(' '))),
    phrases: draw((document) => phraseFrom(document.body, random), count),
    filtered: draw((document): FilteredQuery | null => {
      const asked = word(document);
      const [partner] = document.partners;
      const year = yearOf(document);
      if (asked === null) return null;
      if (random.below(2) === 0 && partner !== undefined)
        return { word: asked, filter: { partner } };
      return year === null ? null : { word: asked, filter: { year } };
    }, count),
  };
}

/** Without a space at the end, since that changes nothing. */
function typed(text: string): string[] {
  const steps = Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1));
  return steps.filter((step) => !step.endsWith(' '));
}

function midFrequencyWords(documents: readonly CorpusDocument[]): string[] {
  const holders = new Map<string, number>();
  for (const { body } of documents) {
    for (const word of new Set(wordsOf(body))) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  const [least, most] = documentShares;
  return [...holders]
    .filter(([, held]) => held >= least * documents.length && held <= most * documents.length)
    .map(([word]) => word)
    .filter((word) => /^[a-z]{3,}$/.test(word) && !isStopWord(word));
}

function phraseFrom(body: string, random: Random): string | null {
  const words = body.split(' ');
  const length = 2 + random.below(3);
  if (words.length < length) return null;
  const start = random.below(words.length - length + 1);
  const text = words.slice(start, start + length).join(' ');
  return /^[A-Za-z]+(?: [A-Za-z]+)+$/.test(text) ? text : null;
}
