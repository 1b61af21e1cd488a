import { Buffer } from 'node:buffer';
import { characterClasses, classAt, hanClass, isApostrophe, isHyphen } from './character-classes';
import { HanPlaces } from './han-places';
import { finished, isWanted, QueryMatcher, type Match } from './query-matcher';
import type { NeedleSet, SequenceNeedle } from './query-needles';
import { tokenise, type Token } from './text-analysis';
import { partsRuns, partsWords, pieceEnd, pieceStart, type IsGap } from './text-pieces';
import { anchorOf, longestBeginning, plainCode, WordBeginnings } from './word-beginnings';

/**
 * A sign that may stand inside a word, or join two, with what follows: "U.S.", "20,000", "don't",
 * "e-mail". Behind an underscore, which parts words too, `\b` sees no word begin.
 */
const joined = /[-.,'’&_][a-z0-9]/gi;
/** Beyond ASCII, but for what is certainly a separator or a Han character. */
const beyondAscii =
  /[^\x00-\x7f\u2012-\u2027\u3001-\u3004\u3008-\u3020\u4e00-\u9fff\uff01\uff08\uff09\uff1a\uff1b\uff1f]/g;
const hanOrKana = new RegExp(`[${hanClass}]`, 'u');

/** A word of a piece that may belong to a sequence. */
interface Anchor {
  readonly sequence: SequenceNeedle;
  /** Which token of the sequence, and which of the piece. */
  readonly position: number;
  readonly token: number;
}

/** What of a query a piece of text between two gaps has; offsets from its beginning. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly matches: readonly Match[];
  readonly anchors: readonly Anchor[];
}

/** What stands between two gaps of a text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Offsets from `start`. */
  readonly tokens: readonly Token[];
}

/** Goes from token to token, and from piece to piece. */
class TokenWalk {
  #piece: Piece;
  #token: number;

  constructor(piece: Piece, token: number) {
    this.#piece = piece;
    this.#token = token;
  }

  /** Where the piece begins that the last step led to. */
  get offset(): number {
    return this.#piece.start;
  }

  step(direction: 1 | -1, neighbour: (piece: Piece) => Piece | null): Token | null {
    this.#token += direction;
    for (;;) {
      const token = this.#piece.tokens[this.#token];
      if (token !== undefined) return token;
      const piece = neighbour(this.#piece);
      if (piece === null) return null;
      this.#piece = piece;
      this.#token = direction > 0 ? 0 : piece.tokens.length - 1;
    }
  }
}

/** UTF-16 code units of a piece of which the reading is remembered. */
const longestRemembered = 48;
const mostRemembered = 1 << 14;

/**
 * Finds exactly what `QueryMatcher` finds, reading only the pieces between gaps in which a word begins
 * as one of the query does, or two Han characters stand that are looked for.
 */
export class QuickMatcher {
  readonly #needles: NeedleSet;
  readonly #whole: QueryMatcher;
  readonly #beginnings: WordBeginnings;
  /** Null where no Han characters are looked for. */
  readonly #hanPlaces: HanPlaces | null;
  readonly #anchored = new Map<string, { sequence: SequenceNeedle; position: number }[]>();
  readonly #readings = new Map<string, Reading>();
  readonly #tokens = new Map<string, readonly Token[]>();
  #text = '';
  #isGap: IsGap = partsWords;
  #matches: Match[] = [];
  /** Where each piece of the text ends that was read, by where it starts. */
  readonly #read = new Map<number, number>();

  constructor(needles: NeedleSet) {
    this.#needles = needles;
    this.#whole = new QueryMatcher(needles);
    this.#beginnings = new WordBeginnings(needles);
    const seeksHan = needles.hanPairs.size > 0 || needles.sequences.some(hasHan);
    this.#hanPlaces = seeksHan ? new HanPlaces(needles) : null;
    for (const sequence of needles.sequences) {
      const anchor = anchorOf(sequence);
      if (anchor === null) continue;
      const entry = { sequence, position: sequence.tokens.indexOf(anchor) };
      const others = this.#anchored.get(anchor.text);
      if (others === undefined) this.#anchored.set(anchor.text, [entry]);
      else others.push(entry);
    }
  }

