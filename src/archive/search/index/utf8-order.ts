import { Buffer } from 'node:buffer';
import { byCodeUnits } from '../sorted-words';

/** Bits of a key: five characters and two, by their ranks, and the text's place. */
const rankBits = 6;
const highUnits = 5;
const lowUnits = 2;
const placeBits = 22;
const placeMask = (1 << placeBits) - 1;
const mostPlaces = 1 << placeBits;

/** Whether a character has a rank of its own: what words, and the marks before terms, are made of. */
function isDistinct(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 1 || unit === 2;
}

/** From 1 on, in the order of the characters; the last one is that of all others. */
const ranks = new Uint8Array(0x80);
for (let unit = 0, rank = 0; unit < ranks.length; unit += 1) {
  if (unit === 0 || isDistinct(unit) || isDistinct(unit - 1)) rank += 1;
  ranks[unit] = rank;
}

const surrogate = /[\ud800-\udfff]/;

/** The places of the texts in the order of their UTF-8 bytes. */
export function inUtf8Order(texts: readonly string[]): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(texts.length);
  const byText = utf8Order(texts);
  const byPlace = (left: number, right: number): number =>
    byText(texts[left] ?? '', texts[right] ?? '');
  if (texts.length > mostPlaces) return order.map((_, place) => place).sort(byPlace);
  const keys = sortedKeys(texts);
  for (let start = 0; start < order.length;) {
    let end = start;
    do {
      order[end] = (keys[end * 2] ?? 0) & placeMask;
      end += 1;
    } while (end < order.length && isSameBeginning(keys, start, end));
    if (end - start > 1) order.subarray(start, end).sort(byPlace);
    start = end;
  }
  return order;
}

/**
 * For each text 64 bits, sorted: its beginning and, lowest, its place. Numbers are sorted without a
 * call for each two of them. The lower half of each comes first, as on all machines of today.
 */
function sortedKeys(texts: readonly string[]): Uint32Array {
  const keys = new Uint32Array(texts.length * 2);
  texts.forEach((text, place) => {
    let high = 0;
    let low = 0;
    let isWhole = true;
    for (let at = 0; at < highUnits + lowUnits; at += 1) {
      const unit = isWhole && at < text.length ? text.charCodeAt(at) : -1;
      const rank = unit < 0 ? 0 : (ranks[Math.min(unit, ranks.length - 1)] ?? 0);
      if (at < highUnits) high = (high << rankBits) | rank;
      else low = (low << rankBits) | rank;
      // What follows a character that shares its rank with others says nothing about the order.
      if (unit >= 0 && !isDistinct(unit)) isWhole = false;
    }
    keys[place * 2 + 1] = (high << 2) | (low >>> 10);
    keys[place * 2] = (low << placeBits) | place;
  });
  new BigUint64Array(keys.buffer).sort();
  return keys;
}

function isSameBeginning(keys: Uint32Array, left: number, right: number): boolean {
  return (
    keys[left * 2 + 1] === keys[right * 2 + 1] &&
    (keys[left * 2] ?? 0) >>> placeBits === (keys[right * 2] ?? 0) >>> placeBits
  );
}

/**
 * The order of the texts' UTF-8 bytes. Without surrogates that is the order of UTF-16 code units,
 * which is much quicker to tell.
 */
function utf8Order(texts: readonly string[]): (left: string, right: string) => number {
  if (!texts.some((text) => surrogate.test(text))) return byCodeUnits;
  return (left, right) => Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));
}
