/**
 * The characters that mean something in a query, in the forms of English and Chinese keyboards. One
 * with a backslash before it is an ordinary character.
 */

const minusSigns = '-－−';
const openParentheses = '(（';
const closeParentheses = ')）';
const asterisks = '*＊';
/** A quotation that one of these opens, any of them closes: keyboards and editors mix them. */
const quotationMarks = '"＂“”';
const cornerQuotations: Readonly<Record<string, string>> = { '「': '」', '『': '』' };
/** These open a quotation inside a piece, too: Chinese writes without spaces. */
const inwardMarks = '“「『';

const escapable = `${quotationMarks}「」『』${openParentheses}${closeParentheses}${minusSigns}|｜:：${asterisks}\\`;
const escapablePattern = /["＂“”「」『』()（）\-－−|｜:：*＊\\]/g;
const escapedPattern = /\\(["＂“”「」『』()（）\-－−|｜:：*＊\\])/g;
const quotedEscapable = `${quotationMarks}「」『』\\`;

/** A piece that is nothing but one of these, in this spelling, joins or excludes others. */
export const operatorWords: Readonly<Record<string, 'or' | 'and' | 'not'>> = {
  OR: 'or',
  '|': 'or',
  '｜': 'or',
  或: 'or',
  AND: 'and',
  NOT: 'not',
};

const isIn = (characters: string, character: string | undefined): boolean =>
  character !== undefined && characters.includes(character);

export const isMinusSign = (character: string | undefined): boolean => isIn(minusSigns, character);
export const isOpenParenthesis = (character: string | undefined): boolean =>
  isIn(openParentheses, character);
export const isCloseParenthesis = (character: string | undefined): boolean =>
  isIn(closeParentheses, character);
export const isAsterisk = (character: string | undefined): boolean => isIn(asterisks, character);
export const isInwardMark = (character: string | undefined): boolean =>
  isIn(inwardMarks, character);
export const isStraightMark = (character: string | undefined): boolean => isIn('"＂', character);

/** Letters and digits of ASCII, which never mean anything; most of what is typed. */
export const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39);

const space = /\s/;
export const isSpace = (character: string | undefined): boolean =>
  character !== undefined && space.test(character);

/** The characters that close what this one opens; null where it opens nothing. */
export function closersOf(character: string | undefined): string | null {
  if (character === undefined) return null;
  return isIn(quotationMarks, character) ? quotationMarks : (cornerQuotations[character] ?? null);
}

/** Whether a backslash stands at `at` and takes the meaning of the character behind it. */
export function isEscape(text: string, at: number): boolean {
  return text[at] === '\\' && isIn(escapable, text[at + 1]);
}

/** Whether the character at `at` follows a backslash that isn't itself behind one. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from -= 1;
  return (at - from) % 2 === 1;
}

/** The piece without the asterisks at its end; as it is where it has nothing else. */
export function withoutAsterisks(piece: string): string {
  let end = piece.length;
  while (isAsterisk(piece[end - 1]) && !isEscaped(piece, end - 1)) end -= 1;
  return end === 0 ? piece : piece.slice(0, end);
}

export function unescapePiece(piece: string): string {
  const isOperator = piece.startsWith('\\') && Object.hasOwn(operatorWords, piece.slice(1));
  return isOperator ? piece.slice(1) : piece.replace(escapedPattern, '$1');
}

/** A piece that is read as plain words with this text. */
export function escapePiece(text: string): string {
  return Object.hasOwn(operatorWords, text) ? `\\${text}` : text.replace(escapablePattern, '\\$&');
}

/** Whether a backslash at `at`, within quotation marks, takes the meaning of what is behind it. */
function isQuotedEscape(text: string, at: number): boolean {
  return text[at] === '\\' && isIn(quotedEscapable, text[at + 1]);
}

export function unescapeQuotation(text: string): string {
  return text.replace(/\\(["＂“”「」『』\\])/g, '$1');
}

/** The text in quotation marks, such that it is read as this text. */
export function quoted(text: string): string {
  return `"${text.replace(/["＂“”\\]/g, '\\$&')}"`;
}

export function hasQuotationMark(text: string): boolean {
  return /["＂“”「」『』]/.test(text);
}

/** Where the quotation that opens before `from` closes, or -1. */
export function quotationEnd(text: string, from: number, closers: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (isQuotedEscape(text, at)) at += 1;
    else if (isIn(closers, text[at])) return at;
  }
  return -1;
}
