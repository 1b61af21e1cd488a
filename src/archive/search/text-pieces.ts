import { characterClasses, classAt, isApostrophe, isHyphen } from './character-classes';

/** Whether what stands around a place reads the same without what lies beyond. */
export type IsGap = (text: string, at: number) => boolean;

/** Parts words whatever stands around it. */
export function partsWords(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 0x20;
}

/** ASCII signs that no number, acronym, name or possessive has in it. */
const plainSigns = new Set(Array.from('!"#$%()*+/:<=>?@[\\]^_`{|}~', (sign) => sign.charCodeAt(0)));
/** ， ． stand in wide numbers. */
const numberSigns: ReadonlySet<number> = new Set([0xff0c, 0xff0e]);

const unknown = 0;
const gap = 1;
const noGap = 2;
/** Of the code units other than white space: whether they are gaps of a text with Han characters. */
const gaps = new Uint8Array(0x10000);

/** Parts words and runs of Han characters, which go on behind a line break. */
export function partsRuns(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit <= 0x20) return !isWhite(text, at - 1) && !isWhite(text, at + 1) && !isBreak(unit);
  let kind = gaps[unit] ?? noGap;
  if (kind === unknown) gaps[unit] = kind = isStrong(text, at, unit) ? gap : noGap;
  return kind === gap;
}

function isWhite(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 0x20;
}

function isBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function isStrong(text: string, at: number, unit: number): boolean {
  if (unit < 0x80) return plainSigns.has(unit);
  if ((unit >= 0xd800 && unit <= 0xdfff) || numberSigns.has(unit)) return false;
  if (isApostrophe(unit) || isHyphen(unit)) return false;
  return classAt(text, at) === characterClasses.separator;
}

/** Where the piece of `text` around `at` begins, at `least` or behind it. */
export function pieceStart(text: string, at: number, least: number, isGap: IsGap): number {
  let start = at;
  while (start > least && !isGap(text, start - 1)) start -= 1;
  return start;
}

export function pieceEnd(text: string, at: number, isGap: IsGap): number {
  let end = at;
  while (end < text.length && !isGap(text, end)) end += 1;
  return end;
}
