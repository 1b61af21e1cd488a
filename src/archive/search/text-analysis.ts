import { asciiWordEnd, characterClasses, classAt, widthAt } from './character-classes';
import { foldHan, foldWord } from './word-folding';

/** A word, or a single Han character or kana; offsets are UTF-16 code units of the analysed text. */
export interface Token {
  readonly kind: 'word' | 'han';
  /** The form in which it is compared. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A Han character that directly continues the one before it. */
  readonly joined: boolean;
}

const { separator, letter, digit, han, mark } = characterClasses;

/** "20,000", "1,234.5", "3.5"; not a year with a month ("2022.08") nor a date ("4.8.2022"). */
const number = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<!\d\.)(?!(?:19|20)\d\d\.)\d+\.\d+(?!\.?\d)/y;
/** "U.S.", "U.S", "e.g." */
const acronym =
  /(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![\p{L}\p{N}\p{M}.]))?|[A-Za-z]\.[A-Za-z](?![\p{L}\p{N}\p{M}])/uy;
/** "AT&T", "R&D" */
const ampersand = /[A-Za-z]{1,3}&(?!amp;)[A-Za-z]{1,3}(?![\p{L}\p{N}\p{M}])/uy;
/** Where a text is wrapped inside a Chinese sentence, the sentence goes on. */
const softBreak = /[ \t]*\r?\n[ \t]*/y;
/** ' ’ ＇ ʼ */
const apostrophes = new Set([0x27, 0x2019, 0xff07, 0x2bc]);

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = asciiWordEnd(text, at);
    const kind = classAt(text, at);
    if (kind === separator || kind === han) return at;
    at += widthAt(text, at);
  }
}

function marksEnd(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === mark) at += widthAt(text, at);
  return at;
}

type Visit = (
  kind: Token['kind'],
  text: string,
  start: number,
  end: number,
  joined: boolean,
) => void;

/** Reads a word from `start`, where a letter or digit stands; answers where it ends. */
function readWord(text: string, start: number, visit: Visit): number {
  const special = readSpecialWord(text, start, visit);
  if (special > start) return special;
  const numberEnd = classAt(text, start) === digit ? matchEnd(number, text, start) : -1;
  let end = wordEnd(text, Math.max(start, numberEnd));
  let raw = text.slice(start, end);
  if (numberEnd > 0) raw = raw.replaceAll(',', '');
  while (apostrophes.has(text.charCodeAt(end)) && classAt(text, end + 1) === letter) {
    const partEnd = wordEnd(text, end + 1);
    const part = text.slice(end + 1, partEnd);
    end = partEnd;
    if (part === 's' || part === 'S') break;
    raw += part;
  }
  const folded = foldWord(raw);
  if (folded !== '') visit('word', folded, start, end, false);
  return end;
}

/** Acronyms with dots and names with an ampersand, each one word; answers -1 where none stands. */
function readSpecialWord(text: string, start: number, visit: Visit): number {
  let at = start + 1;
  if (text.charAt(at) === '.') {
    const end = matchEnd(acronym, text, start);
    if (end > 0)
      visit('word', foldWord(text.slice(start, end).replaceAll('.', '')), start, end, false);
    return end;
  }
  while (at < start + 3 && classAt(text, at) === letter) at += 1;
  if (text.charAt(at) !== '&') return -1;
  const end = matchEnd(ampersand, text, start);
  if (end > 0) visit('word', foldWord(text.slice(start, end)), start, end, false);
  return end;
}

/** Reads a run of Han characters from `start`; answers where it ends. */
function readHan(text: string, start: number, visit: Visit): number {
  let at = start;
  for (;;) {
    const end = marksEnd(text, at + widthAt(text, at));
    const folded = foldHan(text.slice(at, end));
    visit('han', folded, at, end, at > start);
    at = end;
    if (classAt(text, at) === han) continue;
    const resumed = matchEnd(softBreak, text, at);
    if (resumed < 0 || classAt(text, resumed) !== han) return at;
    at = resumed;
  }
}

/** Calls `visit` for every token in order: words and single Han characters. */
export function visitTokens(text: string, visit: Visit): void {
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === han) at = readHan(text, at, visit);
    else if (kind === letter || kind === digit) at = readWord(text, at, visit);
    else at += widthAt(text, at);
  }
}

/**
 * Takes a text apart for search. Full-width forms, case and accents are folded; a possessive 's is
 * dropped; "20,000" and "5G" are one word each, "U.S." is "us"; Han text comes as characters that
 * say whether they continue a run, from which the index makes overlapping pairs.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  visitTokens(text, (kind, folded, start, end, joined) => {
    tokens.push({ kind, text: folded, start, end, joined });
  });
  return tokens;
}
