import { ByteWriter } from '../byte-writer';

/** Bytes that most texts of a list have at most. */
const usualBytes = 10;

/** The texts in that order, as UTF-8, and where each one begins. */
export function textList(
  order: Uint32Array,
  textOf: readonly string[],
): { readonly offsets: Uint8Array; readonly texts: Uint8Array } {
  const offsets = new Uint32Array(order.length + 1);
  const texts = new ByteWriter(order.length * usualBytes + 64);
  for (let rank = 0; rank < order.length; rank += 1) {
    texts.text(textOf[order[rank] ?? 0] ?? '');
    offsets[rank + 1] = texts.length;
  }
  return { offsets: bytesOf(offsets), texts: texts.view() };
}

export function bytesOf(values: Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** The numbers from 0 on. */
export function inTurn(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, at) => at);
}

/** The place of each number in an order. */
export function ranksIn(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank] ?? 0] = rank;
  return ranks;
}
