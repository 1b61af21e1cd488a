import { crc32 } from 'node:zlib';
import type { Change, JournalRecord } from './records';

const lineBreak = 0x0a;
const checksumLength = 8;

/** The part of a line that doesn't depend on when it is written. */
export function encodeChange(change: Change): Buffer {
  return Buffer.from(JSON.stringify(change).slice(1));
}

/** A whole line: the CRC-32 of the JSON, a blank, the JSON, a line break. */
export function encodeLine(sequence: number, durable: number, change: Buffer): Buffer {
  const start = Buffer.from(`{"sequence":${sequence},"durable":${durable},`);
  const checksum = crc32(change, crc32(start)).toString(16).padStart(checksumLength, '0');
  return Buffer.concat([Buffer.from(`${checksum} `), start, change, Buffer.from([lineBreak])]);
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

export function decodeSegment(bytes: Buffer): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(lineBreak, start);
    const end = found === -1 ? bytes.length : found;
    const text = bytes.subarray(start, end);
    const record = found === -1 ? null : decodeLine(text);
    if (record === null) lines.push({ record, torn: found === -1 || text.includes(0) });
    else lines.push({ record, end: end + 1 });
    start = end + 1;
  }
  return lines;
}
