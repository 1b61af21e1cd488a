import { ArchiveError } from '../errors';
import { makeFolderDurably, syncFile, syncFolder } from './durable-file';
import { realFiles, type FileLayer, type OpenFile } from './file-layer';
import { lineOf } from './journal-line';
import type { JournalContents } from './journal-reader';
import { segmentNumbers, segmentPath } from './journal-segments';
import { usualLimits, type Limits } from './limits';

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
  readonly #segmentBytes: number;
  #segment: OpenSegment;
  /** Acknowledged bytes of the segment. */
  #length = 0;
  /** Bytes of the segments before it, by number. */
  readonly #earlier = new Map<number, number>();
  /** The last acknowledged record. */
  #sequence: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #group: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();
  #rotation: { readonly next: OpenSegment; readonly done: (old: OpenSegment) => void } | null =
    null;
  #rotating: Promise<number> = Promise.resolve(0);
  #growing = false;
  #broken: unknown = null;

  private constructor(
    folder: string,
    files: FileLayer,
    { segmentBytes }: Pick<Limits, 'segmentBytes'>,
    segment: OpenSegment,
    sequence: number,
  ) {
    this.#folder = folder;
    this.#files = files;
    this.#segmentBytes = segmentBytes;
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
    limits: Pick<Limits, 'segmentBytes'> = usualLimits,
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
    const journal = new Journal(folder, files, limits, segment, sequence);
    for (const { number: earlier, used } of found.segments) journal.#earlier.set(earlier, used);
    return journal;
  }

  /** Bytes in the segments after the one of this number. */
  bytesAfter(segment: number): number {
    let bytes = this.#length;
    for (const [number, length] of this.#earlier) if (number > segment) bytes += length;
    return bytes;
  }

  /** Resolves when the group that is being written is on disk or refused; null when none is. */
  get underWay(): Promise<void> | null {
    return this.#group;
  }

  /**
   * Resolves when the change is safe from a power cut. If it is rejected, `takeBack` was called
   * before, for the newest change first, but never before `append` has answered.
   */
  append(change: Buffer, takeBack: () => void): Promise<void> {
    if (this.#broken !== null) {
      return Promise.resolve().then(() => {
        takeBack();
        throw this.#refusal();
      });
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
      this.#earlier.delete(number);
    }
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#rotating.catch(() => 0);
    await this.#segment.handle.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0 || this.#rotation !== null) {
      if (this.#rotation !== null) this.#turnOver(this.#rotation);
      const batch = this.#waiting;
      if (batch.length === 0) break;
      this.#waiting = [];
      const written = this.#write(batch);
      this.#group = written.catch(() => undefined);
      try {
        await written;
        for (const waiting of batch) waiting.resolve();
        if (this.#length >= this.#segmentBytes) this.#beginAnother();
      } catch (thrown) {
        const rejected = [...batch, ...this.#waiting];
        this.#waiting = [];
        this.#last = Promise.resolve();
        for (const waiting of rejected.toReversed()) waiting.takeBack();
        for (const waiting of rejected) waiting.reject(thrown);
      }
      this.#group = null;
    }
    this.#writing = null;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { handle } = this.#segment;
    if (this.#broken !== null) throw this.#refusal();
    const lines = Buffer.concat(
      batch.flatMap(({ change }, index) =>
        lineOf(this.#sequence + 1 + index, this.#sequence, change),
      ),
    );
    try {
      await handle.writeFile(lines);
    } catch (thrown) {
      await this.#cutBack();
      // Who knows why it can't be written says more than that the file is gone.
      if (!(thrown instanceof ArchiveError)) await this.#requireSegment();
      throw thrown;
    }
    // Both at once: each has its way to the disk and back, and people wait for it.
    const [synced, there] = await Promise.allSettled([handle.datasync(), this.#requireSegment()]);
    if (synced.status === 'rejected') {
      this.#broken = synced.reason;
      await this.#cutBack();
      if (there.status === 'rejected') throw there.reason;
      throw synced.reason;
    }
    if (there.status === 'rejected') {
      await this.#cutBack();
      throw there.reason;
    }
    this.#length += lines.length;
    this.#sequence += batch.length;
  }

  /** Takes what was rejected out of the file; where that fails, nothing more is accepted. */
  async #cutBack(): Promise<void> {
    try {
      await this.#segment.handle.truncate(this.#length);
      await this.#segment.handle.datasync();
    } catch (thrown) {
      this.#broken ??= thrown;
    }
  }

  /** While it is being made, and where it can't be, lines go on in the old one. */
  #beginAnother(): void {
    if (this.#growing) return;
    this.#growing = true;
    this.rotate()
      .catch(() => 0)
      .finally(() => (this.#growing = false));
  }

  #turnOver({ next, done }: { next: OpenSegment; done: (old: OpenSegment) => void }): void {
    const old = this.#segment;
    this.#rotation = null;
    this.#earlier.set(old.number, this.#length);
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
      // What was written is cut off again: once the folder is back, changes are accepted again.
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
