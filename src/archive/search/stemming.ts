import stemEnglish from 'wink-porter2-stemmer';
import { stopWords } from './stop-words';

/** The endings that the algorithm knows; a word with none of them is its own stem. */
const knownEnding = /(?:[silye]|ed|ing|er|or|ic|ion|[ae]nt|ism)$/;
const englishWord = /^[a-z]{3,40}$/;
const remembered = new Map<string, string>();
/** Entries; a large archive has about 200,000 different words. */
const mostRemembered = 500_000;

/**
 * The term under which a folded word is found: its stem after Porter2 (M. F. Porter, "The English
 * (Porter2) stemming algorithm", 2001). Stop words, numbers and words of other scripts stay as they
 * are.
 */
export function termOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const isStemmed = knownEnding.test(word) && englishWord.test(word) && !stopWords.has(word);
  const term = isStemmed ? stemEnglish(word) : word;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, term);
  return term;
}
