import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pdfLimits } from './pdf-limits';
import { tidyText } from './tidy-text';

/**
 * A piece of text of one font, or a picture, in points; y grows downwards. Both in the direction in
 * which the page's text runs: text that stands upright on its side lies here like any other.
 */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Of the baseline; of a picture its upper side. */
  readonly y: number;
  readonly width: number;
  /** Of the font; of a picture its height. */
  readonly size: number;
  /** Number of a picture in the document, or null. */
  readonly image: number | null;
}

/** Runs of one direction, in degrees clockwise; 90 also for vertical writing. */
export interface Direction {
  readonly degrees: number;
  readonly runs: Run[];
}

type Matrix = readonly [number, number, number, number, number, number];

export interface PageText {
  /** The direction with the most letters comes first. */
  readonly directions: readonly Direction[];
  readonly letters: number;
  readonly isCutOff: boolean;
}

/** The text of a page as it stands on it. */
export async function pageText(page: PDFPageProxy): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = viewport.transform as unknown as Matrix;
  const { items, styles } = await page.getTextContent();
  const byDegrees = new Map<number, Direction>();
  let letters = 0;
  for (const item of items.slice(0, pdfLimits.pieces)) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const matrix = multiply(toPage, item.transform as unknown as Matrix);
    const size = Math.hypot(matrix[2], matrix[3]);
    if (!Number.isFinite(size) || size < 0.5) continue;
    const isVertical = styles[item.fontName]?.vertical === true;
    const slope = Math.round((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI);
    const degrees = isVertical ? 90 : Math.abs(slope) <= 2 ? 0 : (slope + 360) % 360;
    const at = turned(matrix[4], matrix[5], degrees);
    const width = isVertical ? Math.abs(item.height) : Math.abs(item.width);
    const direction = byDegrees.get(degrees) ?? { degrees, runs: [] };
    byDegrees.set(degrees, direction);
    const text = tidyText(item.str);
    letters += text.length;
    const y = isVertical ? at.y + size * 0.5 : at.y;
    direction.runs.push({ text, x: at.x, y, width, size, image: null });
  }
  const directions = [...byDegrees.values()].sort((a, b) => lettersIn(b.runs) - lettersIn(a.runs));
  return { directions, letters, isCutOff: items.length > pdfLimits.pieces };
}

function lettersIn(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** Where a point lies once the page is turned so that text of this direction runs to the right. */
export function turned(x: number, y: number, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}

export type { Matrix };
