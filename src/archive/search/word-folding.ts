import { Buffer } from 'node:buffer';

/** Longer words are cut: nobody types them, and a body may be one unbroken megabyte. */
const longestWord = 64;

const beyondAscii = /[\u0080-\uffff]/;
/** Latin, Greek and Cyrillic accents, and what only steers how a word is displayed. */
const accents = /[\u0300-\u036f\u00ad\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\u20d0-\u20ff]/g;
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

/** A word in the form in which it is compared: NFKC, lower case, without accents. */
export function foldWord(raw: string): string {
  const word = (raw.length > longestWord ? raw.slice(0, longestWord) : raw).toLowerCase();
  if (!beyondAscii.test(word)) return word;
  return word
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(plainLetterPattern, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/**
 * A Han character or kana in the form in which it is compared. PDF files often hold Kangxi radicals
 * (U+2F00..2FD5) where the character is meant; NFKC makes one of both.
 */
export function foldHan(raw: string): string {
  const folded = raw.normalize('NFKC');
  return folded.length === 1 ? folded : folded.replace(anyMark, '');
}

/** V8 lets a slice keep its whole text in memory; a word that is kept for good must not. */
export function detached(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
