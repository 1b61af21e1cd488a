import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { ReadOnlyReason } from '../../shared/archive-info';
import { ArchiveError, systemErrorCode } from '../errors';
import { BodyReader } from './body-reader';
import { realFiles, type FileLayer } from './file-layer';
import type { Journal } from './journal';
import { encodeChange } from './journal-line';
import { Layout } from './layout';
import { usualLimits, type Limits } from './limits';
import { takeLock } from './lock';
import { MirroredJson } from './mirrored-json';
import { archiveFormat, type ArchiveRecord, type Step } from './records';
import { readRecords, recover } from './recover';
import { requireFolder } from './require-folder';
import { Saver } from './saver';
import type { Tables } from './tables';

export interface OpenOptions {
  /** Take no lock and change nothing, not even to mend. */
  readonly readOnly?: boolean;
  /** What the store touches the disk through. */
  readonly files?: FileLayer;
  readonly limits?: Limits;
}

/** What an archive that is open for writing has, and one that is only read hasn't. */
interface Writing {
  readonly journal: Journal;
  readonly saver: Saver;
  readonly releaseLock: () => Promise<void>;
}

/**
 * All records of one archive: in memory for reading, in the journal for keeping, in lowdb shards and
 * Markdown files for the long run. `transact` is the only way to change anything.
 */
export class ArchiveStore {
  readonly layout: Layout;
  readonly tables: Tables;
  readonly readOnly: ReadOnlyReason | null;
  /** Plain sentences about what was damaged or can't be written just now. */
  readonly warnings: string[];
  readonly #bodies: BodyReader;
  #writing: Writing | null = null;
  #trouble: string | null = null;
  #closed = false;

