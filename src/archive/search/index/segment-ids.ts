import { Buffer, isAscii } from 'node:buffer';
import { bufferOf } from './bytes';
import type { SegmentSource } from './segment-sections';

/** Ids that are read one by one before all are read at once: a page of answers needs few. */
const fewReads = 400;

/** The ids of a segment's documents. */
export class SegmentIds {
  readonly #file: SegmentSource;
  #reads = 0;
  #bytes: Buffer | null = null;
  /** All ids; null where they aren't ASCII alone, or not read yet. */
  #text: string | null = null;
  #offsetNumbers: Uint32Array | null = null;
  #orderNumbers: Uint32Array | null = null;

  constructor(file: SegmentSource) {
    this.#file = file;
  }

  of(document: number): string {
    if (this.#text !== null) {
      return this.#text.slice(this.#offsets[document], this.#offsets[document + 1]);
    }
    if (this.#bytes === null && this.#reads < fewReads) return this.#readOne(document);
    if (this.#reads === fewReads) this.#readAll();
    return this.#ids.toString('utf8', this.#offsets[document], this.#offsets[document + 1]);
  }

  /** Undefined where no document, living or void, has the id. */
  find(id: string): number | undefined {
    const order = (this.#orderNumbers ??= this.#file.numbers('idOrder'));
    const wanted = Buffer.from(id, 'utf8');
    let low = 0;
    let high = this.#file.counts.documents;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(order[middle] ?? 0, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    const document = order[low];
    return document === undefined || this.#compare(document, wanted) !== 0 ? undefined : document;
  }

  #readOne(document: number): string {
    this.#reads += 1;
    const place = bufferOf(this.#file.slice('idOffsets', document * 4, document * 4 + 8));
    return this.#file.text('ids', place.readUInt32LE(0), place.readUInt32LE(4));
  }

  /** Of a string pieces are cut sooner than they are made of bytes. */
  #readAll(): void {
    this.#reads += 1;
    if (isAscii(this.#ids)) this.#text = this.#ids.toString('latin1');
  }

  get #ids(): Buffer {
    return (this.#bytes ??= bufferOf(this.#file.bytes('ids')));
  }

  get #offsets(): Uint32Array {
    return (this.#offsetNumbers ??= this.#file.numbers('idOffsets'));
  }

  #compare(document: number, wanted: Buffer): number {
    const offsets = this.#offsets;
    return this.#ids.compare(wanted, 0, wanted.length, offsets[document], offsets[document + 1]);
  }
}
