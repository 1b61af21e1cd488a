import type { Buffer } from 'node:buffer';
import { rankedFields } from '../ranking';
import type { Token } from '../text-analysis';
import { streamBreak } from '../word-table';
import { ByteWriter, VarintReader } from './byte-writer';


/** The varints of a token sequence as a document's tokens would have them; null for an unknown word. */
export function sequenceBytes(
  tokens: readonly Token[],
  idOf: (token: Token) => number,
): Uint8Array | null {
  const bytes = new ByteWriter(64);
  let previous: Token['kind'] | null = null;
  for (const token of tokens) {
    if (token.kind === 'han' && previous === 'han' && !token.joined) bytes.varint(streamBreak);
    const id = idOf(token);
    if (id === 0) return null;
    bytes.varint(id);
    previous = token.kind;
  }
  return Uint8Array.from(bytes.view());
}

/** Whether the bytes of a sequence stand in `tokens` between `start` and `end`, beginning with a token. */
export function hasSequence(
  tokens: Buffer,
  start: number,
  end: number,
  sequence: Uint8Array,
): boolean {
  if (sequence.length === 0) return true;
  const region = tokens.subarray(start, end);
  for (let at = region.indexOf(sequence); at >= 0; at = region.indexOf(sequence, at + 1)) {
    // A varint ends with a byte below 128, so the next one begins behind such a byte.
    if (at === 0 || (region[at - 1] ?? 0) < 128) return true;
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