  private constructor(
    layout: Layout,
    tables: Tables,
    readOnly: ReadOnlyReason | null,
    warnings: readonly string[],
  ) {
    this.layout = layout;
    this.tables = tables;
    this.readOnly = readOnly;
    this.warnings = [...warnings];
    this.#bodies = new BodyReader(layout, tables, readOnly === null, (sentence) => {
      this.warnings.push(sentence);
    });
  }

  /**
   * Opens the archive in `folder`: metadata is read, the journal is applied again, the lock is taken.
   * Where the folder can't be written, the format is newer or somebody else has the lock, the store
   * is read-only and says why. What is damaged is mended where a copy allows it, and told in
   * `warnings`.
   *
   * Throws `archive-missing`, `archive-not-an-archive`, `archive-damaged`.
   */
  static async open(folder: string, options: OpenOptions = {}): Promise<ArchiveStore> {
    const layout = new Layout(folder, options.files ?? realFiles);
    const format = await formatOf(layout);
    let readOnly: ReadOnlyReason;
    if (format > archiveFormat) readOnly = { why: 'newer-format', format };
    else if (options.readOnly === true) readOnly = { why: 'requested' };
    else if (!(await mayWrite(folder))) readOnly = { why: 'permissions' };
    else {
      const lock = await takeLock(layout.lockFile, layout.files);
      if (lock.taken) {
        try {
          const limits = options.limits ?? usualLimits;
          return await ArchiveStore.#openForWriting(layout, lock.release, lock.afterCrash, limits);
        } catch (thrown) {
          await lock.release().catch(() => undefined);
          throw thrown;
        }
      }
      const { host, user, since } = lock.holder;
      readOnly = { why: 'locked', host, user, since };
    }
    const { tables, warnings } = await readRecords(layout, false);
    return new ArchiveStore(layout, tables, readOnly, warnings);
  }

  static async #openForWriting(
    layout: Layout,
    releaseLock: () => Promise<void>,
    afterCrash: boolean,
    limits: Limits,
  ): Promise<ArchiveStore> {
    const { tables, journal, journalled, warnings } = await recover(layout, afterCrash, limits);
    const store = new ArchiveStore(layout, tables, null, warnings);
    const saver = new Saver(layout, tables, journal, limits, (sentence) => {
      store.#tellTrouble(sentence);
    });
    store.#writing = { journal, saver, releaseLock };
    if (!tables.isClean || journalled.segments.length > 1) saver.saveSoon();
    return store;
  }

  /**
   * Commits one change, all of it or nothing. Resolves when it is safe from a power cut, and there
   * is room in memory for another one. The steps are visible to readers at once and taken back if
   * the disk refuses them.
   *
   * Throws `archive-read-only`, `archive-not-open`, `archive-missing`, `disk-failed`, and the
   * system's error where the disk is full.
   */
  async transact(action: string, steps: readonly Step[]): Promise<void> {
    const { journal, saver } = this.#requireWriting();
    if (steps.length === 0) return;
    // Encoding comes first: what can't be written must not be seen.
    const change = encodeChange({ at: new Date().toISOString(), action, steps });
    let takeBack: (() => void)[] = [];
    const written = journal.append(change, () => {
      for (const undo of takeBack.toReversed()) undo();
    });
    // While the disk is at work already; nobody can look in between.
    takeBack = steps.map((step) => this.tables.apply(step));
    await written;
    await saver.changed();
  }

  /** Cuts nothing off the journal until the answered function is called: for copying the folder. */
  holdJournal(): () => void {
    return this.#writing?.saver.holdJournal() ?? (() => undefined);
  }

  /** Throws unless the archive is open for writing: `archive-read-only`, `archive-not-open`. */
  requireOpenForWriting(): void {
    this.#requireWriting();
  }

  /**
   * Rejects unless a change would be accepted. Asked before files are put into the folder ahead of a
   * change. `archive-read-only`, `archive-not-open`, `archive-missing`.
   */
  async requireWritable(): Promise<void> {
    this.#requireWriting();
    await requireFolder(this.layout);
  }

  /**
   * The body of a release. One that isn't what was filed is never handed out.
   * Throws `release-not-found`, `archive-damaged`.
   */
  readBody(id: string): Promise<string> {
    return this.#bodies.read(id);
  }

  /** Brings the shards and Markdown files up to date and cuts the journal. */
  async save(): Promise<void> {
    await this.#writing?.saver.save();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const writing = this.#writing;
    if (writing === null) return;
    const { journal, saver, releaseLock } = writing;
    try {
      // In this order: what is being changed is still accepted by the journal, and saved.
      await journal.settled().catch(() => undefined);
      await saver.save();
    } finally {
      saver.stop();
      await journal.close().catch(() => undefined);
      this.#writing = null;
      await releaseLock();
    }
  }

  #tellTrouble(sentence: string | null): void {
    if (sentence === this.#trouble) return;
    const old = this.#trouble === null ? -1 : this.warnings.indexOf(this.#trouble);
    if (old !== -1) this.warnings.splice(old, 1);
    if (sentence !== null) this.warnings.push(sentence);
    this.#trouble = sentence;
  }

  #requireWriting(): Writing {
    if (this.#closed) throw new ArchiveError('archive-not-open', 'The archive is closed.');
    if (this.#writing === null) throw readOnlyError(this.layout.folder, this.readOnly);
    return this.#writing;
  }
}

/** The format of the archive in a folder. Nothing is changed. */
async function formatOf(layout: Layout): Promise<number> {
  const { folder } = layout;
  const entry = await layout.files.stat(folder).catch((thrown: unknown) => {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  if (entry === null) {
    throw new ArchiveError('archive-missing', `There is no folder ${folder}.`, { folder });
  }
  const file = new MirroredJson<ArchiveRecord>(layout, layout.archiveFile);
  const record = entry.isDirectory() ? await file.read() : null;
  // Both damaged: what is left of the archive is told when its tables are read.
  if (record !== null || file.state.main === 'damaged' || file.state.copy === 'damaged') {
    return record?.format ?? archiveFormat;
  }
  throw new ArchiveError(
    'archive-not-an-archive',
    `${folder} is not a press archive: it has no archive.json.`,
    { folder },
  );
}

async function mayWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readOnlyError(folder: string, reason: ReadOnlyReason | null): ArchiveError {
  const because =
    reason?.why === 'locked'
      ? `${reason.user || 'somebody'} on ${reason.host} has had it open since ${reason.since}`
      : reason?.why === 'newer-format'
        ? 'a newer version of the program made it'
        : reason?.why === 'requested'
          ? 'it was opened for reading only'
          : "this computer doesn't allow writing to its folder";
  return new ArchiveError(
    'archive-read-only',
    `The archive in ${folder} can only be read: ${because}.`,
    { folder },
  );
}