  /** All matches in order; they may overlap. */
  in(text: string): readonly Match[] {
    const { pattern } = this.#beginnings;
    const isAscii = Buffer.byteLength(text) === text.length;
    const hanPlaces = !isAscii && hanOrKana.test(text) ? this.#hanPlaces : null;
    if (pattern === null || hanPlaces?.isComplete === false) return this.#whole.in(text);
    this.#text = text;
    this.#isGap = hanPlaces === null ? partsWords : partsRuns;
    this.#matches = [];
    this.#read.clear();
    this.#readPieces(pattern, () => true);
    this.#readPieces(joined, (at) => this.#mayBeJoined(at));
    if (!isAscii) this.#readPieces(beyondAscii, (at) => isOfWord(text, at));
    if (hanPlaces !== null) this.#readHan(hanPlaces);
    return finished(this.#matches, this.#needles);
  }

  /** Reads the pieces in which the pattern finds a place that `accept` lets through. */
  #readPieces(pattern: RegExp, accept: (at: number) => boolean): void {
    const text = this.#text;
    let from = 0;
    pattern.lastIndex = 0;
    while (pattern.test(text)) {
      const at = pattern.lastIndex - 1;
      if (!accept(at)) continue;
      const start = pieceStart(text, at, from, this.#isGap);
      from = this.#read.get(start) ?? this.#readPiece(start);
      pattern.lastIndex = from;
    }
  }

  #readHan(places: HanPlaces): void {
    let from = 0;
    for (let at = places.next(this.#text, 0); at >= 0; at = places.next(this.#text, from)) {
      const start = pieceStart(this.#text, at, from, this.#isGap);
      from = this.#read.get(start) ?? this.#readPiece(start);
    }
  }

  #readPiece(start: number): number {
    const end = pieceEnd(this.#text, start, this.#isGap);
    this.#read.set(start, end);
    const { tokens, matches, anchors } = this.#readingOf(this.#text.slice(start, end));
    for (const match of matches) {
      this.#matches.push({ start: start + match.start, end: start + match.end, key: match.key });
    }
    for (const anchor of anchors) this.#checkSequence(anchor, { start, end, tokens });
    return end;
  }

  /**
   * Whether a word of the query may begin before or behind the sign before `at`, a letter or digit.
   * Where as many letters precede the sign as are looked for, the word was found by them.
   */
  #mayBeJoined(at: number): boolean {
    const text = this.#text;
    const sign = at - 1;
    if (text.charAt(sign) === '_' && this.#mayBegin(at)) return true;
    let start = sign;
    while (start > 0 && plainCode(text.charCodeAt(start - 1)) > 0) {
      start -= 1;
      if (sign - start === longestBeginning) return false;
    }
    return start < sign && this.#mayBegin(start);
  }

  #mayBegin(start: number): boolean {
    const text = this.#text;
    const first = plainCode(text.charCodeAt(start));
    let second = plainCode(text.charCodeAt(start + 1));
    // In "I's" the word may end at the apostrophe.
    if (second === 0 && !isApostrophe(text.charCodeAt(start + 1))) {
      second = plainCode(text.charCodeAt(start + 2));
    }
    return this.#beginnings.has(first, second);
  }

  #readingOf(piece: string): Reading {
    const known = this.#readings.get(piece);
    if (known !== undefined) return known;
    const tokens = this.#tokensOf(piece);
    const matches: Match[] = [];
    const note = (start: number, end: number, key: number): void => {
      matches.push({ start, end, key });
    };
    this.#whole.visitWords(tokens, note);
    this.#whole.visitHanPairs(tokens, note);
    const anchors: Anchor[] = [];
    if (this.#anchored.size > 0) {
      tokens.forEach(({ text }, token) => {
        for (const entry of this.#anchored.get(text) ?? []) anchors.push({ ...entry, token });
      });
    }
    const reading = { tokens, matches, anchors };
    if (piece.length <= longestRemembered && this.#readings.size < mostRemembered) {
      this.#readings.set(piece, reading);
    }
    return reading;
  }

  #tokensOf(piece: string): readonly Token[] {
    const known = this.#tokens.get(piece);
    if (known !== undefined) return known;
    const tokens = tokenise(piece);
    if (piece.length <= longestRemembered && this.#tokens.size < mostRemembered) {
      this.#tokens.set(piece, tokens);
    }
    return tokens;
  }

  /** Adds the sequence if all of it stands around its anchor in the piece. */
  #checkSequence({ sequence, position, token }: Anchor, piece: Piece): void {
    const anchor = piece.tokens[token];
    if (anchor === undefined || !isWanted(anchor, sequence, position)) return;
    let start = piece.start + anchor.start;
    let end = piece.start + anchor.end;
    const before = new TokenWalk(piece, token);
    for (let at = position - 1; at >= 0; at -= 1) {
      const other = before.step(-1, (from) => this.#pieceBefore(from.start));
      if (other === null || !isWanted(other, sequence, at)) return;
      start = before.offset + other.start;
    }
    const behind = new TokenWalk(piece, token);
    for (let at = position + 1; at < sequence.tokens.length; at += 1) {
      const other = behind.step(1, (from) => this.#pieceBehind(from.end));
      if (other === null || !isWanted(other, sequence, at)) return;
      end = behind.offset + other.end;
    }
    this.#matches.push({ start, end, key: sequence.key });
  }

  #pieceBefore(before: number): Piece | null {
    let end = before;
    while (end > 0 && this.#isGap(this.#text, end - 1)) end -= 1;
    return end === 0 ? null : this.#pieceFrom(pieceStart(this.#text, end, 0, this.#isGap));
  }

  #pieceBehind(behind: number): Piece | null {
    let start = behind;
    while (start < this.#text.length && this.#isGap(this.#text, start)) start += 1;
    return start === this.#text.length ? null : this.#pieceFrom(start);
  }

  #pieceFrom(start: number): Piece {
    const end = pieceEnd(this.#text, start, this.#isGap);
    return { start, end, tokens: this.#tokensOf(this.#text.slice(start, end)) };
  }
}

/** Whether what stands at `at`, beyond ASCII, may be part of a word. */
function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isApostrophe(unit) || isHyphen(unit)) return true;
  const kind = classAt(text, at);
  return kind !== characterClasses.separator && kind !== characterClasses.han;
}

function hasHan({ tokens }: SequenceNeedle): boolean {
  return tokens.some(({ kind }) => kind === 'han');
}
