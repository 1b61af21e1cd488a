import type { Span } from '../../../shared/parsed-release';
import { columnsOf, isHan } from './fold';
import { trimSpan } from './spans';
import { wrapWidthOf } from './wrap-width';

type BlockKind = 'text' | 'heading' | 'list';

/** A paragraph as the eye sees it: one line, or several that were wrapped or belong to one list. */
export interface Block {
  readonly index: number;
  readonly span: Span;
  readonly lines: readonly Span[];
  readonly kind: BlockKind;
  /** Same length as the span, folded, with line breaks as spaces. */
  readonly folded: string;
  /** Whether a blank line (or the start of the text) stands before it. */
  readonly afterGap: boolean;
}

interface Line extends Span {
  readonly afterGap: boolean;
}

const listMark = /^(?:[-*+•·●○◆■]\s|\d{1,3}[.)]\s|>|\||```)/;
const headingMark = /^#{1,6}\s/;
const startsOwnBlock =
  /^(?:\(|by\s|contacts?\b|media contact|press contact|tel\b|phone|e-?mail|about\s|photos?\b|text\b|caption|图|文|\(|记者|联系|关于|[\w.+-]+@|https?:)/i;
/** So many lines are looked at one by one, a long book's worth; what comes after stays together. */
const mostLines = 400_000;
/** A line that ends so can't be a whole one. */
const endsOpen = /(?:,|\b(?:a|an|and|at|by|for|from|in|into|of|on|or|the|to|with|its|their))$/i;

/** Splits the text into blocks; every character that isn't blank lies in exactly one of them. */
export function splitBlocks(text: string, folded: string): readonly Block[] {
  const lines = readLines(text);
  const width = wrapWidthOf(
    lines.map((line) => ({ ...line, text: folded.slice(line.start, line.end) })),
  );
  const blocks: Block[] = [];
  let group: Line[] = [];
  const flush = () => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    const content = folded
      .slice(span.start, span.end)
      .replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ' ');
    blocks.push({
      index: blocks.length,
      span,
      lines: group.map(({ start, end }) => ({ start, end })),
      kind: kindOf(content),
      folded: content,
      afterGap: first.afterGap,
    });
    group = [];
  };
  for (const line of lines) {
    const previous = group.at(-1);
    const first = group[0];
    if (previous && first && !belongsTogether(folded, first, previous, line, width)) flush();
    group.push(line);
  }
  flush();
  return blocks;
}

function belongsTogether(
  folded: string,
  first: Line,
  previous: Line,
  line: Line,
  width: number | null,
) {
  if (line.afterGap) return false;
  const opening = folded.slice(first.start, first.start + 8);
  const before = folded.slice(previous.start, previous.end);
  const next = folded.slice(line.start, line.end);
  const isList = listMark.test(opening);
  if (headingMark.test(before) || headingMark.test(next)) return false;
  if (isList) return true;
  if (listMark.test(next)) return false;
  if (startsOwnBlock.test(next))
    return width !== null && !/[.!?。！？:]$/.test(before) && isFull(before, next, width);
  if (width !== null) return isFull(before, next, width);
  return (
    columnsOf(before.slice(0, 200)) >= 40 &&
    (/^\p{Ll}/u.test(next) ? !/[.!?:;]$/.test(before) : endsOpen.test(before.slice(-8)))
  );
}

/** A line is full where the first word of the next one would not have fitted any more. */
function isFull(line: string, next: string, width: number): boolean {
  const word = isHan(next[0]) ? next.slice(0, 1) : (/^\S+/.exec(next.slice(0, width))?.[0] ?? '');
  const slack = isHan(next[0]) ? 3 : 1;
  return columnsOf(line) + columnsOf(word) + slack > width;
}

function kindOf(content: string): BlockKind {
  if (headingMark.test(content)) return 'heading';
  return listMark.test(content) ? 'list' : 'text';
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  const addLine = (start: number, end: number) => {
    const span = trimSpan(text, { start, end });
    if (span.start < span.end) lines.push({ ...span, afterGap });
    afterGap = span.start >= span.end;
  };
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) {
    if (lines.length >= mostLines) break;
    addLine(start, match.index);
    start = match.index + match[0].length;
  }
  addLine(start, text.length);
  return lines;
}
