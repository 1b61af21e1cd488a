import {
  asciiWordEnd,
  characterClasses,
  classAt,
  hanClass,
  isApostrophe,
  isHyphen,
  widthAt,
} from './character-classes';
import { isDistinctHan } from './han-variants';
import { accentedForm, foldHan, foldWord } from './word-folding';

/** A word, or a single Han character or kana; offsets are UTF-16 code units of the analysed text. */
export interface Token {
  readonly kind: 'word' | 'han';
  /** The form in which it is compared. */
  readonly text: string;
  /**
   * The word before its accents were folded, where it has any; a Han character as it was written,
   * where it is one of its own (see `isDistinctHan`).
   */
  readonly accented: string | null;
  readonly start: number;
  readonly end: number;
  /** A Han character that directly continues the one before it. */
  readonly joined: boolean;
  /** A word that only a hyphen parts from the word before it: "e-mail", "2022-08-04". */
  readonly hyphened: boolean;
}

const { separator, letter, digit, han, mark } = characterClasses;

/**
 * "20,000", "1,234.5", "3.5"; not a year with a month ("2022.08") nor a date ("4.8.2022"). `figure`,
 * `comma` and `point` are what may stand for each.
 */
function numberPattern(figure: string, comma: string, point: string, century: string): RegExp {
  const grouped = `${figure}{1,3}(?:${comma}${figure}{3})+(?!${figure})(?:${point}${figure}+)?`;
  const year = `(?:${century})${figure}{2}${point}`;
  const decimal = `(?<!${figure}${point})(?!${year})${figure}+${point}${figure}+(?!${point}?${figure})`;
  return new RegExp(`${grouped}|${decimal}`, 'y');
}
const number = numberPattern('[0-9]', ',', '\\.', '19|20');
const wideNumber = numberPattern('[０-９]', '[,，]', '[.．]', '１９|２０');

/** Not in the middle of a word; Han characters may touch one. */
const wordStops = String.raw`(?!(?![${hanClass}])[\p{L}\p{N}\p{M}])`;
/** "U.S.", "U.S", "e.g." */
const acronym = new RegExp(
  String.raw`(?:[A-Za-z]\.){2,}(?:[A-Za-z](?!\.)${wordStops})?|[A-Za-z]\.[A-Za-z]${wordStops}`,
  'uy',
);
/** "AT&T", "R&D" */
const ampersand = new RegExp(`[A-Za-z]{1,3}&(?!amp;)[A-Za-z]{1,3}${wordStops}`, 'uy');
/** Where a text is wrapped inside a Chinese sentence, the sentence goes on. */
const softBreak = /[ \t]*\r?\n[ \t]*/y;

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

/** Where the marks from `from` on end. */
export function marksEnd(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === mark) at += widthAt(text, at);
  return at;
}

/** Whether from `from` to `to` there is nothing but one line break with its indentation. */
export function isSoftBreak(text: string, from: number, to: number): boolean {
  return matchEnd(softBreak, text, from) === to;
}

type VisitWord = (raw: string, start: number, end: number) => void;
type VisitHan = (folded: string, start: number, end: number, joined: boolean) => void;

/** Reads a word from `start`, where a letter or digit stands; answers where it ends. */
function readWord(text: string, start: number, visit: VisitWord): number {
  const special = readSpecialWord(text, start, visit);
  if (special > start) return special;
  const numberEnd = classAt(text, start) === digit ? readNumber(text, start) : -1;
  let end = wordEnd(text, Math.max(start, numberEnd));
  let raw = text.slice(start, end);
  if (numberEnd > 0) raw = raw.replace(/[,，]/g, '');
  while (isApostrophe(text.charCodeAt(end)) && classAt(text, end + 1) === letter) {
    const partEnd = wordEnd(text, end + 1);
    const part = text.slice(end + 1, partEnd);
    end = partEnd;
    if (part === 's' || part === 'S') break;
    raw += part;
  }
  visit(raw, start, end);
  return end;
}

function readNumber(text: string, start: number): number {
  return matchEnd(text.charCodeAt(start) < 0x80 ? number : wideNumber, text, start);
}

/** Acronyms with dots and names with an ampersand, each one word; answers -1 where none stands. */
function readSpecialWord(text: string, start: number, visit: VisitWord): number {
  let at = start + 1;
  if (text.charAt(at) === '.') {
    const end = matchEnd(acronym, text, start);
    if (end > 0) visit(text.slice(start, end).replaceAll('.', ''), start, end);
    return end;
  }
  while (at < start + 3 && classAt(text, at) === letter) at += 1;
  if (text.charAt(at) !== '&') return -1;
  const end = matchEnd(ampersand, text, start);
  if (end > 0) visit(text.slice(start, end), start, end);
  return end;
}

/** Reads a run of Han characters from `start`; answers where it ends. */
function readHan(text: string, start: number, visit: VisitHan): number {
  let at = start;
  for (;;) {
    const end = marksEnd(text, at + widthAt(text, at));
    visit(foldHan(text.slice(at, end)), at, end, at > start);
    at = end;
    if (classAt(text, at) === han) continue;
    const resumed = matchEnd(softBreak, text, at);
    if (resumed < 0 || classAt(text, resumed) !== han) return at;
    at = resumed;
  }
}

/** Calls `visit` for every token in order: words and single Han characters. */
export function visitTokens(text: string, visit: (token: Token) => void): void {
  /** Where the last word ends. */
  let lastWordEnd = -1;
  const visitWord: VisitWord = (raw, start, end) => {
    const folded = foldWord(raw);
    if (folded === '') return;
    visit({
      kind: 'word',
      text: folded,
      accented: accentedForm(raw, folded),
      start,
      end,
      joined: false,
      hyphened: lastWordEnd === start - 1 && isHyphen(text.charCodeAt(lastWordEnd)),
    });
    lastWordEnd = end;
  };
  const visitHan: VisitHan = (folded, start, end, joined) => {
    const isDistinct = isDistinctHan(text.codePointAt(start) ?? 0);
    const accented = isDistinct ? String.fromCodePoint(text.codePointAt(start) ?? 0) : null;
    visit({ kind: 'han', text: folded, accented, start, end, joined, hyphened: false });
  };
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === han) at = readHan(text, at, visitHan);
    else if (kind === letter || kind === digit) at = readWord(text, at, visitWord);
    else at += widthAt(text, at);
  }
}

/**
 * Takes a text apart for search. Full-width forms, case and accents are folded; a possessive 's is
 * dropped; "20,000" and "5G" are one word each, "U.S." is "us"; Han text comes as characters in
 * simplified script that say whether they continue a run, from which the index makes overlapping
 * pairs.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  visitTokens(text, (token) => tokens.push(token));
  return tokens;
}
