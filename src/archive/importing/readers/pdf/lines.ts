import type { Run } from './page-runs';

/** Text on one baseline without a wide gap in it, or a picture. Points; y grows downwards. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline; of a picture its upper side. */
  readonly y: number;
  /** Of most of its letters; of a picture its height. */
  readonly size: number;
  readonly image: number | null;
}

/** A gap of so many times the size of the font parts columns and cells. */
const partingGap = 0.9;

/** Runs side by side become segments, in no order that matters. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  const pictures = runs.filter((run) => run.image !== null).map((run) => segmentOf([run]));
  const rows: Run[][] = [];
  const texts = runs.filter((run) => run.image === null).sort((a, b) => a.y - b.y || a.x - b.x);
  for (const run of texts) {
    // Rows come from top to bottom: only the last few can still reach down to this run.
    const row = rows.slice(-8).findLast((candidate) => isOnRow(run, candidate));
    if (row === undefined) rows.push([run]);
    else row.push(run);
  }
  return [...rows.flatMap(segmentsOfRow), ...pictures];
}

/** Most of the lower of the two stands beside the row's first run: also signs set high or low. */
function isOnRow(run: Run, row: readonly Run[]): boolean {
  const tallest = row.reduce((best, other) => (other.size > best.size ? other : best));
  const top = Math.max(run.y - run.size * 0.75, tallest.y - tallest.size * 0.75);
  const bottom = Math.min(run.y + run.size * 0.2, tallest.y + tallest.size * 0.2);
  return bottom - top > 0.55 * 0.95 * Math.min(run.size, tallest.size);
}

function segmentsOfRow(row: readonly Run[]): Segment[] {
  const sorted = [...row].sort((a, b) => a.x - b.x);
  const parts: Run[][] = [];
  let part: Run[] = [];
  let right = -Infinity;
  for (const run of sorted) {
    if (part.some((other) => isOverprint(run, other))) continue;
    const size = Math.max(run.size, part.at(-1)?.size ?? 0);
    if (part.length > 0 && run.x - right > size * partingGap) {
      parts.push(part);
      part = [];
    }
    part.push(run);
    right = Math.max(right, run.x + run.width);
  }
  if (part.length > 0) parts.push(part);
  return parts.map(segmentOf);
}

/** The same text once more in almost the same place: bold or a shadow for programs without either. */
function isOverprint(a: Run, b: Run): boolean {
  return (
    a.text === b.text && Math.abs(a.x - b.x) < a.size * 0.15 && Math.abs(a.y - b.y) < a.size * 0.15
  );
}

function segmentOf(runs: readonly Run[]): Segment {
  let text = '';
  let right = -Infinity;
  const sizes = new Map<number, { letters: number; y: number }>();
  for (const run of runs) {
    text += text === '' ? run.text : blankBetween(text, run, run.x - right) + run.text;
    right = Math.max(right, run.x + run.width);
    const before = sizes.get(run.size)?.letters ?? 0;
    sizes.set(run.size, { letters: before + run.text.trim().length, y: run.y });
  }
  const [main] = [...sizes].sort((a, b) => b[1].letters - a[1].letters);
  const first = runs[0];
  return {
    text: text.trim(),
    left: first?.x ?? 0,
    right,
    y: main?.[1].y ?? 0,
    size: main?.[0] ?? 0,
    image: first?.image ?? null,
  };
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a character is one of a script that is written without blanks. */
export function isWide(character: string): boolean {
  return wide.test(character);
}

function blankBetween(before: string, run: Run, gap: number): string {
  const [last, first] = [before.at(-1) ?? '', run.text[0] ?? ''];
  if (last === ' ' || first === ' ') return '';
  // Justified lines push Chinese characters apart; programs put a quarter between them and Latin.
  const least = isWide(last) && isWide(first) ? 0.8 : isWide(last) || isWide(first) ? 0.4 : 0.12;
  return gap > run.size * least ? ' ' : '';
}
