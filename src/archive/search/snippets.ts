import type { ParsedQuery, TextField } from '../../shared/query/query';
import type { Segment, Snippet, SnippetField } from '../../shared/search';
import { nameMatch, type Match } from './query-matcher';
import { QueryNeedles, type NeedleSet } from './query-needles';
import { QuickMatcher } from './quick-matcher';
import type { DocumentTexts } from './search-document';
import { widened, WindowRating, type RatedWindow, type Window } from './snippet-window';

/** Marks in a document's texts what a query matched. */
interface Matcher {
  /** The whole text of a field, cut into matched and unmatched pieces. */
  markAll(text: string, field: SnippetField): readonly Segment[];
  /**
   * At most two pieces of the document that show most of the query, the best first, of about
   * `maxLength` UTF-16 code units; "…" where a text goes on. The headline is not among them.
   */
  snippetsFor(texts: DocumentTexts, maxLength?: number): readonly Snippet[];
}

/** What the query language calls the fields. */
const askedAs: Readonly<Record<SnippetField, TextField>> = {
  headline: 'headline',
  subheadline: 'headline',
  body: 'body',
  caption: 'caption',
  credit: 'by',
  partner: 'partner',
  person: 'person',
  tag: 'tag',
  place: 'place',
};

/** The fields that snippets are cut from; of equally good snippets the one named first is shown. */
const shownFields: readonly (readonly [
  SnippetField,
  (texts: DocumentTexts) => readonly string[],
])[] = [
  ['subheadline', ({ subheadline }) => [subheadline]],
  ['body', ({ body }) => [body]],
  ['caption', ({ captions }) => captions],
  ['credit', ({ credits }) => credits],
  ['partner', ({ partners }) => partners],
  ['person', ({ people }) => people],
  ['tag', ({ tags }) => tags],
  ['place', ({ place }) => [place]],
];

/** A text in which something was found. */
interface MatchedText {
  readonly field: SnippetField;
  readonly text: string;
  readonly matches: readonly Match[];
}

interface Taken {
  readonly from: MatchedText;
  readonly window: Window;
}

const usualLength = 180;
const mostSnippets = 2;
const ellipsis: Segment = { text: '…', hit: false };

export function queryMatcher(query: ParsedQuery): Matcher {
  return new SnippetCutter(new QueryNeedles(query));
}

class SnippetCutter implements Matcher {
  readonly #needles: QueryNeedles;
  readonly #rating: WindowRating;
  readonly #matchers = new Map<NeedleSet, QuickMatcher>();

  constructor(needles: QueryNeedles) {
    this.#needles = needles;
    this.#rating = new WindowRating(needles.values);
  }

  markAll(text: string, field: SnippetField): readonly Segment[] {
    return segmentsOf(text, this.#matches(text, field), 0, text.length);
  }

  snippetsFor(texts: DocumentTexts, maxLength = usualLength): readonly Snippet[] {
    const matched: MatchedText[] = [];
    for (const [field, textsOf] of shownFields) {
      for (const text of textsOf(texts)) {
        if (text === '') continue;
        const matches = this.#matches(text, field);
        if (matches.length > 0) matched.push({ field, text, matches });
      }
    }
    return this.#chosen(matched, maxLength).map(({ from: { field, text, matches }, window }) => {
      const segments = segmentsOf(text, matches, window.start, window.end);
      if (window.start > 0) segments.unshift(ellipsis);
      if (window.end < text.length) segments.push(ellipsis);
      return { field, segments: merged(segments) };
    });
  }

  #matches(text: string, field: SnippetField): readonly Match[] {
    const needles = this.#needles.inField(askedAs[field]);
    const name = nameMatch(text, needles);
    if (name !== null) return [name];
    let matcher = this.#matchers.get(needles);
    if (matcher === undefined) {
      matcher = new QuickMatcher(needles);
      this.#matchers.set(needles, matcher);
    }
    return matcher.in(text);
  }

  /** The best window, then the one that adds most to what is shown already. */
  #chosen(matched: readonly MatchedText[], maxLength: number): readonly Taken[] {
    const taken: Taken[] = [];
    const shown = new Set<number>();
    while (taken.length < mostSnippets) {
      let best: { from: MatchedText; window: RatedWindow } | null = null;
      for (const from of matched) {
        const window = this.#rating.best(from.text, from.matches, maxLength, shown, (other) =>
          taken.every((snippet) => !overlap(snippet, from, other, maxLength)),
        );
        if (window !== null && window.value > (best?.window.value ?? 0)) best = { from, window };
      }
      if (best === null) break;
      const { from, window } = best;
      taken.push({ from, window: widened(from.text, window, maxLength) });
      for (const { start, end, key } of from.matches) {
        if (start === window.start || (start > window.start && end <= window.end)) shown.add(key);
      }
    }
    return taken;
  }
}

/** Whether two snippets of one text would show the same words once they are widened. */
function overlap(taken: Taken, from: MatchedText, other: Window, maxLength: number): boolean {
  if (taken.from.field !== from.field || taken.from.text !== from.text) return false;
  const { start, end } = taken.window;
  return other.start < end + maxLength / 3 && start < other.start + maxLength;
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
