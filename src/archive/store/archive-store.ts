import type { ReadOnlyReason } from '../../shared/archive-info';
import { ArchiveError } from '../errors';
import { formatOf } from './archive-format';
import { BodyReader } from './body-reader';
import { realFiles, type FileLayer } from './file-layer';
import { guardedFiles } from './guarded-files';
import type { HeldLock } from './held-lock';
import type { Journal } from './journal';
import { encodeChange } from './journal-line';
import { Layout } from './layout';
import { leaveListing } from './listing-file';
import { usualLimits, type Limits } from './limits';
import type { OnRead } from './load-tables';
import { takeLock, type LockOutcome } from './lock';
import type { TakeOver } from './lock-claim';
import { LockWatch } from './lock-watch';
import { holderActive, mayWrite, readOnlyError } from './no-writing';
import { archiveFormat, type Change, type Step } from './records';
import { ReadingAhead } from './reading-ahead';
import { readRecords, recover } from './recover';
import { requireFolder, requireThere } from './require-folder';
import { readRevision, revisionKey, unsavedRevision, type KeptRevision } from './revisions';
import { Saver } from './saver';
import { StandingWarnings } from './standing-warnings';
import type { Tables } from './tables';

export interface OpenOptions {
  /** Take no lock and change nothing, not even to mend. */
  readonly readOnly?: boolean;
  /** What the store touches the disk through. */
  readonly files?: FileLayer;
  /** End the lock of somebody who is silent: what `takingOver` of a store that waits for it answers. */
  readonly takeOver?: TakeOver;
  /** How many of the files that opening reads are read. */
  readonly onRead?: OnRead;
  /** `readOnly` or `warnings` became others without anybody's doing here. */
  readonly onStateChanged?: () => void;
  /** How often a lock of somebody else is looked at, in milliseconds. */
  readonly lookEvery?: number;
  readonly limits?: Limits;
}

/** The newest revision has nothing that took its place. */
export type Revision = Pick<KeptRevision, 'record' | 'body'> &
  Partial<Pick<KeptRevision, 'replacedAt' | 'replacedBy'>>;

/** What an archive that is open for writing has, and one that is only read hasn't. */
interface Writing {
  readonly journal: Journal;
  readonly saver: Saver;
  readonly lock: HeldLock;
}

/**
 * All records of one archive: in memory for reading, in the journal for keeping, in lowdb shards and
 * Markdown files for the long run. `transact` is the only way to change anything.
 */
export class ArchiveStore {
  readonly layout: Layout;
  readonly tables: Tables;
  readonly #warnings: StandingWarnings;
  readonly #bodies: BodyReader;
  #readOnly: ReadOnlyReason | null;
  #watch: LockWatch | null = null;
  readonly #readingAhead: ReadingAhead;
  #writing: Writing | null = null;
  #closed = false;

