import { isWide } from './lines';
import { joinLines } from './join-lines';
import { median, type Line } from './reading-order';

/** A paragraph, a heading (by its size), rows of a table, an entry of a list or a picture. */
export interface Block {
  readonly kind: 'text' | 'rows' | 'entry' | 'image';
  /** One text, of rows one for each. */
  readonly texts: readonly string[];
  readonly size: number;
  readonly image: number | null;
  readonly page: number;
  /** Points, of the first line. */
  readonly y: number;
}

/** What paragraphs need to know of the document. */
export interface TextHabits {
  /** Size of the font of most letters, in points. */
  readonly bodySize: number;
  /** From baseline to baseline in running text, in sizes of the font. */
  readonly leading: number;
  /** All words, in small letters: tell whether a hyphen at a line's end belongs to the word. */
  readonly words: ReadonlySet<string>;
}

export function habitsOf(pages: readonly (readonly Line[])[]): TextHabits {
  const letters = new Map<number, number>();
  const leadings: number[] = [];
  const words = new Set<string>();
  for (const lines of pages) {
    lines.forEach((line, index) => {
      if (line.image !== null) return;
      const size = Math.round(line.size * 2) / 2;
      letters.set(size, (letters.get(size) ?? 0) + line.text.length);
      for (const [word] of line.text.matchAll(/\p{L}+(?:-\p{L}+)*/gu))
        words.add(word.toLowerCase());
      const next = lines[index + 1];
      if (next?.column !== line.column || next.image !== null || !isSameSize(line, next)) return;
      const leading = (next.y - line.y) / line.size;
      if (leading > 0.8 && leading < 3) leadings.push(leading);
    });
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return { bodySize: most?.[0] ?? 12, leading: usualLeading(leadings), words };
}

/** The commonest; the middle one could lie between the lines of two paragraphs. */
function usualLeading(leadings: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const leading of leadings) {
    const rounded = Math.round(leading * 20) / 20;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? 1.2;
}

export function isSameSize(a: { size: number }, b: { size: number }): boolean {
  return Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size);
}

/** Letters from which a size is that of a heading, not of text that is set a little larger. */
export const headingScale = 1.15;

const bullet = /^([•·●○◦▪■□◆◇–—‣⁃*\u{f0b7}\u{f0a7}-])\s+(?=\S)/u;

const endOfSentence = /[.!?:;。！？：；…]["'”’»」』）)\]]*$/;

/** The lines of a page as paragraphs. */
export function blocksOfPage(lines: readonly Line[], page: number, habits: TextHabits): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = (): void => {
    const [first] = open;
    if (first !== undefined) blocks.push(blockOf(open, page, habits));
    open = [];
  };
  lines.forEach((line, index) => {
    const before = open.at(-1);
    if (before !== undefined && startsBlock(lines, index, open, habits)) close();
    open.push(line);
  });
  close();
  return blocks;
}

function startsBlock(
  lines: readonly Line[],
  index: number,
  open: readonly Line[],
  habits: TextHabits,
): boolean {
  const line = lines[index];
  const before = open.at(-1);
  const first = open[0];
  if (line === undefined || before === undefined || first === undefined) return true;
  if (line.image !== null || before.image !== null || line.column !== before.column) return true;
  if (!isSameSize(line, before)) return true;
  const gap = (line.y - before.y) / line.size;
  if (gap <= 0 || gap > Math.max(habits.leading, leadingAround(lines, index)) * 1.3 + 0.1)
    return true;
  if (line.cells > 1 || before.cells > 1) return line.cells === 1 || before.cells === 1;
  if (bullet.test(line.text)) return true;
  // Lines of a heading are broken where it looks well.
  if (line.size >= habits.bodySize * headingScale) return gap > 1.9;
  const isEntry = bullet.test(first.text);
  const margin = marginsAround(lines, index);
  const indent = (line.left - before.left) / line.size;
  if (!isEntry && indent > 0.8 && indent < 6 && before.left - margin.left < 0.8 * line.size)
    return true;
  // In a paragraph that begins further right, every line but the first goes back; the next first one doesn't.
  const room = margin.right - before.right;
  const isCentred = open.length === 1 && before.left - margin.left > 2.6 * line.size;
  if (isCentred && room > 2 * line.size) return true;
  if (!endOfSentence.test(before.text)) return room > 0.3 * (margin.right - margin.left);
  return room > firstWordWidth(line) + 0.6 * line.size;
}

