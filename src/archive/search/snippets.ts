import type { Segment, Snippet, SnippetField } from '../../shared/search';
import { QueryMatches, type Match } from './query-matcher';
import type { DocumentTexts as SearchDocument } from './search-document';
import { widened, windowsOf, type Window } from './snippet-window';

/** Marks in a text what a query matched. */
export interface Matcher {
  /** The whole text, cut into matched and unmatched pieces. */
  markAll(text: string): readonly Segment[];
  /**
   * At most two pieces of the document that show most of the query, the best first, of about
   * `maxLength` UTF-16 code units; "…" where a text goes on. The headline is not among them.
   */
  snippetsFor(document: SearchDocument, maxLength?: number): readonly Snippet[];
}

interface FieldText {
  readonly field: SnippetField;
  readonly text: string;
}

interface Candidate extends FieldText {
  readonly matches: readonly Match[];
  readonly window: Window;
}

const usualLength = 180;
const mostSnippets = 2;
const ellipsis: Segment = { text: '…', hit: false };

export function queryMatcher(query: string): Matcher {
  const matches = new QueryMatches(query);
  return {
    markAll: (text) => segmentsOf(text, matches.in(text), 0, text.length),
    snippetsFor: (document, maxLength = usualLength) => {
      const candidates = fieldTexts(document).flatMap(({ field, text }) => {
        const found = matches.in(text);
        return windowsOf(text, found, maxLength).map((window): Candidate => ({
          field,
          text,
          matches: found,
          window,
        }));
      });
      return chosen(candidates, maxLength).map(({ field, text, matches: found, window }) => {
        const segments = segmentsOf(text, found, window.start, window.end);
        if (window.start > 0) segments.unshift(ellipsis);
        if (window.end < text.length) segments.push(ellipsis);
        return { field, segments: merged(segments) };
      });
    },
  };
}

/** In the order in which equally good ones are preferred. */
function fieldTexts(document: SearchDocument): readonly FieldText[] {
  const all = (field: SnippetField, texts: readonly string[]): readonly FieldText[] =>
    texts.map((text) => ({ field, text }));
  return [
    ...all('subheadline', [document.subheadline]),
    ...all('body', [document.body]),
    ...all('caption', document.captions),
    ...all('credit', document.credits),
    ...all('partner', document.partners),
    ...all('person', document.people),
    ...all('tag', document.tags),
  ];
}

/** The best window, then the one that adds most to what is shown already. */
function chosen(candidates: readonly Candidate[], maxLength: number): readonly Candidate[] {
  const taken: Candidate[] = [];
  const shown = new Set<string>();
  while (taken.length < mostSnippets) {
    let best: Candidate | null = null;
    let bestValue = 0;
    for (const candidate of candidates) {
      if (taken.some((other) => overlaps(other, candidate, maxLength))) continue;
      const value = valueOf(candidate.window, shown);
      if (value > bestValue) {
        best = candidate;
        bestValue = value;
      }
    }
    if (best === null) break;
    const window = widened(best.text, best.window, maxLength);
    taken.push({ ...best, window });
    for (const key of best.window.shown.keys()) shown.add(key);
  }
  return taken;
}

/** What is shown for the first time counts most, then what is shown at all, then how often. */
function valueOf({ shown, matchCount }: Window, before: ReadonlySet<string>): number {
  let value = Math.min(matchCount, 99) / 10_000;
  for (const [key, worth] of shown) value += before.has(key) ? worth / 100 : worth;
  return value;
}

/** Whether two snippets of one text would show the same words once they are widened. */
function overlaps(taken: Candidate, other: Candidate, maxLength: number): boolean {
  if (taken.field !== other.field || taken.text !== other.text) return false;
  const [left, right] = [taken.window, other.window];
  return right.start < left.end + maxLength / 3 && left.start < right.start + maxLength;
}

/** The piece of a text from `start` to `end`; overlapping matches become one. */
function segmentsOf(
  text: string,
  matches: readonly Match[],
  start: number,
  end: number,
): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  for (const match of matches) {
    const from = Math.max(match.start, at);
    const to = Math.min(match.end, end);
    if (to <= from) continue;
    if (from > at) segments.push({ text: text.slice(at, from), hit: false });
    segments.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < end) segments.push({ text: text.slice(at, end), hit: false });
  return merged(segments);
}

/** Neighbours of one kind become one piece. */
function merged(segments: readonly Segment[]): Segment[] {
  const pieces: Segment[] = [];
  for (const segment of segments) {
    const last = pieces.at(-1);
    if (last?.hit !== segment.hit) pieces.push(segment);
    else pieces[pieces.length - 1] = { text: last.text + segment.text, hit: last.hit };
  }
  return pieces;
}
