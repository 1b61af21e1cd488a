import {
  asciiWordEnd,
  characterClasses,
  classAt,
  isApostrophe,
  isAsciiLetter,
  widthAt,
} from './character-classes';
import { visitTokens } from './text-analysis';
import { detached } from './word-folding';
import type { WordTable } from './word-table';

/** The words of a piece of text that a plain scan can't read. */
export interface Piece {
  readonly ids: readonly number[];
  /** Which of `ids` had accents, and the forms with them. */
  readonly accents: readonly (readonly [number, string])[];
  /** Where the first word starts and the last one ends in it. */
  readonly start: number;
  readonly end: number;
}

const { separator, letter, digit, han } = characterClasses;

/** UTF-16 code units of a piece that is remembered. */
const longestRemembered = 48;
const mostRemembered = 1 << 15;

/**
 * The first place after a word's beginning at `start` where a text can be cut without changing how
 * either side is read: pieces hold neither Han characters nor hyphens.
 */
export function pieceEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    at = asciiWordEnd(text, at);
    if (!goesOn(text, at)) return at;
    at += widthAt(text, at);
  }
}

/** Whether what stands at `at` may be part of a word that began before it. */
function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  switch (unit) {
    case 0x2e: // .
      return true;
    case 0x2c: // ,
    case 0xff0c: // ，
    case 0xff0e: // ．
      return classAt(text, at + 1) === digit;
    case 0x26: // &
      return isAsciiLetter(text.charCodeAt(at + 1));
    case 0x3b: // ; – "R&amp;D" is no name with an ampersand
      return text.startsWith('&amp', at - 4);
    default: {
      if (isApostrophe(unit)) return classAt(text, at + 1) === letter;
      const kind = classAt(text, at);
      return kind !== separator && kind !== han;
    }
  }
}

/** Reads pieces and remembers the short ones: the same acronyms, numbers and names come again. */
export class WordPieces {
  readonly #words: WordTable;
  readonly #remembered = new Map<string, Piece>();

  constructor(words: WordTable) {
    this.#words = words;
  }

  read(text: string): Piece {
    if (text.length > longestRemembered) return this.#analyse(text);
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const piece = this.#analyse(text);
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(detached(text), piece);
    return piece;
  }

  #analyse(text: string): Piece {
    const ids: number[] = [];
    const accents: (readonly [number, string])[] = [];
    let start = -1;
    let end = -1;
    visitTokens(text, (token) => {
      if (start < 0) start = token.start;
      end = token.end;
      if (token.accented !== null) accents.push([ids.length, detached(token.accented)]);
      ids.push(this.#words.wordId(token.text));
    });
    return { ids, accents, start, end };
  }
}
