import { Buffer } from 'node:buffer';
import { characterClasses, classAt, isApostrophe, isHyphen, widthAt } from './character-classes';
import type { IdSink } from './id-sink';
import { isSoftBreak, marksEnd, visitTokens } from './text-analysis';
import { detached, foldHan, longestWord } from './word-folding';
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
/** UTF-16 code units of a piece whose words are remembered. */
const longestPiece = 48;
const mostPieces = 1 << 15;

/** The words of a piece of text that a plain scan can't read. */
interface Piece {
  readonly ids: readonly number[];
  /** Which of `ids` had accents, and the forms with them. */
  readonly accents: readonly (readonly [number, string])[];
  /** Where the first word starts and the last one ends in it. */
  readonly start: number;
  readonly end: number;
}

const nowhere = -2;

const space = 0x20;
const ampersand = 0x26;
const comma = 0x2c;
const point = 0x2e;
const semicolon = 0x3b;
const wideComma = 0xff0c;
const widePoint = 0xff0e;

/** What stands behind a run of ASCII letters and digits. */
const wordEnds = 0;
const possessive = 1;
/** An apostrophe with more of the word behind it. */
const wordGoesOn = 2;
const closerLook = 3;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

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
  readonly #pieces = new Map<string, Piece>();

  #text = '';
  /** Where the last word ends. */
  #wordEnd = nowhere;
  /** Where the Han character before ends; `nowhere` when a word came last. */
  #hanEnd = nowhere;

  constructor(words: WordTable) {
    this.#words = words;
  }

  /**
   * Appends the ids of the text's tokens in order, with `streamBreak` between two Han characters
   * that don't touch.
   */
  encode(text: string, sink: IdSink): void {
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

  #scan(length: number, sink: IdSink): void {
    const units = this.#units;
    const words = this.#words;
    // there is room for the whole text, so that the array stays the same
    const ids = sink.ids;
    let at = 0;
    for (;;) {
      let lower = plainUnits[units[at] ?? 0] ?? 0;
      if (lower === 0) {
        if (at >= length) return;
        at += 1;
        continue;
      }
      if (lower === special) {
        at = this.#readSpecial(at, sink);
        continue;
      }
      const start = at;
      let first = firstHashSeed;
      let second = secondHashSeed;
      let apostrophes = 0;
      let after = wordEnds;
      for (;;) {
        do {
          first = firstHash(first, lower);
          second = secondHash(second, lower);
          at += 1;
          lower = plainUnits[units[at] ?? 0] ?? 0;
        } while ((lower & 0x7f) !== 0);
        after = units[at] === space ? wordEnds : this.#behind(start, at);
        if (after !== wordGoesOn) break;
        apostrophes += 1;
        at += 1;
        lower = plainUnits[units[at] ?? 0] ?? 0;
      }
      const wordLength = at - start - apostrophes;
      if (after === closerLook || wordLength > longestWord) {
        at = this.#readPiece(start, sink);
        continue;
      }
      let id = words.plainId(first, second, wordLength);
      if (id === 0) id = words.addPlain(first, second, plainWord(units, start, at));
      this.#noteHyphen(start, sink.length);
      ids[sink.length] = id;
      sink.length += 1;
      if (after === possessive) at += 2;
      this.#wordEnd = at;
      this.#hanEnd = nowhere;
    }
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
      if (isLetter(next)) return at === start + 1 ? closerLook : wordEnds;
      return isDigit(next) && isDigit(this.#units[at - 1] ?? 0) ? closerLook : wordEnds;
    }
    if (unit === comma) {
      return isDigit(next) && isDigit(this.#units[start] ?? 0) ? closerLook : wordEnds;
    }
    if (unit === ampersand) return isLetter(next) && at <= start + 3 ? closerLook : wordEnds;
    if (isApostrophe(unit)) return this.#behindApostrophe(at + 1);
    if (unit < 0x80) return wordEnds;
    const kind = classAt(this.#text, at);
    return kind === separator || kind === han ? wordEnds : closerLook;
  }

  #behindApostrophe(at: number): number {
    const unit = this.#units[at] ?? 0;
    if (!isLetter(unit)) {
      return unit >= 0x80 && classAt(this.#text, at) === letter ? closerLook : wordEnds;
    }
    if ((unit | 0x20) !== 0x73) return wordGoesOn;
    const kind = classAt(this.#text, at + 1);
    return kind === separator || kind === han ? possessive : wordGoesOn;
  }

  /** Reads what isn't ASCII at `at`; answers where to go on. */
  #readSpecial(at: number, sink: IdSink): number {
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
  #readHan(from: number, sink: IdSink): number {
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
        sink.ids[sink.length] = streamBreak;
        sink.length += 1;
      }
      sink.ids[sink.length] = id;
      sink.length += 1;
      this.#hanEnd = end;
      at = end;
    } while (hanIds[units[at] ?? 0] !== 0);
    return at;
  }

  #hanId(start: number, end: number): number {
    const id = this.#words.hanId(foldHan(this.#text.slice(start, end)));
    if (end === start + 1) this.#hanIds[this.#units[start] ?? 0] = id;
    return id;
  }

  /** Whether between two Han characters there is only a line break inside a sentence. */
  #wrapped(from: number, to: number): boolean {
    return (this.#units[from] ?? 0) <= space && isSoftBreak(this.#text, from, to);
  }

  /** Reads the words of the piece that begins at `start`; answers where it ends. */
  #readPiece(start: number, sink: IdSink): number {
    const end = this.#pieceEnd(start);
    const piece = this.#piece(this.#text.slice(start, end));
    if (piece.ids.length === 0) return end;
    this.#noteHyphen(start + piece.start, sink.length);
    for (const [place, accented] of piece.accents) {
      this.accents.push([sink.length + place, accented]);
    }
    for (const id of piece.ids) {
      sink.ids[sink.length] = id;
      sink.length += 1;
    }
    this.#wordEnd = start + piece.end;
    this.#hanEnd = nowhere;
    return end;
  }

  /** The first place from `start` on where what comes before and after don't touch each other. */
  #pieceEnd(start: number): number {
    let at = start;
    for (;;) {
      const lower = plainUnits[this.#units[at] ?? 0] ?? 0;
      if (lower !== 0 && lower !== special) at += 1;
      else if (this.#pieceGoesOn(at)) at += widthAt(this.#text, at);
      else return at;
    }
  }

  #pieceGoesOn(at: number): boolean {
    const text = this.#text;
    const unit = this.#units[at] ?? 0;
    switch (unit) {
      case point:
        return true;
      case comma:
      case wideComma:
      case widePoint:
        return classAt(text, at + 1) === digit;
      case ampersand:
        return isLetter(this.#units[at + 1] ?? 0);
      case semicolon:
        // "R&amp;D" is no name with an ampersand
        return text.startsWith('&amp', at - 4);
      default:
        if (isApostrophe(unit)) return classAt(text, at + 1) === letter;
        if (unit < 0x80) return false;
        return classAt(text, at) !== separator && classAt(text, at) !== han;
    }
  }

  #piece(text: string): Piece {
    if (text.length > longestPiece) return this.#analyse(text);
    const known = this.#pieces.get(text);
    if (known !== undefined) return known;
    const piece = this.#analyse(text);
    if (this.#pieces.size >= mostPieces) this.#pieces.clear();
    this.#pieces.set(detached(text), piece);
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
