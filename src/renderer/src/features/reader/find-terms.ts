import stemEnglish from 'wink-porter2-stemmer';
import type { QueryNode, TextField } from '../../../../shared/query/query';
import type { FindHit } from '../../../../shared/search';
import { foldText } from './folded-text';

/** Where content stands that has no field of its own: boilerplate, media contact. */
export type MarkedField = TextField | 'other';

/** Something to mark in the opened release. */
export interface MarkTerm {
  /** Folded. */
  readonly text: string;
  /**
   * `stem`: whole words of the same stem; `word`: whole words; `start`: words that begin so;
   * `part`: anywhere.
   */
  readonly match: 'stem' | 'word' | 'start' | 'part';
  /** null: everywhere. */
  readonly field: TextField | null;
}

const englishWord = /^[a-z]{3,40}$/;
const latinOrDigit = /[\p{Script=Latin}\p{N}]/u;
const stems = new Map<string, string>();

/** After Porter2, as the search's own terms. */
export function stemOf(word: string): string {
  if (!englishWord.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemEnglish(word);
  stems.set(word, stem);
  return stem;
}

/** Words of which the query says how they match; a piece like "sea-level" has two. */
function wordTerms(text: string, isPrefix: boolean, field: TextField | null): readonly MarkTerm[] {
  const words = foldText(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word, _index, all) => word !== '' && (all.length === 1 || !/^[a-z]$/.test(word)));
  return words.map((word, index) => ({
    text: word,
    match: matchOf(word, isPrefix && index === words.length - 1),
    field,
  }));
}

function matchOf(word: string, isPrefix: boolean): MarkTerm['match'] {
  // Chinese has no borders between words.
  if (!latinOrDigit.test(word.charAt(0))) return 'part';
  if (isPrefix) return 'start';
  return englishWord.test(word) ? 'stem' : 'word';
}

function exactTerm(text: string, field: TextField | null): readonly MarkTerm[] {
  const folded = foldText(text).text.trim();
  if (folded === '') return [];
  return [{ text: folded, match: latinOrDigit.test(folded.charAt(0)) ? 'word' : 'part', field }];
}

function termsOfNode(node: QueryNode): readonly MarkTerm[] {
  switch (node.kind) {
    case 'words':
      return wordTerms(node.text, node.prefix !== null, node.field);
    case 'phrase':
    case 'value':
      return exactTerm(node.text, node.field);
    case 'and':
    case 'or':
      return node.nodes.flatMap(termsOfNode);
    // What is left out isn't there, and conditions are about no words.
    default:
      return [];
  }
}

/**
 * Whether a word as typed tells anything. The search passes over "with" and "the"; a short word of
 * which it marked nothing is most likely one of those.
 */
function isTelling(term: MarkTerm, matched: readonly string[]): boolean {
  const isShort = term.match === 'stem' && term.field === null && term.text.length <= 4;
  if (!isShort || matched.length === 0) return true;
  return matched.some((spelling) => stemOf(spelling) === stemOf(term.text));
}

/** The spellings that the search itself marked in what the list shows of the release. */
function spellingsOf(hit: FindHit | undefined): readonly string[] {
  if (!hit) return [];
  const segments = [...hit.headline, ...hit.snippets.flatMap((snippet) => snippet.segments)];
  return segments
    .filter((segment) => segment.hit)
    .map((segment) => foldText(segment.text).text.trim())
    .filter((spelling) => spelling !== '');
}

/** Whether some of the query may be marked wherever it stands. */
function asksEverywhere(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.some(asksEverywhere);
  return (node.kind === 'words' || node.kind === 'phrase') && node.field === null;
}

/** What to mark in the opened release: the words asked for, and the spellings that matched. */
export function termsToMark(
  nodes: readonly QueryNode[],
  hit: FindHit | undefined,
): readonly MarkTerm[] {
  const matched = spellingsOf(hit);
  const asked = nodes.flatMap(termsOfNode).filter((term) => isTelling(term, matched));
  // A spelling tells nothing of its field: where all that was asked has one, it might mislead.
  const spellings = nodes.some(asksEverywhere)
    ? matched.flatMap((spelling) => exactTerm(spelling, null))
    : [];
  const known = new Set<string>();
  return [...asked, ...spellings].filter(({ text, match, field }) => {
    const key = JSON.stringify([text, match, field]);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** What is typed to be found in the opened release itself. */
export function termsTyped(text: string): readonly MarkTerm[] {
  const folded = foldText(text).text;
  return folded.trim() === '' ? [] : [{ text: folded, match: 'part', field: null }];
}
