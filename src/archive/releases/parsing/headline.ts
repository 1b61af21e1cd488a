import type { Span } from '../../../shared/parsed-release';
import type { Block } from './blocks';
import type { Page, Recogniser } from './page';
import { freeBlocks, isRunningText, note } from './page';
import { joinLines } from './quote-block';
import { guess, trimSpan } from './spans';

/** Longer than any headline; a text without a headline starts with a paragraph. */
const longestHeadline = 300;
const mostBetween = 4;
const headlineLabel =
  /^(?:(?:(?:headline|title|subject|re|标题|题目|新闻标题)\s*:|(?:(?:press|news|media) (?:release|statement|advisory|alert|invitation)|新闻(?:稿|通稿|公报)|采访(?:邀请|通知)|媒体邀请)\s*(?::|\||[-–—]{1,2}))\s*)+/i;
/** Marks of a heading or of emphasis in Markdown around the words. */
const markup = /^(?:#{1,6}\s+)?(?:\*{1,3}|_{1,3}(?=\S))?|(?:\*{1,3}|_{1,3})?(?:\s+#+)?$/g;

/** The first block that isn't a label, a date line or a contact, if it can be a headline. */
export const recogniseHeadline: Recogniser = (page: Page): Page => {
  const first = freeBlocks(page)[0];
  if (!first || !canBeHeadline(first)) return page;
  const span = headlineSpan(page, first);
  if (span.start >= span.end) return page;
  const labelled = headlineLabel.test(first.folded) || first.kind === 'heading';
  const confidence =
    labelled || (first.index <= 2 && first.folded.length <= 200) ? 'high' : 'medium';
  return note(page, {
    found: { headline: guess(joinLines(page.text, span), span, confidence) },
    roles: [first, ...repetitionsOf(page, first, span)].map(({ index }) => [index, 'headline']),
  });
};

/** The same words once more, as under the subject of a mail. */
function repetitionsOf(page: Page, first: Block, span: Span): readonly Block[] {
  const words = page.folded.slice(span.start, span.end).toLowerCase();
  return freeBlocks(page)
    .filter(({ index }) => index > first.index && index <= first.index + mostBetween)
    .filter(({ folded }) => folded.toLowerCase() === words);
}

/** The words of a heading without its Markdown marks, quote or label. */
function headlineSpan(page: Page, block: Block): Span {
  const label = headlineLabel.exec(block.folded)?.[0].length ?? 0;
  return wordsOfHeading(page.text, { start: block.span.start + label, end: block.span.end });
}

export function wordsOfHeading(text: string, span: Span): Span {
  let { start, end } = span;
  for (const match of text.slice(start, end).matchAll(markup)) {
    if (match.index === 0) start += match[0].length;
    else end -= match[0].length;
  }
  return trimSpan(text, { start, end: Math.max(start, end) });
}

function canBeHeadline(block: Block): boolean {
  if (block.folded.length > longestHeadline || block.kind === 'list') return false;
  if (block.kind === 'heading' || headlineLabel.test(block.folded)) return true;
  const isSentences =
    /[.。]["')]*$/.test(block.folded) &&
    /[.!?。！？]["')]*\s*["'(]?[\p{Lu}\p{Script=Han}]/u.test(block.folded);
  return !(isSentences && isRunningText(block)) && block.folded.length <= 260;
}
