import { bufferOf } from './bytes';
import type { SectionName, SegmentCounts, SegmentData, SegmentSource } from './segment-sections';

/** A segment that is kept in memory, where no file can be written. */
export class MemorySource implements SegmentSource {
  readonly counts: SegmentCounts;
  readonly #data: SegmentData;
  readonly #whole = new Map<SectionName, Uint8Array<ArrayBuffer>>();

  constructor(data: SegmentData) {
    this.counts = data.counts;
    this.#data = data;
  }

  bytes(name: SectionName): Uint8Array<ArrayBuffer> {
    const known = this.#whole.get(name);
    if (known !== undefined) return known;
    const bytes = new Uint8Array(this.length(name));
    let at = 0;
    for (const piece of this.#data.sections[name]) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#whole.set(name, bytes);
    return bytes;
  }

  numbers(name: SectionName): Uint32Array<ArrayBuffer> {
    const { buffer, byteLength } = this.bytes(name);
    return new Uint32Array(buffer, 0, byteLength / 4);
  }

  length(name: SectionName): number {
    return this.#data.sections[name].reduce((sum, { length }) => sum + length, 0);
  }

  slice(name: SectionName, start: number, end: number): Uint8Array {
    return this.bytes(name).subarray(start, end);
  }

  text(name: SectionName, start: number, end: number): string {
    return bufferOf(this.bytes(name)).toString('utf8', start, end);
  }

  /** Memory is not what wears out. */
  *check(): Generator<undefined, boolean> {
    return true;
  }

  close(): void {
    this.#whole.clear();
  }
}
