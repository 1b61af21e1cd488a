import { crc32 } from 'node:zlib';
import { systemErrorCode } from '../errors';
import { realFiles, type FileLayer, type OpenFile } from './file-layer';
import { LineDecoder, type Line } from './journal-line';
import { segmentNumbers, segmentPath } from './journal-segments';
import type { JournalRecord } from './records';

const pieceBytes = 1024 * 1024;

export interface Segment {
  readonly number: number;
  readonly size: number;
  /** Bytes up to which its lines count. What follows was being written when the power went. */
  readonly used: number;
}

interface DamagedSegment {
  readonly number: number;
  /** Changes that were acknowledged and can't be read any more; at least so many. */
  readonly lost: number;
  /** CRC-32 of the whole segment: names its copy in quarantine. */
  readonly checksum: number;
}

export interface JournalContents {
  readonly records: readonly JournalRecord[];
  /** Oldest first. */
  readonly segments: readonly Segment[];
  readonly damaged: readonly DamagedSegment[];
}

/**
 * Reads every segment and tells two things apart:
 *
 * - The last group of lines that was written may be torn: any of its pages may be missing after a
 *   power cut. Nobody was told that it was saved. What is whole up to the first gap counts, since
 *   every line is a whole change; what comes after the gap doesn't, since it may build on what is
 *   missing.
 * - Every earlier line was acknowledged: each line says up to where all was `durable` before it. A
 *   line that is missing there, or that has other bytes than were written, is damage: it is counted,
 *   and the whole lines after it still count, for they are all that is left.
 */
export async function readJournal(
  folder: string,
  files: FileLayer = realFiles,
): Promise<JournalContents> {
  const read: ReadSegment[] = [];
  for (const number of await segmentNumbers(folder, files)) {
    const segment = await readSegment(folder, number, files);
    if (segment !== null) read.push(segment);
  }
  const durable = Math.max(
    0,
    ...read.map(({ lines }) => lines.reduce((most, { record }) => maxDurable(most, record), 0)),
  );
  const records: JournalRecord[] = [];
  const segments: Segment[] = [];
  const damaged: DamagedSegment[] = [];
  let previous: number | null = null;
  let ended = false;
  for (const { number, size, checksum, lines } of read) {
    let used = 0;
    let lost = 0;
    let unreadable = { torn: 0, altered: 0 };
    for (const line of ended ? [] : lines) {
      if (line.record === null) {
        unreadable[line.torn ? 'torn' : 'altered'] += 1;
        continue;
      }
      const { sequence } = line.record;
      const missing: number = gapBefore(sequence, previous, unreadable.torn);
      const acknowledged = missing > 0 && sequence - missing <= durable;
      if (missing > 0 && !acknowledged && unreadable.altered === 0) {
        ended = true;
        break;
      }
      lost += Math.max(missing, unreadable.altered);
      unreadable = { torn: 0, altered: 0 };
      records.push(line.record);
      previous = sequence;
      used = line.end;
    }
    lost += ended ? 0 : unreadable.altered;
    segments.push({ number, size, used });
    if (lost > 0) damaged.push({ number, lost, checksum });
  }
  return { records, segments, damaged };
}

/** How many records are missing before this one, as far as can be known. */
function gapBefore(sequence: number, previous: number | null, torn: number): number {
  // Records before the first one may be in other files already; those of a torn line are not.
  if (previous === null) return Math.min(torn, sequence - 1);
  return Math.max(0, sequence - previous - 1);
}

function maxDurable(most: number, record: JournalRecord | null): number {
  return record === null ? most : Math.max(most, record.durable);
}

interface ReadSegment {
  readonly number: number;
  readonly size: number;
  readonly checksum: number;
  readonly lines: readonly Line[];
}

/** Piece by piece: a segment may be longer than a buffer or a string can be. */
async function readSegment(
  folder: string,
  number: number,
  files: FileLayer,
): Promise<ReadSegment | null> {
  const handle = await openSegment(segmentPath(folder, number), files);
  if (handle === null) return null;
  try {
    const decoder = new LineDecoder();
    const lines: Line[] = [];
    const buffer = Buffer.alloc(pieceBytes);
    let size = 0;
    let checksum = 0;
    for (let length = pieceBytes; length === pieceBytes; size += length) {
      length = await handle.read(buffer, size);
      const piece = buffer.subarray(0, length);
      checksum = crc32(piece, checksum);
      for (const line of decoder.push(piece)) lines.push(line);
    }
    return { number, size, checksum, lines: [...lines, ...decoder.end()] };
  } finally {
    await handle.close();
  }
}

async function openSegment(path: string, files: FileLayer): Promise<OpenFile | null> {
  try {
    return await files.open(path, 'r');
  } catch (thrown) {
    // Whoever has the archive open for writing may cut the journal while it is being read.
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
