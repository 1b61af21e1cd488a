import { Buffer } from 'node:buffer';
import { simplifiedHan } from './han-variants';

/** UTF-16 code units. Longer words are cut: nobody types them, and a body may be one unbroken megabyte. */
export const longestWord = 64;

const beyondAscii = /[\u0080-\uffff]/;
/** Latin, Greek and Cyrillic accents, and what only steers how a word is displayed. */
const accents = /[\u0300-\u036f\u00ad\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\u20d0-\u20ff]/g;
/** What only steers how a word is displayed. */
const invisible = /[\u00ad\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\u20d0-\u20ff]/g;
const anyMark = /[\p{M}\u00ad\u200c\u200d\u2060\ufeff]/gu;

/** Letters that NFKD leaves whole although readers type them plainly. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};
const plainLetterPattern = /[ßæœøđðłıþς]/g;

function cutWord(raw: string): string {
  return raw.length > longestWord ? raw.slice(0, longestWord) : raw;
}

/** A word in the form in which it is compared: NFKC, lower case, without accents. */
export function foldWord(raw: string): string {
  const word = cutWord(raw).toLowerCase();
  if (!beyondAscii.test(word)) return word;
  return word
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(plainLetterPattern, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/**
 * The word with its accents, where it has any: "résumé", whose folded form is "resume"; otherwise
 * null. Only width, case and display are folded.
 */
export function accentedForm(raw: string, folded: string): string | null {
  if (!beyondAscii.test(raw)) return null;
  const accented = cutWord(raw)
    .toLowerCase()
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC');
  return accented === folded ? null : accented;
}

/** Folded form of each UTF-16 code unit that is a Han character or kana by itself; 0: not known. */
const foldedUnits = new Uint16Array(0x10000);

/**
 * A Han character or kana in the form in which it is compared: in simplified script, without marks.
 * PDF files often hold Kangxi radicals (U+2F00..2FD5) where the character is meant; NFKC makes one
 * of both, and of half-width kana the usual ones.
 */
export function foldHan(raw: string): string {
  if (raw.length > 1) return foldHanAnew(raw);
  const unit = raw.charCodeAt(0);
  const known = foldedUnits[unit] ?? 0;
  if (known !== 0) return String.fromCharCode(known);
  const folded = foldHanAnew(raw);
  if (folded.length === 1) foldedUnits[unit] = folded.charCodeAt(0);
  return folded;
}

function foldHanAnew(raw: string): string {
  const composed = raw.normalize('NFKC');
  const folded = composed.length === 1 ? composed : composed.replace(anyMark, '');
  const codePoint = folded.codePointAt(0) ?? 0;
  if (folded.length > (codePoint > 0xffff ? 2 : 1)) return folded;
  const simplified = simplifiedHan(codePoint);
  return simplified === codePoint ? folded : String.fromCodePoint(simplified);
}

/** V8 lets a slice keep its whole text in memory; a word that is kept for good must not. */
export function detached(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
