import type { Guess, Span } from '../../../shared/parsed-release';
import type { Block } from './blocks';
import type { Page, Recogniser } from './page';
import { note } from './page';
import { joinLines, keepLines } from './quote-block';
import { guess, subtractSpans, trimSpan } from './spans';

/** Roles of blocks of which something can be left over that must not get lost. */
const leavesRest = new Set(['photo', 'letterhead', 'publication', 'credit', 'dateline']);

/** Everything that no recogniser claimed, in the order of the text. */
export const gatherParagraphs: Recogniser = (page: Page): Page => {
  const paragraphs: Guess<string>[] = [];
  const cuts = page.cuts.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (const block of page.blocks) {
    while ((cuts[next]?.end ?? Infinity) <= block.span.start) next++;
    const role = page.roles.get(block.index);
    if (role !== undefined && !leavesRest.has(role)) continue;
    const holes: Span[] = [];
    for (let i = next; (cuts[i]?.start ?? Infinity) < block.span.end; i++) {
      const cut = cuts[i];
      if (cut) holes.push(cut);
    }
    paragraphs.push(...pieces(page, block, holes));
  }
  return note(page, { found: { paragraphs } });
};

function pieces(page: Page, block: Block, holes: readonly Span[]): readonly Guess<string>[] {
  return subtractSpans(block.span, holes)
    .map((span) => trimSpan(page.text, span))
    .filter(
      (span) => holes.length === 0 || /[\p{L}\p{N}]/u.test(page.text.slice(span.start, span.end)),
    )
    .map((span) => {
      const value = block.kind === 'list' ? keepLines(page.text, span) : joinLines(page.text, span);
      return guess(value, span, 'high');
    });
}
