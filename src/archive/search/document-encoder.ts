import { Buffer } from 'node:buffer';
import {
  characterClasses,
  classAt,
  isApostrophe,
  isAsciiDigit,
  isAsciiLetter,
  isHyphen,
  widthAt,
} from './character-classes';
import type { GrowingUint32 } from './index/growing';
import { isSoftBreak, marksEnd } from './text-analysis';
import { isDistinctHan } from './han-variants';
import { foldHan, longestWord } from './word-folding';
import { pieceEnd, WordPieces } from './word-pieces';
import {
  firstHash,
  firstHashSeed,
  plainWord,
  secondHash,
  secondHashSeed,
  streamBreak,
  type WordTable,
} from './word-table';

const { separator, letter, digit, han } = characterClasses;

/** In `plainUnits`: neither a plain separator nor an ASCII letter or digit. */
const special = 0x80;

/**
 * For each UTF-16 code unit the lower-case letter or digit that it is in ASCII, 0 for what parts
 * words, otherwise `special`. Separators beyond ASCII are entered when they are first met.
 */
const plainUnits = new Uint8Array(0x10000).fill(special);
for (let unit = 0; unit < 0x80; unit += 1) {
  const character = String.fromCharCode(unit);
  plainUnits[unit] = /[A-Za-z0-9]/.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
}

/** UTF-16 code units of a text for which the memory is kept for the next one. */
const mostKept = 1 << 20;

const nowhere = -2;

const space = 0x20;
const ampersand = 0x26;
const comma = 0x2c;
const point = 0x2e;

/** What stands behind a run of ASCII letters and digits. */
const wordEnds = 0;
const possessive = 1;
/** An apostrophe with more of the word behind it. This and the next aren't read where they stand. */
const wordGoesOn = 2;
const closerLook = 3;

/**
 * Turns texts into word ids: exactly the tokens that `tokenise` gives, without making a string of
 * each. Words of ASCII letters and digits are hashed where they stand; what needs a closer look
 * ("U.S.", "20,000", accents) is handed to `visitTokens` piece by piece and remembered.
 */
export class DocumentEncoder {
  /** Of the last text: places in the sink of the words that a hyphen joins to the one before. */
  readonly hyphenJoins: number[] = [];
  /** Of the last text: places in the sink of the words that had accents, and the forms with them. */
  readonly accents: (readonly [number, string])[] = [];

  readonly #words: WordTable;
  #buffer = Buffer.allocUnsafeSlow(0);
  #units = new Uint16Array(0);
  /** Id of each code unit that is a Han character by itself; 0: not met yet. */
  readonly #hanIds = new Int32Array(0x10000);
  /** 1 for code units that are a character of their own, not only a way to write another one. */
  readonly #distinctHan = new Uint8Array(0x10000);
  readonly #pieces: WordPieces;

  #text = '';
  /** Where the last word ends. */
  #wordEnd = nowhere;
  /** Where the Han character before ends; `nowhere` when a word came last. */
  #hanEnd = nowhere;

  constructor(words: WordTable) {
    this.#words = words;
    this.#pieces = new WordPieces(words);
  }

  /**
   * Appends the ids of the text's tokens in order, with `streamBreak` between two Han characters
   * that don't touch.
   */
  encode(text: string, sink: GrowingUint32): void {
    if (this.hyphenJoins.length > 0) this.hyphenJoins.length = 0;
    if (this.accents.length > 0) this.accents.length = 0;
    // no token is shorter than a code unit, and no break stands where none parts two tokens
    sink.reserve(text.length);
    this.#text = text;
    this.#wordEnd = nowhere;
    this.#hanEnd = nowhere;
    this.#load(text);
    this.#scan(text.length, sink);
    this.#text = '';
    if (text.length > mostKept) this.#hold(0);
  }

  /** Copies the text into `#units`, with two separators behind it. */
  #load(text: string): void {
    if (this.#units.length < text.length + 2) this.#hold(Math.max(1 << 14, text.length * 1.5 + 2));
    this.#buffer.write(text, 0, 'utf16le');
    this.#units[text.length] = 0;
    this.#units[text.length + 1] = 0;
  }

