import { open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ArchiveError, systemErrorCode } from '../errors';
import { makeFolderDurably, syncFolder } from './durable-file';
import type { JournalRecord } from './records';

const segmentName = /^(\d{8})\.log$/;

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export interface JournalContents {
  readonly records: readonly JournalRecord[];
  /** Segment files that exist, oldest first. */
  readonly segments: readonly number[];
  /** Plain sentences about what could not be read. */
  readonly warnings: readonly string[];
}

/**
 * The write-ahead journal: the commit point of every change. A record is one line, the CRC-32 of its
 * JSON in eight hexadecimal digits, a space, the JSON. `append` resolves when the line is on disk;
 * lines that arrive while an fsync is under way share the next one (group commit).
 *
 * After a write or fsync that failed nothing more is accepted: what an fsync that failed left on the
 * disk can't be known (Rebello et al., "Can Applications Recover from fsync Failures?", ATC 2020).
 */
export class Journal {
  readonly #folder: string;
  #segment: number;
  #handle: FileHandle;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #broken: unknown = null;

  private constructor(folder: string, segment: number, handle: FileHandle) {
    this.#folder = folder;
    this.#segment = segment;
    this.#handle = handle;
  }

  /** Starts a new segment after `last`; earlier ones stay until `forget`. */
  static async start(folder: string, last: number): Promise<Journal> {
    await makeFolderDurably(folder);
    const handle = await openSegment(folder, last + 1);
    return new Journal(folder, last + 1, handle);
  }

  /** Resolves when the record is safe from a power cut. */
  append(record: JournalRecord): Promise<void> {
    if (this.#broken !== null) return Promise.reject(this.#refusal());
    const line = encodeLine(record);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /**
   * Begins a new segment and answers the number of the one before. What was appended until now is in
   * that one or an earlier one.
   */
  async rotate(): Promise<number> {
    if (this.#broken !== null) throw this.#refusal();
    const next = await openSegment(this.#folder, this.#segment + 1);
    // Lines that are under way still go to the old handle.
    while (this.#writing !== null) await this.#writing;
    const old = this.#handle;
    const finished = this.#segment;
    this.#handle = next;
    this.#segment += 1;
    await old.close();
    return finished;
  }

  /** Removes the segments up to and with `last`: what they hold is elsewhere now. */
  async forget(last: number): Promise<void> {
    for (const number of await segmentNumbers(this.#folder)) {
      if (number <= last) await rm(segmentPath(this.#folder, number), { force: true });
    }
    await syncFolder(this.#folder);
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#handle.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#broken !== null) throw this.#refusal();
        await this.#requireSegment();
        await this.#handle.appendFile(batch.map((waiting) => waiting.line).join(''));
        await this.#handle.datasync();
        for (const waiting of batch) waiting.resolve();
      } catch (thrown) {
        this.#broken ??= thrown;
        for (const waiting of batch) waiting.reject(thrown);
      }
    }
    this.#writing = null;
  }

  /** An open handle outlives its file: a folder that vanished would swallow changes in silence. */
  async #requireSegment(): Promise<void> {
    try {
      await stat(segmentPath(this.#folder, this.#segment));
    } catch (thrown) {
      throw new ArchiveError(
        'archive-missing',
        `The archive's folder can't be reached any more (${this.#folder}); the change was not saved.`,
        { folder: this.#folder },
        { cause: thrown },
      );
    }
  }

  #refusal(): ArchiveError {
    return new ArchiveError(
      'disk-failed',
      'The disk refused an earlier change, so nothing more is written. Close the archive and open it again.',
      {},
      { cause: this.#broken },
    );
  }
}

/**
 * Reads every segment. A line that is cut off at the end of a segment was never acknowledged and is
 * passed over; a damaged line with whole ones after it is reported.
 */
export async function readJournal(folder: string): Promise<JournalContents> {
  const segments = await segmentNumbers(folder);
  const records: JournalRecord[] = [];
  const warnings: string[] = [];
  for (const number of segments) {
    const lines = (await readFile(segmentPath(folder, number), 'utf8')).split('\n');
    const tail = lines.pop();
    let unreadable = 0;
    for (const [index, line] of lines.entries()) {
      const record = decodeLine(line);
      if (record !== null) records.push(record);
      else if (index < lines.length - 1 || tail !== '') unreadable += 1;
    }
    if (unreadable > 0) {
      warnings.push(
        `journal/${segmentFile(number)} has ${unreadable} damaged line(s); the changes in them were passed over.`,
      );
    }
  }
  records.sort((a, b) => a.sequence - b.sequence);
  return { records, segments, warnings };
}

export function encodeLine(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${checksumOf(json)} ${json}\n`;
}

/** The record of a line without its line break; null where the checksum doesn't match. */
export function decodeLine(line: string): JournalRecord | null {
  const json = line.slice(9);
  if (line.charAt(8) !== ' ' || line.slice(0, 8) !== checksumOf(json)) return null;
  // The checksum proves that this program wrote the line.
  return JSON.parse(json) as JournalRecord;
}

function checksumOf(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

function segmentFile(number: number): string {
  return `${String(number).padStart(8, '0')}.log`;
}

function segmentPath(folder: string, number: number): string {
  return join(folder, segmentFile(number));
}

async function openSegment(folder: string, number: number): Promise<FileHandle> {
  const handle = await open(segmentPath(folder, number), 'a');
  await syncFolder(folder);
  return handle;
}

async function segmentNumbers(folder: string): Promise<number[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
  return names
    .flatMap((name) => {
      const digits = segmentName.exec(name)?.[1];
      return digits === undefined ? [] : [Number(digits)];
    })
    .sort((a, b) => a - b);
}
