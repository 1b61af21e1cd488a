import { crc32 } from 'node:zlib';
import type { Change, JournalRecord } from './records';

const lineBreak = 0x0a;
const lineEnd = Buffer.of(lineBreak);
const checksumLength = 8;

/** The part of a line that doesn't depend on when it is written. */
export function encodeChange(change: Change): Buffer {
  return Buffer.from(JSON.stringify(change).slice(1));
}

/** A whole line, in pieces: the CRC-32 of the JSON, a blank, the JSON, a line break. */
export function lineOf(sequence: number, durable: number, change: Buffer): Buffer[] {
  const start = `{"sequence":${sequence},"durable":${durable},`;
  const checksum = crc32(change, crc32(start)).toString(16).padStart(checksumLength, '0');
  return [Buffer.from(`${checksum} ${start}`), change, lineEnd];
}

/** The record of a line without its line break; null where the checksum doesn't match. */
export function decodeLine(line: Buffer): JournalRecord | null {
  const json = line.subarray(checksumLength + 1);
  const checksum = crc32(json).toString(16).padStart(checksumLength, '0');
  if (line.toString('latin1', 0, checksumLength + 1) !== `${checksum} `) return null;
  // The checksum proves that this program wrote the line.
  const record = JSON.parse(json.toString('utf8')) as Omit<JournalRecord, 'durable'> &
    Partial<JournalRecord>;
  // Lines of before 0.2 were fsynced one after the other and don't say so.
  return { ...record, durable: record.durable ?? record.sequence - 1 };
}

/** What stands between two line breaks of a segment, or after the last one. */
export type Line =
  | { readonly record: JournalRecord; readonly end: number }
  | {
      readonly record: null;
      /**
       * Cut off, or with zeros in it: pages of a write that never reached the disk look so. A line
       * that was whole once and has other bytes now was damaged later.
       */
      readonly torn: boolean;
    };

/** Puts the lines of a segment together while it is read piece by piece. */
export class LineDecoder {
  /** Of the line whose end hasn't come yet. */
  #pieces: Buffer[] = [];
  /** Bytes before that line. */
  #start = 0;

  /** The lines that end in this piece. Its buffer may be used again afterwards. */
  push(bytes: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let to = bytes.indexOf(lineBreak); to !== -1; to = bytes.indexOf(lineBreak, from)) {
      lines.push(this.#lineEndingWith(bytes.subarray(from, to)));
      from = to + 1;
    }
    if (from < bytes.length) this.#pieces.push(Buffer.from(bytes.subarray(from)));
    return lines;
  }

  /** What stands behind the last line break. */
  end(): Line[] {
    return this.#pieces.length === 0 ? [] : [{ record: null, torn: true }];
  }

  #lineEndingWith(last: Buffer): Line {
    const text = this.#pieces.length === 0 ? last : Buffer.concat([...this.#pieces, last]);
    this.#pieces = [];
    this.#start += text.length + 1;
    const record = decodeLine(text);
    return record === null ? { record, torn: text.includes(0) } : { record, end: this.#start };
  }
}
