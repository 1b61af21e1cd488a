import type { Segment } from './lines';
import { isWide } from './lines';

/** A row of text as it is read, and the column that it stands in, in points. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly image: number | null;
  /** More than one segment: a row of a table, or a label and its value. */
  readonly cells: number;
  /** Tells the columns of a page apart. */
  readonly column: number;
}

/** Columns may be cut into columns, as in a box below two of them. */
const maxDepth = 4;

/** Segments of a page in the order in which people read: columns one after the other. */
export function linesInOrder(segments: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  let columns = 0;
  const read = (part: readonly Segment[], depth: number): void => {
    const gutter = depth < maxDepth ? findGutter(part) : null;
    if (gutter === null) {
      lines.push(...rowsOf(part, columns));
      columns += 1;
      return;
    }
    for (const band of bandsAround(part, gutter)) {
      if (band.crossing) {
        lines.push(...rowsOf(band.segments, columns));
        columns += 1;
        continue;
      }
      read(
        band.segments.filter((segment) => segment.right <= gutter),
        depth + 1,
      );
      read(
        band.segments.filter((segment) => segment.right > gutter),
        depth + 1,
      );
    }
  };
  read(segments, 0);
  return lines;
}

interface Band {
  readonly crossing: boolean;
  readonly segments: Segment[];
}

/** From top to bottom: what stands across the gutter, and what stands on both sides of it in between. */
function bandsAround(segments: readonly Segment[], gutter: number): readonly Band[] {
  const bands: Band[] = [];
  for (const segment of [...segments].sort(byTop)) {
    const crossing = segment.left < gutter && segment.right > gutter;
    const last = bands.at(-1);
    if (last?.crossing === crossing) last.segments.push(segment);
    else bands.push({ crossing, segments: [segment] });
  }
  return bands;
}

function topOf(segment: Segment): number {
  return segment.image === null ? segment.y - segment.size * 0.75 : segment.y;
}

function byTop(a: Segment, b: Segment): number {
  return topOf(a) - topOf(b) || a.left - b.left;
}

/** Each side of a gutter must have so many lines, */
const leastLines = 4;
/** lines that fill their side so far, */
const leastFill = 0.45;
/** and so many letters in half of its lines: cells of tables have fewer. Han characters count twice. */
const leastLetters = 14;

/**
 * The place of the white strip between two columns: (nearly) no text stands across it, and what stands
 * on its sides is running text. Null where there's none.
 */
function findGutter(segments: readonly Segment[]): number | null {
  const texts = segments.filter((segment) => segment.image === null);
  if (texts.length < 2 * leastLines) return null;
  const left = Math.min(...texts.map((segment) => segment.left));
  const right = Math.max(...texts.map((segment) => segment.right));
  const width = Math.ceil(right - left);
  if (width < 100 || width > 20_000) return null;
  const covered = new Uint32Array(width + 1);
  for (const segment of texts) {
    const [from, to] = [Math.floor(segment.left - left), Math.ceil(segment.right - left)];
    for (let x = Math.max(0, from); x <= Math.min(width, to); x++)
      covered[x] = (covered[x] ?? 0) + 1;
  }
  const most = texts.length * 0.25;
  let best: { at: number; score: number } | null = null;
  let at = Math.floor(width * 0.15);
  while (at < width * 0.85) {
    const count = covered[at] ?? 0;
    let end = at;
    while (end < width && (covered[end] ?? 0) === count) end++;
    if (count <= most && end - at >= 5) {
      const middle = left + (at + end) / 2;
      const score = (end - at) / 100 - count / texts.length;
      if ((best === null || score > best.score) && isGutter(texts, middle)) {
        best = { at: middle, score };
      }
    }
    at = Math.max(end, at + 1);
  }
  return best?.at ?? null;
}

function isGutter(texts: readonly Segment[], gutter: number): boolean {
  const sides = [
    texts.filter((segment) => segment.right <= gutter),
    texts.filter((segment) => segment.left >= gutter),
  ];
  return sides.every((side) => {
    // Loosely justified lines fall into many segments.
    const rows = onOneBaseline(side);
    if (rows.length < leastLines) return false;
    const left = Math.min(...side.map((segment) => segment.left));
    const right = Math.max(...side.map((segment) => segment.right));
    const fills = rows.map(
      (row) => sum(row.map((part) => part.right - part.left)) / (right - left),
    );
    const letters = rows.map((row) => sum(row.map(({ text }) => lettersOf(text))));
    return median(fills) >= leastFill && median(letters) >= leastLetters;
  });
}

function onOneBaseline(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const isBeside = row?.[0] !== undefined && segment.y - row[0].y < 0.5 * segment.size;
    if (isBeside) row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function lettersOf(text: string): number {
  let letters = 0;
  for (const character of text) letters += isWide(character) ? 2 : 1;
  return letters;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function isBeside(segment: Segment, first: Segment, row: readonly Segment[]): boolean {
  if (first.image !== null || segment.image !== null) return false;
  if (Math.abs(first.y - segment.y) >= 0.5 * Math.min(first.size, segment.size)) return false;
  return row.every((other) => other.right <= segment.left + 1 || segment.right <= other.left + 1);
}

/** What stands on one baseline is one line. */
function rowsOf(segments: readonly Segment[], column: number): Line[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && isBeside(segment, first, row))
      row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row): Line => {
    const sorted = [...row].sort((a, b) => a.left - b.left);
    const main = sorted.reduce((best, other) =>
      other.text.length > best.text.length ? other : best,
    );
    const right = Math.max(...sorted.map((segment) => segment.right));
    const cells =
      1 + sorted.filter((segment, i) => i > 0 && isApart(sorted[i - 1], segment)).length;
    return {
      text: sorted.map((segment) => segment.text).join(' '),
      left: sorted[0]?.left ?? 0,
      right,
      y: main.y,
      size: main.size,
      image: main.image,
      cells,
      column,
    };
  });
}

function isApart(before: Segment | undefined, segment: Segment): boolean {
  return before !== undefined && segment.left - before.right > 1.8 * segment.size;
}
