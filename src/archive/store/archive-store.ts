import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import type { ReadOnlyReason } from '../../shared/archive-info';
import { ArchiveError, systemErrorCode } from '../errors';
import { bodyDigest, bodyFromMarkdown } from './body-file';
import { durableLow } from './durable-json';
import { Journal, readJournal, type JournalContents } from './journal';
import { Layout } from './layout';
import { takeLock } from './lock';
import { archiveFormat, type ArchiveRecord, type JournalRecord, type Step } from './records';
import { loadTables, saveTables } from './table-files';
import { Tables, type Dirt } from './tables';

/** How long after a change its files are brought up to date, so that a burst is written once. */
const settleMilliseconds = 1_500;

export interface OpenOptions {
  /** Take no lock and change nothing, not even to mend. */
  readonly readOnly?: boolean;
}

/** The record of an archive that no file describes yet. */
const noArchive: ArchiveRecord = {
  format: 0,
  id: '',
  institution: { name: '', otherNames: [] },
  createdAt: '',
};

/**
 * All records of one archive: in memory for reading, in the journal for keeping, in lowdb shards and
 * Markdown files for the long run. `transact` is the only way to change anything.
 */
export class ArchiveStore {
  readonly layout: Layout;
  readonly tables: Tables;
  readonly readOnly: ReadOnlyReason | null;
  readonly warnings: string[];
  #journal: Journal | null;
  #sequence: number;
  #saving: Dirt | null = null;
  #saved: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #releaseLock: () => Promise<void>;
  #closed = false;

  private constructor(opened: {
    layout: Layout;
    tables: Tables;
    readOnly: ReadOnlyReason | null;
    warnings: readonly string[];
    journal: Journal | null;
    sequence: number;
    releaseLock: () => Promise<void>;
  }) {
    this.layout = opened.layout;
    this.tables = opened.tables;
    this.readOnly = opened.readOnly;
    this.warnings = [...opened.warnings];
    this.#journal = opened.journal;
    this.#sequence = opened.sequence;
    this.#releaseLock = opened.releaseLock;
  }

  /**
   * Opens the archive in `folder`: metadata is read, the journal is applied again, the lock is taken.
   * Where the folder can't be written, the format is newer or somebody else has the lock, the store
   * is read-only and says why.
   *
   * Throws `archive-missing`, `archive-not-an-archive`, `archive-damaged`.
   */
  static async open(folder: string, options: OpenOptions = {}): Promise<ArchiveStore> {
    const layout = new Layout(folder);
    const archive = await readArchiveRecord(layout);
    let readOnly: ReadOnlyReason | null = null;
    let releaseLock = (): Promise<void> => Promise.resolve();
    if (archive.format > archiveFormat) {
      readOnly = { why: 'newer-format', format: archive.format };
    } else if (options.readOnly === true) {
      readOnly = { why: 'requested' };
    } else if (!(await mayWrite(folder))) {
      readOnly = { why: 'permissions' };
    } else {
      const lock = await takeLock(layout.lockFile);
      if (lock.taken) releaseLock = lock.release;
      else {
        const { host, user, since } = lock.holder;
        readOnly = { why: 'locked', host, user, since };
      }
    }
    try {
      const { tables, journalled, warnings } = await readRecords(
        layout,
        archive,
        readOnly === null,
      );
      const store = new ArchiveStore({
        layout,
        tables,
        readOnly,
        warnings,
        journal:
          readOnly === null
            ? await Journal.start(layout.journalFolder, journalled.segments.at(-1) ?? 0)
            : null,
        sequence: journalled.records.at(-1)?.sequence ?? 0,
        releaseLock,
      });
      if (readOnly === null && journalled.segments.length > 0) store.#saveSoon();
      return store;
    } catch (thrown) {
      await releaseLock();
      throw thrown;
    }
  }

  /**
   * Commits one change, all of it or nothing. Resolves when it is safe from a power cut. The steps
   * are visible to readers at once and taken back if the disk refuses them.
   *
   * Throws `archive-read-only`, `archive-not-open`, `archive-missing`, `disk-failed`.
   */
  async transact(action: string, steps: readonly Step[]): Promise<void> {
    const journal = this.#writableJournal();
    if (steps.length === 0) return;
    this.#sequence += 1;
    const record: JournalRecord = {
      sequence: this.#sequence,
      at: new Date().toISOString(),
      action,
      steps,
    };
    const takeBack = steps.map((step) => this.tables.apply(step));
    try {
      await journal.append(record);
    } catch (thrown) {
      for (const undo of takeBack.reverse()) undo();
      throw thrown;
    }
    this.#saveSoon();
  }

  /** Throws unless a change would be accepted. */
  requireWritable(): void {
    this.#writableJournal();
  }