/** Line spacing of the text around, in sizes of the font, where it's even. */
function leadingAround(lines: readonly Line[], index: number): number {
  const gaps: number[] = [];
  for (let i = Math.max(1, index - 3); i <= Math.min(lines.length - 1, index + 3); i++) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (above === undefined || line?.column !== above.column || !isSameSize(above, line)) continue;
    const gap = (line.y - above.y) / line.size;
    if (gap > 0.8 && gap < 2.6) gaps.push(gap);
  }
  const [least] = gaps.sort((a, b) => a - b);
  // Text may be set wider than the rest of the document, but not where paragraphs stand apart in it.
  return least !== undefined && gaps.length > 3 ? least : 0;
}

/**
 * The sides between which the text around a line runs: those of its neighbours where some of them end
 * at the same place, else those of the column.
 */
function marginsAround(lines: readonly Line[], index: number): { left: number; right: number } {
  const line = lines[index];
  if (line === undefined) return { left: 0, right: 0 };
  const column = lines.filter(
    (other) => other.column === line.column && other.image === null && isSameSize(other, line),
  );
  const near = lines
    .slice(Math.max(0, index - 4), index + 5)
    .filter((other) => column.includes(other) && Math.abs(other.left - line.left) < 4 * line.size);
  const nearRight = Math.max(...near.map((other) => other.right));
  const full = near.filter((other) => nearRight - other.right < 1.5 * line.size).length;
  const columnRight = percentile(
    column.map((other) => other.right),
    0.95,
  );
  return {
    left: Math.min(...near.map((other) => other.left)),
    right: full >= 3 ? nearRight : Math.max(nearRight, columnRight),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/** In points, from the line's own average. Chinese breaks behind every character but before no sign. */
function firstWordWidth(line: Line): number {
  const text = line.text;
  const perLetter = (line.right - line.left) / Math.max(1, text.length);
  const first = [...text][0] ?? '';
  if (isWide(first)) return line.size * 2.2;
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return (word.length + 1) * perLetter;
}

function blockOf(lines: readonly Line[], page: number, habits: TextHabits): Block {
  const first = lines[0];
  const y = first?.y ?? 0;
  const image = first?.image ?? null;
  if (image !== null) return { kind: 'image', texts: [], size: 0, image, page, y };
  const size = median(lines.map((line) => line.size));
  if (lines.length > 1 && lines.every((line) => line.cells > 1)) {
    return { kind: 'rows', texts: lines.map(({ text }) => text), size, image, page, y };
  }
  const text = joinLines(
    lines.map((line) => line.text),
    habits.words,
  );
  const isEntry = bullet.test(text);
  const texts = [isEntry ? text.replace(bullet, '') : text];
  return { kind: isEntry ? 'entry' : 'text', texts, size, image, page, y };
}

/** Pages one after the other; a paragraph that goes on over a page or column is one. */
export function joinBlocks(blocks: readonly Block[], habits: TextHabits): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const index = joined.findLastIndex((other) => other.kind !== 'image');
    const last = joined[index];
    if (last !== undefined && goesOn(last, block, habits)) {
      joined[index] = {
        ...last,
        texts: [joinLines([...last.texts, ...block.texts], habits.words)],
      };
    } else joined.push(block);
  }
  return joined;
}

function goesOn(last: Block, next: Block, habits: TextHabits): boolean {
  if (next.kind !== 'text' || (last.kind !== 'text' && last.kind !== 'entry')) return false;
  if (!isSameSize(last, next) || last.size >= habits.bodySize * headingScale) return false;
  // Within a page the next column begins higher up.
  if (last.page === next.page && next.y > last.y) return false;
  const [end, start] = [last.texts[0] ?? '', next.texts[0] ?? ''];
  if (end.length < 40 && !end.endsWith('-')) return false;
  if (/[.!?。！？…:：;；"”』」)）】]$/.test(end)) return false;
  return /^[\p{Ll}\d(（"“]/u.test(start) || (isWide(start[0] ?? '') && isWide(end.at(-1) ?? ''));
}
