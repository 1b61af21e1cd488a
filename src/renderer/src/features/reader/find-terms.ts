import type { FindHit } from '../../../../shared/search';

/** Words of the query itself; operators, filters and excluded words are not to be marked. */
function queryWords(text: string): readonly string[] {
  return text
    .replace(/(^|\s)(-\S+|[a-z]+:\S+)/giu, ' ')
    .split(/[\s"“”()]+/u)
    .filter((word) => word !== '' && word !== 'OR' && word !== 'AND');
}

/**
 * Whether a word as typed tells anything. The search passes over "with" and "the"; a short word of
 * which it marked nothing is most likely one of those.
 */
function isTelling(word: string, matched: readonly string[]): boolean {
  if (matched.length === 0 || word.length > 4 || !/^\p{Script=Latin}/u.test(word)) return true;
  const start = word.slice(0, 3).toLowerCase();
  return matched.some((term) => term.toLowerCase().startsWith(start));
}

/** What to mark in the opened release: the spellings that matched, and the words as typed. */
export function termsToMark(text: string, hit: FindHit | undefined): readonly string[] {
  const segments = hit
    ? [...hit.headline, ...hit.snippets.flatMap((snippet) => snippet.segments)]
    : [];
  const matched = segments.filter((segment) => segment.hit).map((segment) => segment.text);
  const typed = queryWords(text).filter((word) => isTelling(word, matched));
  const terms = [...matched, ...typed].map((term) => term.trim().toLowerCase());
  // The longest first, for an alternation takes the first that fits.
  return [...new Set(terms)].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** Latin words match from their beginning; Chinese has no word borders to look for. */
export function patternFor(terms: readonly string[]): RegExp | null {
  if (terms.length === 0) return null;
  const alternatives = terms.map((term) => {
    const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^[\p{Script=Latin}\p{N}]/u.test(term)
      ? `(?<![\\p{Script=Latin}\\p{N}])${escaped}`
      : escaped;
  });
  return new RegExp(alternatives.join('|'), 'giu');
}
