import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { bufferOf } from './bytes';
import {
  sectionNames,
  segmentFormat,
  type SectionName,
  type SegmentCounts,
  type SegmentData,
  type SegmentSource,
} from './segment-sections';

/** First bytes of a segment file. */
const magic = 'PRESSIDX';
/** Magic, then length and CRC-32 of the header. */
const preambleLength = magic.length + 8;
const alignment = 8;
/** Bytes that are checked between two chances for something else to run. */
const checkStep = 1 << 20;
/** Where texts are read that are decoded at once: most releases are shorter. */
const textRoom = Buffer.allocUnsafeSlow(1 << 14);

interface SectionEntry {
  readonly name: SectionName;
  /** From the end of the padded header, in bytes; a multiple of eight. */
  readonly offset: number;
  readonly length: number;
  readonly crc32: number;
}

interface Header {
  readonly format: number;
  readonly counts: SegmentCounts;
  readonly sections: readonly SectionEntry[];
}

/** A segment file isn't what it says: cut off, altered, or of another format. */
export class SegmentDamaged extends Error {}

const padded = (length: number): number => Math.ceil(length / alignment) * alignment;

/** The pieces of a segment's file, in order; numbers are little-endian. */
export function encodeSegment({ counts, sections, sums }: SegmentData): readonly Uint8Array[] {
  let offset = 0;
  const entries = sectionNames.map((name): SectionEntry => {
    const length = lengthOf(sections[name]);
    const sum = sums[name] ?? sections[name].reduce((before, piece) => crc32(piece, before), 0);
    const entry = { name, offset, length, crc32: sum };
    offset += padded(length);
    return entry;
  });
  const header: Header = { format: segmentFormat, counts, sections: entries };
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const preamble = Buffer.alloc(preambleLength);
  preamble.write(magic, 'latin1');
  preamble.writeUInt32LE(json.length, magic.length);
  preamble.writeUInt32LE(crc32(json), magic.length + 4);
  const head = Buffer.concat([preamble, json]);
  const pieces: Uint8Array[] = [head, Buffer.alloc(padded(head.length) - head.length)];
  for (const name of sectionNames) {
    const length = lengthOf(sections[name]);
    pieces.push(...sections[name]);
    const gap = padded(length) - length;
    if (gap > 0) pieces.push(Buffer.alloc(gap));
  }
  return pieces;
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/**
 * An open segment file. Opening reads its header; a section is read, and held against its checksum,
 * when the whole of it is first asked for. Throws `SegmentDamaged` for what doesn't have its own.
 */
export class SegmentFile implements SegmentSource {
  readonly counts: SegmentCounts;
  readonly #descriptor: number;
  readonly #sections: ReadonlyMap<SectionName, SectionEntry>;
  readonly #start: number;
  /** Sections that were read as a whole. */
  readonly #loaded = new Map<SectionName, Uint8Array<ArrayBuffer>>();

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    try {
      const preamble = this.#read(0, preambleLength);
      if (preamble.toString('latin1', 0, magic.length) !== magic) {
        throw new SegmentDamaged(`${path} doesn't begin as a search index does`);
      }
      const length = preamble.readUInt32LE(magic.length);
      const json = this.#read(preambleLength, Math.min(length, 1 << 20));
      if (crc32(json) !== preamble.readUInt32LE(magic.length + 4)) {
        throw new SegmentDamaged(`${path} has a damaged header`);
      }
      const header = JSON.parse(json.toString('utf8')) as Header;
      if (header.format !== segmentFormat) {
        throw new SegmentDamaged(`${path} has format ${header.format}, not ${segmentFormat}`);
      }
      this.counts = header.counts;
      this.#start = padded(preambleLength + length);
      this.#sections = new Map(header.sections.map((entry) => [entry.name, entry]));
      const ends = header.sections.map((entry) => entry.offset + padded(entry.length));
      if (fstatSync(this.#descriptor).size !== this.#start + Math.max(0, ...ends)) {
        throw new SegmentDamaged(`${path} is cut off, or longer than it was`);
      }
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  bytes(name: SectionName): Uint8Array<ArrayBuffer> {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const { offset, length, crc32: expected } = this.#entry(name);
    const bytes = new Uint8Array(new ArrayBuffer(padded(length)), 0, length);
    this.#fill(bytes, this.#start + offset);
    if (crc32(bytes) !== expected)
      throw new SegmentDamaged(`a search index is damaged at "${name}"`);
    this.#loaded.set(name, bytes);
    return bytes;
  }

  numbers(name: SectionName): Uint32Array<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.bytes(name);
    return new Uint32Array(buffer, byteOffset, byteLength / 4);
  }

  length(name: SectionName): number {
    return this.#entry(name).length;
  }

  /** Bytes of a section from `start` to `end`, from memory if it is there. */
  slice(name: SectionName, start: number, end: number, room?: Uint8Array): Uint8Array {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known.subarray(start, end);
    const position = this.#start + this.#entry(name).offset + start;
    if (room === undefined || end - start > room.length) return this.#read(position, end - start);
    const bytes = room.subarray(0, Math.max(0, end - start));
    this.#fill(bytes, position);
    return bytes;
  }

  text(name: SectionName, start: number, end: number): string {
    const known = this.#loaded.get(name);
    if (known !== undefined) return bufferOf(known).toString('utf8', start, end);
    const position = this.#start + this.#entry(name).offset + start;
    const length = end - start;
    if (length > textRoom.length) return this.#read(position, length).toString('utf8');
    this.#fill(textRoom, position, length);
    return textRoom.toString('utf8', 0, length);
  }

  *check(name: SectionName): Generator<undefined, boolean> {
    const entry = this.#entry(name);
    let sum = 0;
    for (let at = 0; at < entry.length; at += checkStep) {
      const length = Math.min(checkStep, entry.length - at);
      const piece = this.#read(this.#start + entry.offset + at, length);
      sum = crc32(piece, sum);
      yield;
    }
    return sum === entry.crc32;
  }

  #entry(name: SectionName): SectionEntry {
    const entry = this.#sections.get(name);
    if (entry === undefined) throw new SegmentDamaged(`a search index lacks "${name}"`);
    return entry;
  }

  #read(position: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    this.#fill(bytes, position);
    return bytes;
  }

  /** Fills the first `length` bytes. */
  #fill(bytes: Uint8Array, position: number, length = bytes.length): void {
    let done = 0;
    while (done < length) {
      const read = readSync(this.#descriptor, bytes, done, length - done, position + done);
      if (read === 0) throw new SegmentDamaged('a search index ends too soon');
      done += read;
    }
  }
}
