import type { Span } from '../../../shared/parsed-release';
import type { Credit } from '../../../shared/release';
import type { Block } from './blocks';
import { isAnnouncedCaption } from './caption-evidence';
import type { CreditSegment } from './credit-segments';
import { readCredits } from './credit-segments';
import type { Findings, Page, Recogniser, Role } from './page';
import { freeBlocks, isRunningText, note } from './page';
import { guess, overlaps } from './spans';

/** A credit in brackets can be torn apart over so many blocks. */
const longestGroup = 4;
const longestCredit = 400;

/** "(Text by A from B, Photo by C from D)", "文字：张三 摄影：李四", "（宣传部 张三 文/图）". */
export const recogniseCredits: Recogniser = (page: Page): Page => {
  let result = page;
  let after = -1;
  const lastText = freeBlocks(page).findLast((block) => isRunningText(block))?.index ?? 0;
  for (const block of freeBlocks(page)) {
    if (block.index <= after || block.span.start < (page.found.headline?.span.end ?? 0)) continue;
    const group = bracketGroup(page, block);
    const last = group.at(-1) ?? block;
    const span = { start: block.span.start, end: last.span.end };
    const whole = span.end - span.start <= longestCredit ? readCredits(page, span, true) : [];
    if (whole.length > 0) {
      result = noteCredits(result, whole, group);
      after = last.index;
      continue;
    }
    // Further up, what closes a line in brackets is the credit of the photo above it.
    const tail = block.index >= lastText && !isAnnouncedCaption(block) ? tailBrackets(block) : null;
    const atEnd = tail ? readCredits(page, tail, false) : [];
    if (tail && atEnd.every(({ of }) => of === 'photo') && isUnfinished(block, tail)) continue;
    if (tail && atEnd.length > 0) result = noteCredits(result, atEnd, [], tail);
  }
  return result;
};

/** "The ceremony (Photo by A)": words that are no sentence before the brackets are a caption. */
function isUnfinished(block: Block, tail: Span): boolean {
  const words = block.folded.slice(0, tail.start - block.span.start).trimEnd();
  return !isRunningText(block) && /[^.!?。！？"')]$/.test(words);
}

function noteCredits(
  page: Page,
  segments: readonly CreditSegment[],
  blocks: readonly Block[],
  tail?: Span,
): Page {
  const found: { -readonly [K in 'textCredit' | 'photoCredit']?: Findings[K] } = {};
  const text = merge(segments.filter(({ of }) => of === 'text' || of === 'both'));
  const photo = merge(segments.filter(({ of }) => of === 'photo' || of === 'both'));
  const isSaid = text !== null && saysLess(text.credit, page.found.textCredit?.value);
  if (text && !isSaid && page.found.textCredit?.confidence !== 'high') {
    found.textCredit = guess(text.credit, text.span, 'high');
  }
  if (photo && !page.found.photoCredit) found.photoCredit = guess(photo.credit, photo.span, 'high');
  // What another line had said before stays in the text: nothing else keeps these names.
  const isUsed = ({ of }: CreditSegment) =>
    ((isSaid || found.textCredit !== undefined) && (of === 'text' || of === 'both')) ||
    (found.photoCredit !== undefined && (of === 'photo' || of === 'both'));
  const used = segments.filter(isUsed).map(({ span }) => span);
  if (found.textCredit === undefined && found.photoCredit === undefined) return page;
  const roles = blocks.map((block): [number, Role] => [block.index, 'credit']);
  const first = blocks[0];
  const around = tail ?? (first && { start: first.span.start, end: blocks.at(-1)?.span.end ?? 0 });
  return note(page, { found, roles, cuts: [...used, ...bracketsOf(page, around)] });
}

/** Only the office of somebody who is known with that office. */
function saysLess(credit: Credit, known: Credit | undefined): boolean {
  return (
    known !== undefined &&
    known.name !== '' &&
    credit.name === '' &&
    credit.organisation === known.organisation
  );
}

/** The brackets themselves go with what stood in them. */
function bracketsOf(page: Page, around: Span | undefined): readonly Span[] {
  if (!around) return [];
  const ends = [
    { start: around.start, end: around.start + 1 },
    { start: around.end - 1, end: around.end },
  ];
  return ends.filter(({ start, end }) => /[()[\]]/.test(page.folded.slice(start, end)));
}

function merge(segments: readonly CreditSegment[]): { credit: Credit; span: Span } | null {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return null;
  const join = (values: readonly string[]) => {
    const known = [...new Set(values.filter((value) => value !== ''))];
    return known.join(known.some((value) => /\p{Script=Han}/u.test(value)) ? '、' : ', ');
  };
  return {
    credit: {
      name: join(segments.map(({ credit }) => credit.name)),
      organisation: join(segments.map(({ credit }) => credit.organisation)),
    },
    span: { start: first.span.start, end: last.span.end },
  };
}

/** The block, and where it opens a bracket that it doesn't close, those up to the one that does. */
function bracketGroup(page: Page, block: Block): readonly Block[] {
  if (!/^[([]/.test(block.folded) || /[)\]]/.test(block.folded) || block.folded.length > 200)
    return [block];
  const group = [block];
  for (const next of page.blocks.slice(block.index + 1, block.index + longestGroup)) {
    if (page.roles.has(next.index) || next.folded.length > 200) return [block];
    group.push(next);
    if (/[)\]][^\p{L}\p{N}]*$/u.test(next.folded)) return group;
  }
  return [block];
}

/** The brackets at the end of a paragraph. */
function tailBrackets(block: Block): Span | null {
  if (block.kind === 'heading') return null;
  const from = Math.max(0, block.folded.length - 200);
  const tail = /\([^()]{2,160}\)\s*[.。]?$/.exec(block.folded.slice(from));
  if (!tail) return null;
  const start = block.span.start + from + tail.index;
  const length = tail[0].lastIndexOf(')') + 1;
  const span = { start, end: start + length };
  return overlaps(span, block.span) ? span : null;
}
