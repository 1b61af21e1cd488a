import { crc32 } from 'node:zlib';
import { systemErrorCode } from '../errors';
import { realFiles, type FileLayer } from './file-layer';
import { decodeSegment, type Line } from './journal-line';
import { segmentNumbers, segmentPath } from './journal-segments';
import type { JournalRecord } from './records';

export interface Segment {
  readonly number: number;
  readonly size: number;
  /** Bytes up to which its lines count. What follows was being written when the power went. */
  readonly used: number;
}

export interface DamagedSegment {
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
  const read: { number: number; size: number; checksum: number; lines: readonly Line[] }[] = [];
  for (const number of await segmentNumbers(folder, files)) {
    const bytes = await readSegment(segmentPath(folder, number), files);
    if (bytes === null) continue;
    read.push({
      number,
      size: bytes.length,
      checksum: crc32(bytes),
      lines: decodeSegment(bytes),
    });
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

async function readSegment(path: string, files: FileLayer): Promise<Buffer | null> {
  try {
    return await files.readFile(path);
  } catch (thrown) {
    // Whoever has the archive open for writing may cut the journal while it is being read.
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
