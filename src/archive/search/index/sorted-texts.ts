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
    const at = this.#lowerBound(wanted);
    return at < this.size && this.compare(at, wanted) === 0 ? at : -1;
  }

  /** From the first text that begins with `prefix` to behind the last. */
  range(prefix: string): readonly [from: number, to: number] {
    const wanted = Buffer.from(prefix, 'utf8');
    // No UTF-8 text has a byte as high.
    const behind = Buffer.concat([wanted, Buffer.of(0xff)]);
    return [this.#lowerBound(wanted), this.#lowerBound(behind)];
  }

  /** Below zero: text number `number` comes before `wanted`. */
  compare(number: number, wanted: Buffer): number {
    return this.bytes.compare(
      wanted,
      0,
      wanted.length,
      this.offsets[number] ?? 0,
      this.offsets[number + 1] ?? 0,
    );
  }

  #lowerBound(wanted: Buffer): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(middle, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
