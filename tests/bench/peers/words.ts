import stemEnglish from 'wink-porter2-stemmer';
import { stopWords } from '../../../src/archive/search/stop-words';

/** Runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

const englishWord = /^[a-z]{3,40}$/;
const stems = new Map<string, string>();

/** English stem; remembered, since stemming is most of what a peer would otherwise spend. */
export function stemOf(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = englishWord.test(word) ? stemEnglish(word) : word;
    stems.set(word, known);
  }
  return known;
}

/** The stems of a text's words without stop words, in their order. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);
}
