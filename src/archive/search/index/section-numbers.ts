import { bufferOf } from './bytes';
import type { SectionName, SegmentSource } from './segment-sections';

/** Numbers that are read one by one before all are read at once: a question needs few. */
const fewReads = 400;
const bytesEach = 4;

/** The numbers of a section of which single ones are asked for. */
export class SectionNumbers {
  readonly #file: SegmentSource;
  readonly #name: SectionName;
  #reads = 0;
  #all: Uint32Array | null = null;

  constructor(file: SegmentSource, name: SectionName) {
    this.#file = file;
    this.#name = name;
  }

  /** 0 where there is none. */
  at(place: number): number {
    if (this.#all === null && this.#reads === fewReads) this.#all = this.#file.numbers(this.#name);
    if (this.#all !== null) return this.#all[place] ?? 0;
    const start = place * bytesEach;
    const end = start + bytesEach;
    if (place < 0 || end > this.#file.length(this.#name)) return 0;
    this.#reads += 1;
    return bufferOf(this.#file.slice(this.#name, start, end)).readUInt32LE(0);
  }
}
