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
}

/** Bytes of tokens of which it is counted how often each comes. */
const sampleLength = 1 << 16;

/** How often each byte comes among the tokens of a part's first documents. */
export function byteCounts(tokens: string): Uint32Array {
  const counts = new Uint32Array(256);
  const length = Math.min(tokens.length, sampleLength);
  for (let at = 0; at < length; at += 1) {
    const byte = tokens.charCodeAt(at);
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
  if (counts !== null) {
    const countAt = (at: number): number => counts[bytes.charCodeAt(at)] ?? 0;
    for (let at = 0; at < bytes.length; at += 1)
      if (countAt(at) < countAt(rareStart)) rareStart = at;
  }
  return { bytes, rare: bytes.slice(rareStart) };
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

/** The ids of the tokens from `start` to `end`. */
export function readTokens(tokens: string, start: number, end: number): Uint32Array {
  const ids = new Uint32Array(end - start);
  const reader = new TokenReader(tokens, start);
  let count = 0;
  while (reader.at < end) {
    ids[count] = reader.next();
    count += 1;
  }
  return ids.subarray(0, count);
}

/** The stretches of a document's tokens that belong to the fields, as pairs of start and end. */
export function fieldStretches(
  tokens: string,
  start: number,
  end: number,
  fields: readonly number[],
): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  const last = Math.max(...fields);
  const reader = new TokenReader(tokens, start);
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
