import { rankedFields } from '../ranking';
import type { Token } from '../text-analysis';
import { streamBreak } from '../word-table';
import { ByteWriter } from './byte-writer';

/**
 * A sequence of words in the ids of one part, ready to be looked for. Its varints are the characters
 * of strings (Latin-1), since V8 looks for a string in a string twice as fast as Node for bytes.
 */
export interface Sequence {
  readonly bytes: string;
  /** What is looked for first: `bytes` from the rarest token or byte on. */
  readonly rare: string;
  /** Where in `bytes` the rarest byte is, and the rarest of the others if there is one. */
  readonly first: number;
  readonly second: number;
}

/** The tokens of a document. */
export interface TokenText {
  /**
   * Adds the places at which a token stands, in order, or only the first of them; the token's varint
   * is given, each byte a character.
   */
  readonly find: (token: string, places: number[], all: boolean) => void;
  /** How many tokens end from one place to before another; so many at most are counted. */
  readonly tokensBetween: (from: number, to: number, most: number) => number;
}

/** The same of tokens of which each byte is a character. */
export function tokenTextOf(tokens: string): TokenText {
  return {
    find: (token, places, all) => {
      for (let at = tokens.indexOf(token); at >= 0; at = tokens.indexOf(token, at + 1)) {
        if (at > 0 && tokens.charCodeAt(at - 1) > 127) continue;
        places.push(at);
        if (!all) return;
      }
    },
    tokensBetween: (from, to, most) => {
      let count = 0;
      for (let at = from; at < to && count < most; at += 1) {
        if (tokens.charCodeAt(at) < 128) count += 1;
      }
      return count;
    },
  };
}

/** Bytes of tokens of which it is counted how often each comes. */
const sampleLength = 1 << 16;

/** How often each byte comes among the tokens of a part's first documents. */
export function byteCounts(tokens: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  const length = Math.min(tokens.length, sampleLength);
  for (let at = 0; at < length; at += 1) {
    const byte = tokens[at] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return counts;
}

/**
 * A token sequence as a document's tokens would have it; null for an unknown word. V8 stops at every
 * byte that is the first of what is looked for, so that it is worth beginning with a rare one, where
 * `counts` tells, even within a token.
 */
export function sequenceOf(
  tokens: readonly Token[],
  idOf: (token: Token) => number,
  counts: Uint32Array | null = null,
): Sequence | null {
  const writer = new ByteWriter(64);
  let previous: Token['kind'] | null = null;
  let rarest = 0;
  let rareStart = 0;
  for (const token of tokens) {
    if (token.kind === 'han' && previous === 'han' && !token.joined) writer.varint(streamBreak);
    const id = idOf(token);
    if (id === 0) return null;
    // Ids were given in the order of first sight: the highest is likely to be the rarest.
    if (id > rarest) {
      rarest = id;
      rareStart = writer.length;
    }
    writer.varint(id);
    previous = token.kind;
  }
  const bytes = writer.view().toString('latin1');
  const countAt = (at: number): number => counts?.[bytes.charCodeAt(at)] ?? 0;
  for (let at = 0; at < bytes.length; at += 1) if (countAt(at) < countAt(rareStart)) rareStart = at;
  let second = rareStart === 0 && bytes.length > 1 ? 1 : 0;
  for (let at = second + 1; at < bytes.length; at += 1)
    if (at !== rareStart && countAt(at) < countAt(second)) second = at;
  return { bytes, rare: bytes.slice(rareStart), first: rareStart, second };
}

/** The varint of a token, each byte a character. */
export function tokenBytes(id: number): string {
  let bytes = '';
  let rest = id;
  for (; rest > 127; rest >>>= 7) bytes += String.fromCharCode((rest & 127) | 128);
  return bytes + String.fromCharCode(rest);
}

/** Whether a sequence stands in `tokens` between `start` and `end`, beginning with a token. */
export function hasSequence(
  tokens: string,
  start: number,
  end: number,
  { bytes, rare }: Sequence,
): boolean {
  const region = tokens.slice(start, end);
  const before = bytes.length - rare.length;
  for (let at = region.indexOf(rare, before); at >= 0; at = region.indexOf(rare, at + 1)) {
    const from = at - before;
    // A varint ends with a byte below 128, so the next one begins behind such a byte.
    if (from > 0 && region.charCodeAt(from - 1) > 127) continue;
    if (before === 0 || region.startsWith(bytes, from)) return true;
  }
  return false;
}

/** The same for a document's tokens, or those of some of its fields where `fields` names them. */
export function hasInFields(
  tokens: string,
  sequence: Sequence,
  fields: readonly number[] | null,
): boolean {
  if (fields === null) return hasSequence(tokens, 0, tokens.length, sequence);
  return fieldStretches(tokens, fields).some(([from, to]) =>
    hasSequence(tokens, from, to, sequence),
  );
}

/** Reads the varints of tokens one after another. */
export class TokenReader {
  at: number;
  readonly #tokens: string;

  constructor(tokens: string, at: number) {
    this.#tokens = tokens;
    this.at = at;
  }

  next(): number {
    const tokens = this.#tokens;
    let byte = tokens.charCodeAt(this.at);
    this.at += 1;
    let id = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = tokens.charCodeAt(this.at);
      this.at += 1;
      id |= (byte & 127) << shift;
    }
    return id;
  }
}

/** The ids of tokens. */
export function readTokens(tokens: string): Uint32Array {
  const end = tokens.length;
  const ids = new Uint32Array(end);
  const reader = new TokenReader(tokens, 0);
  let count = 0;
  while (reader.at < end) {
    ids[count] = reader.next();
    count += 1;
  }
  return ids.subarray(0, count);
}

/** The stretches of a document's tokens that belong to the fields, as pairs of start and end. */
function fieldStretches(
  tokens: string,
  fields: readonly number[],
): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  const last = Math.max(...fields);
  const end = tokens.length;
  const reader = new TokenReader(tokens, 0);
  let open: number | null = null;
  while (reader.at < end) {
    const at = reader.at;
    const id = reader.next();
    if (id === streamBreak || id > rankedFields.length) continue;
    if (open !== null) stretches.push([open, at]);
    const field = id - 1;
    open = fields.includes(field) ? reader.at : null;
    if (field > last) return stretches;
    // Nothing comes behind the last field.
    if (field === rankedFields.length - 1) break;
  }
  if (open !== null) stretches.push([open, end]);
  return stretches;
}
