import { ArchiveError } from '../errors';
import { makeFolderDurably, syncFile, syncFolder } from './durable-file';
import { realFiles, type FileLayer, type OpenFile } from './file-layer';
import { encodeLine } from './journal-line';
import type { JournalContents } from './journal-reader';
import { segmentNumbers, segmentPath } from './journal-segments';

interface Waiting {
  readonly change: Buffer;
  readonly takeBack: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

interface OpenSegment {
  readonly number: number;
  readonly handle: OpenFile;
  /** Tells the file from another one that has got its name. */
  readonly ino: number;
}

/**
 * The write-ahead journal: the commit point of every change. `append` resolves when the line is on
 * disk; lines that arrive while an fsync is under way share the next one (group commit).
 *
 * What a failure leaves behind:
 * - The write failed (the disk is full, a short write): the file is cut back to the last line that
 *   was acknowledged, and the cut fsynced, so that no rejected line is found later. Then changes are
 *   accepted again: when there is space, they succeed.
 * - The fsync failed, or the cutting back: nothing more is accepted. The kernel may have dropped the
 *   pages and called them clean, so that a second fsync would succeed without them (Rebello et al.,
 *   "Can Applications Recover from fsync Failures?", ATC 2020). Only opening again, which reads what
 *   there is, gives a known state. The file is cut back as well as may be; whether a rejected line
 *   still reached the disk can't be known then, only that it is there as a whole or not at all.
 * - With a line all lines behind it are rejected: they were made on top of it.
 */
export class Journal {
  readonly #folder: string;
  readonly #files: FileLayer;
  #segment: OpenSegment;
  /** Acknowledged bytes of the segment. */
  #length = 0;
  /** The last acknowledged record. */
  #sequence: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();
  #rotation: { readonly next: OpenSegment; readonly done: (old: OpenSegment) => void } | null =
    null;
  #rotating: Promise<number> = Promise.resolve(0);
  #broken: unknown = null;

  private constructor(folder: string, files: FileLayer, segment: OpenSegment, sequence: number) {
    this.#folder = folder;
    this.#files = files;
    this.#segment = segment;
    this.#sequence = sequence;
  }

  /**
   * Goes on after what was read. Lines that don't count are cut off, or they would be found again
   * behind new ones; lines that do count are fsynced, since a kill may have come before their fsync,
   * and from now on they are shown and built upon.
   */
  static async start(
    folder: string,
    found: JournalContents,
    files: FileLayer = realFiles,
    /** Of a record that isn't in the journal any more: numbers are never used again. */
    lastSequence = 0,
  ): Promise<Journal> {
    await makeFolderDurably(folder, files);
    for (const { number, size, used } of found.segments) {
      const path = segmentPath(folder, number);
      if (used < size) await files.truncate(path, used);
      if (size > 0) await syncFile(path, files);
    }
    const last = found.segments.at(-1);
    const number = last === undefined ? 1 : last.used === 0 ? last.number : last.number + 1;
    const segment = await openSegment(folder, number, files);
    const sequence = Math.max(found.records.at(-1)?.sequence ?? 0, lastSequence);
    return new Journal(folder, files, segment, sequence);
  }

  /** Bytes in the segment that is being written. */
  get bytes(): number {
    return this.#length;
  }

  /**
   * Resolves when the change is safe from a power cut. If it is rejected, `takeBack` was called
   * before, for the newest change first.
   */
  append(change: Buffer, takeBack: () => void): Promise<void> {
    if (this.#broken !== null) {
      takeBack();
      return Promise.reject(this.#refusal());
    }
    this.#last = new Promise((resolve, reject) => {
      this.#waiting.push({ change, takeBack, resolve, reject });
    });
    this.#writing ??= this.#writeAll();
    return this.#last;
  }

  /** Resolves when all that was appended until now is on disk; rejects if that can't be. */
  settled(): Promise<void> {
    return this.#last;
  }

