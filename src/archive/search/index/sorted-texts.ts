import { Buffer } from 'node:buffer';
import { bufferOf } from './bytes';
import type { SectionName, SegmentSource } from './segment-sections';

/**
 * Texts of a segment in the order of their UTF-8 bytes, found by bisection. Its two sections are read
 * when the first one is asked for.
 */
export class SortedTexts {
  readonly size: number;
  readonly #file: SegmentSource;
  readonly #textSection: SectionName;
  readonly #offsetSection: SectionName;
  #bytes: Buffer | null = null;
  #offsets: Uint32Array | null = null;

  constructor(file: SegmentSource, texts: SectionName, offsets: SectionName, size: number) {
    this.size = size;
    this.#file = file;
    this.#textSection = texts;
    this.#offsetSection = offsets;
  }

  get bytes(): Buffer {
    return (this.#bytes ??= bufferOf(this.#file.bytes(this.#textSection)));
  }

  /** Text number n lies in `bytes` from `offsets[n]` to before `offsets[n + 1]`. */
  get offsets(): Uint32Array {
    return (this.#offsets ??= this.#file.numbers(this.#offsetSection));
  }

  at(number: number): string {
    return this.bytes.toString('utf8', this.offsets[number] ?? 0, this.offsets[number + 1] ?? 0);
  }

  /** The number of a text, of equal ones the first; -1 where it isn't there. */
  find(text: string): number {
    const wanted = Buffer.from(text, 'utf8');
    const at = this.#firstFrom(wanted, 0, false);
    const { offsets } = this;
    const isLong = (offsets[at + 1] ?? 0) - (offsets[at] ?? 0) === wanted.length;
    return at < this.size && isLong && this.#begins(at, wanted) ? at : -1;
  }

  /** From the first text that begins with `prefix` to behind the last. */
  range(prefix: string): readonly [from: number, to: number] {
    const wanted = Buffer.from(prefix, 'utf8');
    const from = this.#firstFrom(wanted, 0, false);
    const isEmpty = from === this.size || !this.#begins(from, wanted);
    return [from, isEmpty ? from : this.#firstFrom(wanted, from, true)];
  }

  /** Whether text number `number`, which is there, begins with these bytes. */
  #begins(number: number, wanted: Uint8Array): boolean {
    const { bytes, offsets } = this;
    const start = offsets[number] ?? 0;
    if ((offsets[number + 1] ?? 0) - start < wanted.length) return false;
    for (let at = 0; at < wanted.length; at += 1) {
      if (bytes[start + at] !== wanted[at]) return false;
    }
    return true;
  }

  /**
   * The first text from number `from` on that doesn't come before `wanted`; with `behind` the first
   * that comes after all that begin with it. One loop, without calls: a question bisects several
   * times, and the first questions of a session are answered by code that isn't compiled yet.
   */
  #firstFrom(wanted: Uint8Array, from: number, behind: boolean): number {
    const { bytes, offsets } = this;
    const { length } = wanted;
    let low = from;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = offsets[middle] ?? 0;
      const size = (offsets[middle + 1] ?? 0) - start;
      const common = size < length ? size : length;
      let at = 0;
      while (at < common && bytes[start + at] === wanted[at]) at += 1;
      const isBefore =
        at < common ? (bytes[start + at] ?? 0) < (wanted[at] ?? 0) : behind || size < length;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