  private constructor(
    layout: Layout,
    tables: Tables,
    readOnly: ReadOnlyReason | null,
    warnings: readonly string[],
  ) {
    this.layout = layout;
    this.tables = tables;
    this.#readOnly = readOnly;
    this.#warnings = new StandingWarnings(warnings);
    this.#bodies = new BodyReader(layout, tables, readOnly === null, (sentence) => {
      this.#warnings.sentences.push(sentence);
    });
    this.#readingAhead = new ReadingAhead(tables.releases);
    this.#readingAhead.soon();
  }

  /**
   * Opens the archive in `folder`: metadata is read, the journal is applied again, the lock is taken.
   * Where the folder can't be written, the format is newer or somebody else has the lock, the store
   * is read-only and says why. What is damaged is mended where a copy allows it, and told in
   * `warnings`.
   *
   * Throws `archive-missing`, `archive-not-an-archive`, `archive-damaged`; `archive-holder-active`
   * where a lock shall be taken over and its holder is there.
   */
  static async open(folder: string, options: OpenOptions = {}): Promise<ArchiveStore> {
    const layout = new Layout(folder, options.files ?? realFiles);
    const format = await formatOf(layout);
    let readOnly: ReadOnlyReason;
    if (format > archiveFormat) readOnly = { why: 'newer-format', format };
    else if (options.readOnly === true) readOnly = { why: 'requested' };
    else if (!(await mayWrite(folder))) readOnly = { why: 'permissions' };
    else {
      const outcome = await takeLock(layout.lockFile, layout.files, options.takeOver);
      if (!outcome.taken) return ArchiveStore.#openLocked(layout, outcome, options);
      try {
        return await ArchiveStore.#openForWriting(folder, outcome, options);
      } catch (thrown) {
        await outcome.release().catch(() => undefined);
        throw thrown;
      }
    }
    const { tables, warnings } = await readRecords(layout, false, options.onRead);
    return new ArchiveStore(layout, tables, readOnly, warnings);
  }

  static async #openLocked(
    layout: Layout,
    { holder, clockAhead }: Extract<LockOutcome, { taken: false }>,
    { takeOver, onStateChanged, lookEvery, onRead }: OpenOptions,
  ): Promise<ArchiveStore> {
    if (takeOver !== undefined) throw holderActive(layout.folder, holder);
    const { tables, warnings, journalled } = await readRecords(layout, false, onRead);
    const watch = new LockWatch({ layout, holder, clockAhead, journal: journalled });
    await watch.look();
    const store = new ArchiveStore(layout, tables, watch.reason, warnings);
    store.#watch = watch;
    watch.start(onStateChanged ?? (() => undefined), lookEvery);
    return store;
  }

  static async #openForWriting(
    folder: string,
    { lock, afterCrash }: Extract<LockOutcome, { taken: true }>,
    {
      files = realFiles,
      limits = usualLimits,
      onStateChanged = () => undefined,
      onRead,
    }: OpenOptions,
  ): Promise<ArchiveStore> {
    const { lockFile } = new Layout(folder);
    const guarded = guardedFiles(
      files,
      () => lock.sure(),
      // The lock: it is there from before the first folder is made until after the last one is.
      () => requireThere(folder, lockFile, files),
    );
    const layout = new Layout(folder, guarded);
    const { tables, journal, journalled, warnings } = await recover(
      layout,
      afterCrash,
      limits,
      onRead,
    );
    const store = new ArchiveStore(layout, tables, null, warnings);
    const saver = new Saver(layout, tables, journal, limits, (sentence) => {
      store.#warnings.tell('saving', sentence);
    });
    store.#writing = { journal, saver, lock };
    lock.listen({
      onLost: (by) => {
        saver.stop();
        store.#warnings.tell('saving', null);
        store.#readOnly = { why: 'lock-lost', host: by?.host ?? '', user: by?.user ?? '' };
        onStateChanged();
      },
      onTrouble: (sentence) => {
        if (store.#warnings.tell('lock', sentence)) onStateChanged();
      },
    });
    if (!tables.isClean || journalled.segments.length > 1) saver.saveSoon();
    return store;
  }

  /** Plain sentences about what was damaged or can't be written just now. */
  get warnings(): readonly string[] {
    return this.#warnings.sentences;
  }

  get readOnly(): ReadOnlyReason | null {
    return this.#watch?.reason ?? this.#readOnly;
  }

  /**
   * What `takeOver` is given to end the lock that keeps this store from writing; null where no lock
   * does. Throws `archive-holder-active` where whoever has it isn't silent for long enough.
   */
  async takingOver(): Promise<TakeOver | null> {
    if (this.#watch === null) return null;
    await this.#watch.look();
    const { reason, touched } = this.#watch;
    if (reason.free) return null;
    if (!reason.canTakeOver) throw holderActive(this.layout.folder, reason);
    return { touched };
  }

  /**
   * Commits one change, all of it or nothing. Resolves when it is safe from a power cut, and there
   * is room in memory for another one. The steps are visible to readers at once and taken back if
   * the disk refuses them. Changes of one `group` that follow one another are undone together.
   *
   * Throws `archive-read-only`, `archive-lock-lost`, `archive-not-open`, `archive-missing`,
   * `disk-failed`, and the system's error where the disk is full.
   */
  async transact(action: string, steps: readonly Step[], group?: string): Promise<void> {
    const { journal, saver } = this.#requireWriting();
    if (steps.length === 0) return;
    // Encoding comes first: what can't be written must not be seen.
    const change: Change = {
      at: new Date().toISOString(),
      action,
      steps,
      ...(group === undefined ? {} : { group }),
    };
    let takeBack = (): void => undefined;
    const written = journal.append(encodeChange(change), () => {
      takeBack();
    });
    // While the disk is at work already; nobody can look in between.
    takeBack = this.tables.change(change);
    await written;
    await saver.changed();
  }

  /** Cuts nothing off the journal until the answered function is called: for copying the folder. */
  holdJournal(): () => void {
    return this.#writing?.saver.holdJournal() ?? (() => undefined);
  }

  /**
   * Rejects unless the archive is open for writing here. To be asked before a change is made up: none
   * can come in between if that is checked afterwards. It costs next to nothing.
   * `archive-read-only`, `archive-lock-lost`, `archive-not-open`.
   */
  async requireOpenForWriting(): Promise<void> {
    await this.#requireWriting().lock.sure();
  }

  /**
   * Rejects unless a change would be accepted. Asked before files are put into the folder ahead of a
   * change. `archive-read-only`, `archive-lock-lost`, `archive-not-open`, `archive-missing`.
   */
  async requireWritable(): Promise<void> {
    await this.requireOpenForWriting();
    await requireFolder(this.layout);
  }

  /**
   * The body of a release. One that isn't what was filed is never handed out.
   * Throws `release-not-found`, `archive-damaged`.
   */
  readBody(id: string): Promise<string> {
    return this.#bodies.read(id);
  }

  /**
   * A revision of a release, the newest or an earlier one; null where it was never kept. The text is
   * null where it was damaged before it could be kept.
   * Throws `release-not-found`, `archive-damaged`.
   */
  async readRevision(id: string, revision: number): Promise<Revision | null> {
    const current = this.tables.releases.get(id);
    if (current?.revision === revision) return { record: current, body: await this.readBody(id) };
    const unsaved = this.tables.unsavedRevisions.get(revisionKey(id, revision));
    const kept = unsaved === undefined ? null : await unsavedRevision(this.layout, unsaved);
    return kept ?? readRevision(this.layout, id, revision);
  }

  /**
   * Resolves when every record is in memory. Asking for all of them sooner gives the same answer, but
   * holds up the thread for as long as it takes to parse the rest.
   */
  recordsRead(): Promise<void> {
    return this.#readingAhead.finish();
  }

  /** Brings the shards and Markdown files up to date and cuts the journal. */
  async save(): Promise<void> {
    await this.#writing?.saver.save();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#watch?.stop();
    this.#readingAhead.stop();
    const writing = this.#writing;
    if (writing === null) return;
    const { journal, saver, lock } = writing;
    try {
      // In this order: what is being changed is still accepted by the journal, and saved.
      await journal.settled().catch(() => undefined);
      // Somebody else's by now: all that was acknowledged is in the journal that they read.
      await lock.sure()?.catch(() => undefined);
      if (!lock.isLost) {
        await saver.save();
        // Only now is it sure that the folder is still there.
        await leaveListing(this.layout, this.tables.listing);
      }
    } finally {
      saver.stop();
      await journal.close().catch(() => undefined);
      this.#writing = null;
      await lock.release();
    }
  }

  #requireWriting(): Writing {
    if (this.#closed) throw new ArchiveError('archive-not-open', 'The archive is closed.');
    if (this.#writing === null) throw readOnlyError(this.layout.folder, this.readOnly);
    const { lost } = this.#writing.lock;
    if (lost !== null) throw lost;
    return this.#writing;
  }
}