  /**
   * Begins a new segment and answers the number of the one before. What was acknowledged until now is
   * in that one or an earlier one.
   */
  rotate(): Promise<number> {
    // One after the other: two at once would open the same segment.
    this.#rotating = this.#rotating.catch(() => 0).then(() => this.#rotateOnce());
    return this.#rotating;
  }

  async #rotateOnce(): Promise<number> {
    if (this.#broken !== null) throw this.#refusal();
    // What is under way to an empty segment stays in the journal, with the segment.
    if (this.#length === 0) return this.#segment.number - 1;
    const next = await openSegment(this.#folder, this.#segment.number + 1, this.#files);
    const old = await new Promise<OpenSegment>((done) => {
      // Lines that are under way still go to the old segment.
      if (this.#writing === null) this.#turnOver({ next, done });
      else this.#rotation = { next, done };
    });
    await old.handle.close();
    return old.number;
  }

  /**
   * Removes the segments up to and with `last`: what they hold is elsewhere now. The oldest goes
   * first, for good, before the next one: what a power cut leaves is then always the newest part of
   * the journal, and applying that again leaves the newest state. The older part alone would undo
   * later changes.
   */
  async forget(last: number): Promise<void> {
    for (const number of await segmentNumbers(this.#folder, this.#files)) {
      if (number > last) break;
      await this.#files.rm(segmentPath(this.#folder, number));
      await syncFolder(this.#folder, this.#files);
    }
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#segment.handle.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0 || this.#rotation !== null) {
      if (this.#rotation !== null) this.#turnOver(this.#rotation);
      const batch = this.#waiting;
      if (batch.length === 0) break;
      this.#waiting = [];
      try {
        await this.#write(batch);
        for (const waiting of batch) waiting.resolve();
      } catch (thrown) {
        const rejected = [...batch, ...this.#waiting];
        this.#waiting = [];
        this.#last = Promise.resolve();
        for (const waiting of rejected.toReversed()) waiting.takeBack();
        for (const waiting of rejected) waiting.reject(thrown);
      }
    }
    this.#writing = null;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { handle } = this.#segment;
    if (this.#broken !== null) throw this.#refusal();
    await this.#requireSegment();
    const lines = Buffer.concat(
      batch.map((waiting, index) =>
        encodeLine(this.#sequence + 1 + index, this.#sequence, waiting.change),
      ),
    );
    try {
      await handle.appendFile(lines);
    } catch (thrown) {
      await this.#cutBack().catch((failure: unknown) => {
        this.#broken = failure;
      });
      throw thrown;
    }
    try {
      await handle.datasync();
    } catch (thrown) {
      this.#broken = thrown;
      await this.#cutBack().catch(() => undefined);
      throw thrown;
    }
    this.#length += lines.length;
    this.#sequence += batch.length;
  }

  async #cutBack(): Promise<void> {
    await this.#segment.handle.truncate(this.#length);
    await this.#segment.handle.datasync();
  }

  #turnOver({ next, done }: { next: OpenSegment; done: (old: OpenSegment) => void }): void {
    const old = this.#segment;
    this.#rotation = null;
    this.#segment = next;
    this.#length = 0;
    done(old);
  }

  /** An open handle outlives its file: a folder that vanished would swallow changes in silence. */
  async #requireSegment(): Promise<void> {
    const path = segmentPath(this.#folder, this.#segment.number);
    try {
      const { ino } = await this.#files.stat(path);
      if (ino !== this.#segment.ino) {
        this.#broken = new Error(`${path} is another file now.`);
        throw this.#broken;
      }
    } catch (thrown) {
      // Nothing was written: once the folder is back, changes are accepted again.
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

async function openSegment(folder: string, number: number, files: FileLayer): Promise<OpenSegment> {
  const path = segmentPath(folder, number);
  const handle = await files.open(path, 'a');
  try {
    const { ino } = await files.stat(path);
    await syncFolder(folder, files);
    return { number, handle, ino };
  } catch (thrown) {
    await handle.close().catch(() => undefined);
    throw thrown;
  }
}