  /** The body of a release. Throws `release-not-found`, `archive-damaged`. */
  async readBody(id: string): Promise<string> {
    const pending = this.tables.dirt.bodies.get(id) ?? this.#saving?.bodies.get(id);
    if (pending !== undefined) return pending;
    const record = this.tables.releases.get(id);
    const month = this.tables.monthOfRelease(id);
    if (record === undefined || month === null) {
      throw new ArchiveError('release-not-found', 'That release is not in the archive.', { id });
    }
    const path = this.layout.bodyFile(month, id);
    let body: string;
    try {
      body = bodyFromMarkdown(await readFile(path, 'utf8'));
    } catch (thrown) {
      // Between the look-up and the reading, the body may have been written to a file elsewhere.
      if (systemErrorCode(thrown) === 'ENOENT' && this.tables.monthOfRelease(id) !== month) {
        return this.readBody(id);
      }
      throw new ArchiveError(
        'archive-damaged',
        `The text of "${record.headline}" can't be read from ${path}.`,
        { path, headline: record.headline },
        { cause: thrown },
      );
    }
    return body;
  }

  /** Whether a body is still the one that the archive wrote. */
  isBodyIntact(id: string, body: string): boolean {
    return this.tables.releases.get(id)?.bodySha256 === bodyDigest(body);
  }

  /** Brings the shards and Markdown files up to date and cuts the journal. */
  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    // One saving at a time, in order.
    this.#saved = this.#saved.catch(() => undefined).then(() => this.#saveOnce());
    await this.#saved;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    try {
      if (this.#journal !== null) await this.save();
    } finally {
      this.#closed = true;
      await this.#journal?.close();
      this.#journal = null;
      await this.#releaseLock();
    }
  }

  async #saveOnce(): Promise<void> {
    const journal = this.#journal;
    if (journal === null) return;
    await this.#requireFolder();
    const finished = await journal.rotate();
    const dirt = this.tables.takeDirt();
    this.#saving = dirt;
    try {
      await saveTables(this.layout, this.tables, dirt);
    } catch (thrown) {
      this.tables.returnDirt(dirt);
      throw thrown;
    } finally {
      this.#saving = null;
    }
    await journal.forget(finished);
  }

  #saveSoon(): void {
    if (this.#timer !== null || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.save().catch((thrown: unknown) => {
        // The journal still has everything; the next saving tries again.
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        this.warnings.push(`Some files could not be brought up to date: ${reason}`);
      });
    }, settleMilliseconds);
    this.#timer.unref();
  }

  /** A network drive that vanished must not be made anew, empty, under the same name. */
  async #requireFolder(): Promise<void> {
    try {
      await stat(this.layout.archiveFile);
    } catch (thrown) {
      throw new ArchiveError(
        'archive-missing',
        `The archive's folder ${this.layout.folder} can't be reached any more.`,
        { folder: this.layout.folder },
        { cause: thrown },
      );
    }
  }

  #writableJournal(): Journal {
    if (this.#closed) throw new ArchiveError('archive-not-open', 'The archive is closed.');
    if (this.#journal === null) throw readOnlyError(this.layout.folder, this.readOnly);
    return this.#journal;
  }
}

interface ReadRecords {
  readonly tables: Tables;
  readonly journalled: JournalContents;
  readonly warnings: readonly string[];
}

/**
 * Reads the tables and applies the journal. Somebody else who has the archive open may bring files
 * up to date and cut the journal meanwhile: then what was read doesn't fit together, and it is read
 * again.
 */
async function readRecords(
  layout: Layout,
  archive: ArchiveRecord,
  mayWrite: boolean,
): Promise<ReadRecords> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readJournal(layout.journalFolder);
    const tables = new Tables(archive);
    const damaged = await loadTables(layout, tables, mayWrite);
    const journalled = await readJournal(layout.journalFolder);
    if (before.segments[0] !== journalled.segments[0] && attempt < 10) continue;
    for (const record of journalled.records) for (const step of record.steps) tables.apply(step);
    return { tables, journalled, warnings: [...damaged, ...journalled.warnings] };
  }
}

async function readArchiveRecord(layout: Layout): Promise<ArchiveRecord> {
  const { folder } = layout;
  const entry = await stat(folder).catch((thrown: unknown) => {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  if (entry === null) {
    throw new ArchiveError('archive-missing', `There is no folder ${folder}.`, { folder });
  }
  const file = durableLow<ArchiveRecord>(layout.archiveFile, noArchive);
  if (entry.isDirectory()) await file.read();
  if (file.data.format === 0) {
    throw new ArchiveError(
      'archive-not-an-archive',
      `${folder} is not a press archive: it has no archive.json.`,
      { folder },
    );
  }
  return file.data;
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
