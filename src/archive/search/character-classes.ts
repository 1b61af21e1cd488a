/** What a character is to the tokeniser. */
export const characterClasses = {
  separator: 0,
  letter: 1,
  /** Decimal digits of any script. */
  digit: 2,
  /** Han and kana: written without spaces, so that each character is a token. */
  han: 3,
  /** Continues a word but can't begin one: accents, soft hyphens, joiners. */
  mark: 4,
} as const;
type CharacterClass = (typeof characterClasses)[keyof typeof characterClasses];

/** Of a regular expression's character class: Han and kana, with the long vowel mark of each width. */
export const hanClass = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\uff70`;
const hanPattern = new RegExp(`[${hanClass}]`, 'u');
/** The half-width sound marks of kana too, which are letters to Unicode. */
const markPattern = /[\p{M}\u00ad\u200c\u200d\u2060\ufeff\uff9e\uff9f]/u;
const digitPattern = /\p{Nd}/u;
const letterPattern = /[\p{L}\p{N}]/u;

const unknown = 255;
/** Class of each UTF-16 code unit, beyond ASCII found out when it is first met. */
const known = new Uint8Array(0x10000).fill(unknown);
// Patterns of all scripts take longer to compile than the first question of all takes otherwise.
for (let unit = 0; unit < 0x80; unit += 1) known[unit] = asciiClass(unit);

/** ' ’ ＇ ʼ; the last one is a letter to Unicode. */
const apostrophes: ReadonlySet<number> = new Set([0x27, 0x2019, 0xff07, 0x2bc]);
/** - ‐ ‑ ﹣ － */
const hyphens: ReadonlySet<number> = new Set([0x2d, 0x2010, 0x2011, 0xfe63, 0xff0d]);

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || (unit > 0x7f && apostrophes.has(unit));
}

export function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit > 0x7f && hyphens.has(unit));
}

export function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

function asciiClass(unit: number): CharacterClass {
  if (isAsciiLetter(unit)) return characterClasses.letter;
  return isAsciiDigit(unit) ? characterClasses.digit : characterClasses.separator;
}

function classify(character: string): CharacterClass {
  if (isApostrophe(character.charCodeAt(0))) return characterClasses.separator;
  // Some marks are of the Han script: alone they are no character.
  if (markPattern.test(character)) return characterClasses.mark;
  if (hanPattern.test(character)) return characterClasses.han;
  if (digitPattern.test(character)) return characterClasses.digit;
  if (letterPattern.test(character)) return characterClasses.letter;
  return characterClasses.separator;
}

/** Code units of the character at `index`: 2 for a surrogate pair, otherwise 1. */
export function widthAt(text: string, index: number): 1 | 2 {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Where the unbroken ASCII letters and digits from `index` on end. */
export function asciiWordEnd(text: string, index: number): number {
  let at = index;
  for (;;) {
    const unit = text.charCodeAt(at);
    const inWord =
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
    if (!inWord) return at;
    at += 1;
  }
}

/** Class of the character at `index`; the end of the text and lone surrogates are separators. */
export function classAt(text: string, index: number): CharacterClass {
  const unit = text.charCodeAt(index);
  const cached = known[unit];
  if (cached === undefined) return characterClasses.separator;
  if (cached !== unknown) return cached as CharacterClass;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    return classify(String.fromCodePoint(text.codePointAt(index) ?? unit));
  }
  const found = classify(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}
