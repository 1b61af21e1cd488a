import { useEffect, useRef, type RefObject } from 'react';
import { setMarks, useFindInRelease } from '../../state/find-in-release';
import { articleTexts, rangeIn } from './article-texts';
import { placeFinder } from './find-places';
import type { MarkTerm } from './find-terms';

/** Enough to step through; a word that stands everywhere isn't worth more. */
const mostMarks = 2_000;

function rangesIn(article: HTMLElement, terms: readonly MarkTerm[]): readonly Range[] {
  const find = placeFinder(terms);
  const ranges: Range[] = [];
  for (const text of articleTexts(article)) {
    for (const { start, end } of find(text.text, text.field)) {
      const range = rangeIn(text, start, end);
      if (range) ranges.push(range);
      if (ranges.length >= mostMarks) return ranges;
    }
  }
  return ranges;
}

/** The first one that isn't above what is in sight. */
function firstInSight(
  ranges: readonly Range[],
  scroller: Element | null | undefined,
): number | null {
  if (ranges.length === 0) return null;
  const top = scroller?.getBoundingClientRect().top ?? 0;
  const index = ranges.findIndex((range) => range.getBoundingClientRect().bottom >= top);
  return Math.max(0, index);
}

/** Which of the ranges begins where this one does; null where none does. */
function samePlace(ranges: readonly Range[], range: Range | undefined): number | null {
  const index = ranges.findIndex(
    ({ startContainer, startOffset }) =>
      startContainer === range?.startContainer && startOffset === range.startOffset,
  );
  return index < 0 ? null : index;
}

/** Further than so many screens nobody follows with the eye. */
const farScreens = 6;
/** Tries to bring a far place into sight: what lies around it is laid out only when it is there. */
const mostJumps = 4;

function scrollTo(range: Range, scroller: Element | null | undefined, jumps = mostJumps): void {
  if (!scroller) return;
  const box = scroller.getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  const margin = Math.min(80, box.height / 4);
  if (top >= box.top + margin && bottom <= box.bottom - margin) return;
  const way = (top + bottom) / 2 - (box.top + box.height / 2);
  const isFar = Math.abs(way) > farScreens * box.height;
  scroller.scrollBy({ top: way, behavior: isFar || jumps < mostJumps ? 'instant' : 'smooth' });
  if (jumps === 0 || (!isFar && jumps === mostJumps)) return;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      // Unless somebody stepped on meanwhile.
      if (CSS.highlights.get('current-hit')?.has(range)) scrollTo(range, scroller, jumps - 1);
    });
  });
}

interface Marked {
  readonly terms: readonly MarkTerm[] | null;
  readonly key: unknown;
  readonly goesToFirst: boolean;
  readonly isSameHit: boolean;
}

/**
 * Marks terms in the opened release. The marks are CSS highlights over the text: the article's
 * elements stay as they are. Another `key` means another text.
 */
export function useMarks(
  article: RefObject<HTMLElement | null>,
  terms: readonly MarkTerm[],
  key: unknown,
  goesToFirst: boolean,
): void {
  const ranges = useRef<readonly Range[]>([]);
  /** What was marked last, and whether its hit is the one that was there before. */
  const last = useRef<Marked>({ terms: null, key: null, goesToFirst: false, isSameHit: false });
  const current = useFindInRelease((state) => state.current);
  const version = useFindInRelease((state) => state.version);
  const grown = useFindInRelease((state) => state.grown);

  useEffect(() => {
    // The text is searched after it was painted: a keystroke never waits for its marks.
    const frame = requestAnimationFrame(() => {
      const element = article.current;
      const { current: step } = useFindInRelease.getState();
      const hit = step === null ? undefined : ranges.current[step];
      const before = last.current;
      ranges.current = element && terms.length > 0 ? rangesIn(element, terms) : [];
      CSS.highlights.set('hits', new Highlight(...ranges.current));
      // A text that has come to its end keeps the hit that somebody stepped to.
      const isOnlyLonger =
        before.terms === terms && before.key === key && before.goesToFirst === goesToFirst;
      const same = isOnlyLonger ? samePlace(ranges.current, hit) : null;
      last.current = { terms, key, goesToFirst, isSameHit: same !== null };
      const first = goesToFirst ? firstInSight(ranges.current, element?.parentElement) : null;
      setMarks(ranges.current.length, same ?? first);
    });
    return () => {
      cancelAnimationFrame(frame);
      CSS.highlights.delete('hits');
      CSS.highlights.delete('current-hit');
    };
  }, [terms, article, key, grown, goesToFirst]);

  useEffect(() => {
    const range = current === null ? undefined : ranges.current[current];
    if (!range) {
      CSS.highlights.delete('current-hit');
      return;
    }
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set('current-hit', highlight);
    if (!last.current.isSameHit) scrollTo(range, article.current?.parentElement);
    last.current = { ...last.current, isSameHit: false };
  }, [current, version, article]);
}