  /** New memory for at least `length` code units. */
  #hold(length: number): void {
    this.#buffer = Buffer.allocUnsafeSlow(Math.ceil(length) * 2);
    this.#units = new Uint16Array(this.#buffer.buffer);
  }

  /** This loop runs for each character of an archive: whatever it needs often is at hand. */
  #scan(length: number, sink: GrowingUint32): void {
    const units = this.#units;
    const plain = plainUnits;
    const words = this.#words;
    // there is room for the whole text, so that the array stays the same
    const ids = sink.values;
    let count = sink.length;
    let wordEnd = nowhere;
    let at = 0;
    for (;;) {
      let lower = plain[units[at] ?? 0] ?? 0;
      if (lower === 0) {
        if (at >= length) break;
        at += 1;
        continue;
      }
      const start = at;
      let after = closerLook;
      let first = firstHashSeed;
      let second = secondHashSeed;
      if (lower !== special) {
        do {
          // Four at a time: processors foresee the ends of words better than by a loop for each.
          let group = lower;
          lower = plain[units[at + 1] ?? 0] ?? 0;
          at += 1;
          if ((lower & 0x7f) !== 0) {
            group |= lower << 8;
            lower = plain[units[at + 1] ?? 0] ?? 0;
            at += 1;
            if ((lower & 0x7f) !== 0) {
              group |= lower << 16;
              lower = plain[units[at + 1] ?? 0] ?? 0;
              at += 1;
              if ((lower & 0x7f) !== 0) {
                group |= lower << 24;
                lower = plain[units[at + 1] ?? 0] ?? 0;
                at += 1;
              }
            }
          }
          first = firstHash(first, group);
          second = secondHash(second, group);
        } while ((lower & 0x7f) !== 0);
        const unit = units[at] ?? 0;
        // Most words end before a space, or a mark with another one behind it.
        after =
          unit === space || (unit < 0x80 && plain[units[at + 1] ?? 0] === 0)
            ? wordEnds
            : this.#behind(start, at);
      }
      if (after >= wordGoesOn || at - start > longestWord) {
        sink.length = count;
        this.#wordsUntil(wordEnd);
        if (at === start) at = this.#readSpecial(at, sink);
        else if (after === wordGoesOn) at = this.#readOn(start, at, sink);
        else at = this.#readPiece(start, sink);
        count = sink.length;
        wordEnd = this.#wordEnd;
        continue;
      }
      let id = words.plainId(first, second);
      if (id === 0) id = words.addPlain(first, second, plainWord(units, start, at));
      if (wordEnd === start - 1) {
        const between = units[wordEnd] ?? 0;
        if (between !== space && isHyphen(between)) this.hyphenJoins.push(count);
      }
      ids[count] = id;
      count += 1;
      if (after === possessive) at += 2;
      wordEnd = at;
    }
    sink.length = count;
  }

  /** The words before the next token end at `end`: a Han character that came before them is past. */
  #wordsUntil(end: number): void {
    if (end === this.#wordEnd) return;
    this.#wordEnd = end;
    this.#hanEnd = nowhere;
  }

  /** Reads a word of ASCII that an apostrophe parts at `from`; answers where to go on. */
  #readOn(start: number, from: number, sink: GrowingUint32): number {
    const units = this.#units;
    let at = from;
    let apostrophes = 0;
    let after = wordGoesOn;
    while (after === wordGoesOn) {
      apostrophes += 1;
      at += 1;
      while (((plainUnits[units[at] ?? 0] ?? 0) & 0x7f) !== 0) at += 1;
      after = this.#behind(start, at);
    }
    if (after === closerLook || at - start - apostrophes > longestWord) {
      return this.#readPiece(start, sink);
    }
    const id = this.#words.wordId(plainWord(units, start, at));
    this.#noteHyphen(start, sink.length);
    sink.values[sink.length] = id;
    sink.length += 1;
    if (after === possessive) at += 2;
    this.#wordsUntil(at);
    return at;
  }

  #noteHyphen(start: number, place: number): void {
    if (this.#wordEnd === start - 1 && isHyphen(this.#units[start - 1] ?? 0)) {
      this.hyphenJoins.push(place);
    }
  }

  /** What stands at `at`, behind the ASCII letters and digits from `start` on. */
  #behind(start: number, at: number): number {
    const unit = this.#units[at] ?? 0;
    const next = this.#units[at + 1] ?? 0;
    if (unit === point) {
      if (isAsciiLetter(next)) return at === start + 1 ? closerLook : wordEnds;
      return isAsciiDigit(next) && isAsciiDigit(this.#units[at - 1] ?? 0) ? closerLook : wordEnds;
    }
    if (unit === comma) {
      return isAsciiDigit(next) && isAsciiDigit(this.#units[start] ?? 0) ? closerLook : wordEnds;
    }
    if (unit === ampersand) return isAsciiLetter(next) && at <= start + 3 ? closerLook : wordEnds;
    if (isApostrophe(unit)) return this.#behindApostrophe(at + 1);
    if (unit < 0x80) return wordEnds;
    const kind = classAt(this.#text, at);
    return kind === separator || kind === han ? wordEnds : closerLook;
  }

  #behindApostrophe(at: number): number {
    const unit = this.#units[at] ?? 0;
    if (!isAsciiLetter(unit)) {
      return unit >= 0x80 && classAt(this.#text, at) === letter ? closerLook : wordEnds;
    }
    if ((unit | 0x20) !== 0x73) return wordGoesOn;
    const kind = classAt(this.#text, at + 1);
    return kind === separator || kind === han ? possessive : wordGoesOn;
  }

  /** Reads what isn't ASCII at `at`; answers where to go on. */
  #readSpecial(at: number, sink: GrowingUint32): number {
    const unit = this.#units[at] ?? 0;
    if (this.#hanIds[unit] !== 0) return this.#readHan(at, sink);
    const kind = classAt(this.#text, at);
    if (kind === han) return this.#readHan(at, sink);
    if (kind === letter || kind === digit) return this.#readPiece(at, sink);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    if (kind === separator && !isSurrogate) plainUnits[unit] = 0;
    return at + widthAt(this.#text, at);
  }

  /** Reads the Han characters from `from` on that touch each other; answers where they end. */
  #readHan(from: number, sink: GrowingUint32): number {
    const units = this.#units;
    const hanIds = this.#hanIds;
    let at = from;
    do {
      let id = hanIds[units[at] ?? 0] ?? 0;
      let end = at + 1;
      const next = units[end] ?? 0;
      // a mark may follow, or half of the character, unless the next unit is known
      if (id === 0 || (plainUnits[next] === special && hanIds[next] === 0)) {
        end = marksEnd(this.#text, at + widthAt(this.#text, at));
        id = this.#hanId(at, end);
      }
      if (this.#hanEnd !== at && this.#hanEnd !== nowhere && !this.#wrapped(this.#hanEnd, at)) {
        sink.values[sink.length] = streamBreak;
        sink.length += 1;
      }
      if (this.#distinctHan[units[at] ?? 0] === 1) {
        this.accents.push([sink.length, String.fromCharCode(units[at] ?? 0)]);
      }
      sink.values[sink.length] = id;
      sink.length += 1;
      this.#hanEnd = end;
      at = end;
    } while (hanIds[units[at] ?? 0] !== 0);
    return at;
  }

  #hanId(start: number, end: number): number {
    const id = this.#words.hanId(foldHan(this.#text.slice(start, end)));
    const unit = this.#units[start] ?? 0;
    if (isDistinctHan(unit)) this.#distinctHan[unit] = 1;
    if (end === start + 1) this.#hanIds[this.#units[start] ?? 0] = id;
    return id;
  }

  /** Whether between two Han characters there is only a line break inside a sentence. */
  #wrapped(from: number, to: number): boolean {
    return (this.#units[from] ?? 0) <= space && isSoftBreak(this.#text, from, to);
  }

  /** Reads the words of the piece that begins at `start`; answers where it ends. */
  #readPiece(start: number, sink: GrowingUint32): number {
    const end = pieceEnd(this.#text, start);
    const piece = this.#pieces.read(this.#text.slice(start, end));
    if (piece.ids.length === 0) return end;
    this.#noteHyphen(start + piece.start, sink.length);
    for (const [place, accented] of piece.accents) {
      this.accents.push([sink.length + place, accented]);
    }
    for (const id of piece.ids) {
      sink.values[sink.length] = id;
      sink.length += 1;
    }
    this.#wordEnd = start + piece.end;
    this.#hanEnd = nowhere;
    return end;
  }
}
