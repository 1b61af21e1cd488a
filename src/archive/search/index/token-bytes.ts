import type { Buffer } from 'node:buffer';
import { rankedFields } from '../ranking';
import type { Token } from '../text-analysis';
import { streamBreak } from '../word-table';
import { ByteWriter, VarintReader } from './byte-writer';


/** A sequence of words in the ids of one part, ready to be looked for. */
export interface Sequence {
  /** The varints of its tokens. */
  readonly bytes: Uint8Array;
  /** The bytes from the rarest token on: what is looked for first. */
  readonly rare: Uint8Array;
}

/** A token sequence as a document's tokens would have it; null for an unknown word. */
export function sequenceOf(
  tokens: readonly Token[],
  idOf: (token: Token) => number,
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
  const bytes = Uint8Array.from(writer.view());
  return { bytes, rare: bytes.subarray(rareStart) };
}

/** Whether a sequence stands in `tokens` between `start` and `end`, beginning with a token. */
export function hasSequence(
  tokens: Buffer,
  start: number,
  end: number,
  { bytes, rare }: Sequence,
): boolean {
  if (bytes.length === 0) return true;
  const region = tokens.subarray(start, end);
  const before = bytes.length - rare.length;
  for (let at = region.indexOf(rare, before); at >= 0; at = region.indexOf(rare, at + 1)) {
    const from = at - before;
    // A varint ends with a byte below 128, so the next one begins behind such a byte.
    if (from > 0 && (region[from - 1] ?? 0) > 127) continue;
    let same = 0;
    while (same < before && region[from + same] === bytes[same]) same += 1;
    if (same === before) return true;
  }
  return false;
}

/** The stretches of a document's tokens that belong to the fields, as pairs of start and end. */
export function fieldStretches(
  tokens: Uint8Array,
  start: number,
  end: number,
  fields: readonly number[],
): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  const last = Math.max(...fields);
  const reader = new VarintReader(tokens, start);
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
