import { Buffer } from 'node:buffer';
import { byCodeUnits } from '../sorted-words';

const surrogate = /[\ud800-\udfff]/;

/**
 * The order of the texts' UTF-8 bytes. Without surrogates that is the order of UTF-16 code units,
 * which is much quicker to tell.
 */
export function utf8Order(texts: readonly string[]): (left: string, right: string) => number {
  if (!texts.some((text) => surrogate.test(text))) return byCodeUnits;
  return (left, right) => Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));
}
