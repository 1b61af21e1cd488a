import { foldText, writtenStretch } from './folded-text';
import { stemOf, type MarkedField, type MarkTerm } from './find-terms';

/** A stretch of a text, in UTF-16 code units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const latinWord = /[a-z]+/g;
const notBehindLetter = String.raw`(?<![\p{Script=Latin}\p{N}])`;
const notBeforeLetter = String.raw`(?![\p{Script=Latin}\p{N}])`;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function patternOf({ text, match }: MarkTerm): string {
  if (match === 'part') return escaped(text);
  const start = notBehindLetter + escaped(text);
  // A word that begins so is marked as far as was asked for.
  if (match === 'start') return start;
  return /[\p{Script=Latin}\p{N}]$/u.test(text) ? start + notBeforeLetter : start;
}

/** Finds terms in texts of one release; made once for all of them. */
export function placeFinder(
  terms: readonly MarkTerm[],
): (text: string, field: MarkedField) => readonly Place[] {
  const finders = new Map<MarkedField, (text: string) => readonly Place[]>();
  return (text, field) => {
    let find = finders.get(field);
    if (!find) {
      find = finderOf(terms.filter((term) => term.field === null || term.field === field));
      finders.set(field, find);
    }
    return find(text);
  };
}

function finderOf(terms: readonly MarkTerm[]): (text: string) => readonly Place[] {
  if (terms.length === 0) return () => [];
  const stems = new Set(
    terms.filter(({ match }) => match === 'stem').map(({ text }) => stemOf(text)),
  );
  const others = terms
    .filter(({ match }) => match !== 'stem')
    // The longest first, for an alternation takes the first that fits.
    .sort((a, b) => b.text.length - a.text.length);
  const pattern = others.length === 0 ? null : new RegExp(others.map(patternOf).join('|'), 'gu');
  return (written) => {
    const folded = foldText(written);
    const found: Place[] = [];
    if (pattern) {
      for (const match of folded.text.matchAll(pattern)) {
        found.push({ start: match.index, end: match.index + match[0].length });
      }
    }
    if (stems.size > 0) {
      for (const match of folded.text.matchAll(latinWord)) {
        if (!stems.has(stemOf(match[0]))) continue;
        found.push({ start: match.index, end: match.index + match[0].length });
      }
    }
    return apart(found).map(({ start, end }) => writtenStretch(folded, start, end));
  };
}

/** In their order; of those that overlap the one that begins first, and of those the longest. */
function apart(places: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  let end = 0;
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start < end) continue;
    kept.push(place);
    end = place.end;
  }
  return kept;
}
