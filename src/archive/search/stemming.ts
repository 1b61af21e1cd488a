import { longestStemmed, stemEnglish } from './porter2';
import { stopWords } from './stop-words';

/** The endings that the algorithm knows; a word with none of them is its own stem. */
const knownEnding = /(?:[silye]|ed|ing|er|or|ic|ion|[ae]nt|ism)$/;
const englishWord = new RegExp(`^[a-z]{3,${String(longestStemmed)}}$`);

/**
 * The term under which a folded word is found: its stem after Porter2. Stop words, numbers and words
 * of other scripts stay as they are.
 */
export function termOf(word: string): string {
  const isStemmed = knownEnding.test(word) && englishWord.test(word) && !stopWords.has(word);
  return isStemmed ? stemEnglish(word) : word;
}
