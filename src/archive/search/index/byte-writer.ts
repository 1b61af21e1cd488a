import { Buffer } from 'node:buffer';
import { twoUnits } from './number-units';

/** Bytes of the longest number that `varint` writes. */
const longestVarint = 5;
/** UTF-16 code units. */
const shortText = 32;

/** Numbers of up to three bytes. */
const shortVarint = 1 << 21;
const lengthShift = 24;

/** The varints of a table's numbers, to be written without being made anew each time. */
export class Varints {
  /** The bytes, the first one lowest, and above them how many; 0 where they are more than three. */
  readonly packed: Uint32Array;
  readonly #numberOf: (index: number) => number;

  constructor(size: number, numberOf: (index: number) => number) {
    this.#numberOf = numberOf;
    this.packed = Uint32Array.from({ length: size }, (_, index) => packedVarint(numberOf(index)));
  }

  number(index: number): number {
    return this.#numberOf(index);
  }
}

function packedVarint(value: number): number {
  if (value < 1 << 7) return value | (1 << lengthShift);
  const two = (value & 127) | 128 | ((value & (127 << 7)) << 1);
  if (value < 1 << 14) return two | (2 << lengthShift);
  return value < shortVarint ? two | 0x8000 | ((value >> 14) << 16) | (3 << lengthShift) : 0;
}

/** Bytes that grow. */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** A number from 0 to 2^32 - 1, seven bits a byte, the lowest first; the last byte is below 128. */
  varint(value: number): void {
    if (this.#length + longestVarint > this.#bytes.length) this.#grow(longestVarint);
    const bytes = this.#bytes;
    let at = this.#length;
    let rest = value;
    while (rest > 127) {
      bytes[at] = (rest & 127) | 128;
      at += 1;
      rest >>>= 7;
    }
    bytes[at] = rest;
    this.#length = at + 1;
  }

  /** Each of the first `count` numbers as by `varint`. */
  varints(values: Uint32Array, count: number): void {
    const most = count * longestVarint;
    if (this.#length + most > this.#bytes.length) this.#grow(most);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < count; index += 1) {
      let rest = values[index] ?? 0;
      while (rest > 127) {
        bytes[at] = (rest & 127) | 128;
        at += 1;
        rest >>>= 7;
      }
      bytes[at] = rest;
      at += 1;
    }
    this.#length = at;
  }

  /** The distances between numbers that rise from `from` to `to`, the first one's from 0, as by `varint`. */
  distances(values: Uint32Array, from: number, to: number): void {
    const most = (to - from) * longestVarint;
    if (this.#length + most > this.#bytes.length) this.#grow(most);
    const bytes = this.#bytes;
    let at = this.#length;
    let last = 0;
    for (let index = from; index < to; index += 1) {
      const value = values[index] ?? 0;
      let rest = value - last;
      last = value;
      while (rest > 127) {
        bytes[at] = (rest & 127) | 128;
        at += 1;
        rest >>>= 7;
      }
      bytes[at] = rest;
      at += 1;
    }
    this.#length = at;
  }

  /** For each of the numbers in the units from `start` to `end`, see `NumberUnits`, the varint that the table has. */
  translated(units: Uint16Array, start: number, end: number, table: Varints): void {
    const { packed } = table;
    const most = (end - start) * longestVarint;
    if (this.#length + most > this.#bytes.length) this.#grow(most);
    const bytes = this.#bytes;
    let to = this.#length;
    for (let at = start; at < end; at += 1) {
      let index = units[at] ?? 0;
      if (index >= twoUnits) {
        at += 1;
        index = ((index - twoUnits) << 16) | (units[at] ?? 0);
      }
      const varint = packed[index] ?? 0;
      if (varint === 0) {
        this.#length = to;
        this.varint(table.number(index));
        to = this.#length;
        continue;
      }
      // What lies behind the last byte is written over by the next one.
      bytes[to] = varint;
      bytes[to + 1] = varint >>> 8;
      bytes[to + 2] = varint >>> 16;
      to += varint >>> lengthShift;
    }
    this.#length = to;
  }

  /** UTF-8. */
  text(text: string): void {
    const most = text.length * 3;
    if (this.#length + most > this.#bytes.length) this.#grow(most);
    if (text.length > shortText || !this.#ascii(text)) {
      this.#length += this.#bytes.write(text, this.#length);
    }
  }

  /** Writes a text of ASCII; answers whether it is one. Quicker than a call into Node if it is short. */
  #ascii(text: string): boolean {
    const bytes = this.#bytes;
    const start = this.#length;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return false;
      bytes[start + at] = unit;
    }
    this.#length = start + text.length;
    return true;
  }

  /** What was written; it stays valid until the next write. */
  view(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(by: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + by));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
