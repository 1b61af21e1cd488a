import { BodyWriter } from './body-writer';
import type { Journal } from './journal';
import type { Layout } from './layout';
import type { Limits } from './limits';
import { Pace } from './pace';
import { QuietMoment } from './quiet-moment';
import { requireFolder } from './require-folder';
import { saveRevisions } from './revisions';
import { saveTables } from './save-tables';
import { unsavedBodiesOf } from './snapshot';
import type { Tables } from './tables';

/**
 * Brings the archive's files up to date from memory, and cuts the journal: gently in a quiet moment,
 * in a hurry when somebody waits for it or too much is unsaved.
 */
export class Saver {
  readonly #layout: Layout;
  readonly #tables: Tables;
  readonly #journal: Journal;
  readonly #limits: Limits;
  readonly #pace: Pace;
  readonly #bodies: BodyWriter;
  /** Told why files could not be written, and null once they were. */
  readonly #onTrouble: (sentence: string | null) => void;
  readonly #quiet = new QuietMoment(() => {
    this.#saveAlone();
  });
  #last: Promise<void> = Promise.resolve();
  #savings = 0;
  #relief: Promise<void> | null = null;
  /** Called when there is room in memory again. */
  #waiting: (() => void)[] = [];
  /** The last segment of the journal whose changes are all in files. */
  #savedSegment = 0;
  #holders = 0;
  #stopped = false;

  constructor(
    layout: Layout,
    tables: Tables,
    journal: Journal,
    limits: Limits,
    onTrouble: (sentence: string | null) => void,
  ) {
    this.#layout = layout;
    this.#tables = tables;
    this.#journal = journal;
    this.#limits = limits;
    this.#pace = new Pace(journal);
    this.#bodies = new BodyWriter(layout, this.#pace, (written) => {
      tables.bodySaved(written);
      if (!this.#isFull) this.#letOn();
    });
    this.#onTrouble = onTrouble;
  }

  /** Called after every change. Resolves when there is room in memory for another one. */
  async changed(): Promise<void> {
    this.saveSoon();
    while (this.#isFull) {
      const room = new Promise<void>((resolve) => this.#waiting.push(resolve));
      await Promise.race([room, this.#relieve()]);
    }
  }

  /** Saves in a quiet moment; at once when much is unsaved. */
  saveSoon(): void {
    if (this.#stopped) return;
    this.#quiet.wish();
    // While files can't be written, it must not be tried again with every change.
    if (this.#quiet.isPutOff) return;
    if (this.#tables.unsavedBodies.letters > this.#limits.manyLetters) void this.#relieve();
    const large = this.#journal.bytesAfter(this.#savedSegment) > this.#limits.journalBytes;
    if (large && this.#savings === 0) this.#saveAlone(this.#pace.hurry());
  }

  /** Saves now, as fast as can be. One saving at a time, in order. */
  save(): Promise<void> {
    return this.#save(this.#pace.hurry());
  }

  /** Cuts nothing off the journal until the answered function is called. */
  holdJournal(): () => void {
    this.#holders += 1;
    let held = true;
    return () => {
      if (held) this.#holders -= 1;
      held = false;
    };
  }

  /** No more attempts of its own. */
  stop(): void {
    this.#stopped = true;
    this.#quiet.clear();
    this.#letOn();
  }

  get #isFull(): boolean {
    const { letters } = this.#tables.unsavedBodies;
    return letters > this.#limits.mostLetters && !this.#quiet.isPutOff && !this.#stopped;
  }

  async #save(calm: () => void): Promise<void> {
    this.#quiet.clear();
    this.#savings += 1;
    try {
      await this.#inOrder(() => this.#saveOnce());
    } catch (thrown) {
      this.#meet(thrown);
      throw thrown;
    } finally {
      this.#savings -= 1;
      calm();
    }
    this.#quiet.asUsual();
    this.#onTrouble(null);
  }

  #saveAlone(calm: () => void = () => undefined): void {
    // Whoever doesn't wait for it is told by `onTrouble`.
    this.#save(calm).catch(() => undefined);
  }

  /** Gets the bodies out of memory; never rejects. Whoever comes meanwhile shares it. */
  #relieve(): Promise<void> {
    if (this.#relief !== null) return this.#relief;
    const calm = this.#pace.hurry();
    this.#relief = this.#inOrder(() => this.#saveBodies())
      .catch((thrown: unknown) => {
        this.#meet(thrown);
      })
      .finally(() => {
        calm();
        this.#relief = null;
      });
    return this.#relief;
  }

  #inOrder(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.catch(() => undefined).then(work);
    return this.#last;
  }

  /** The journal still has everything; a later saving tries again. */
  #meet(thrown: unknown): void {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    this.#onTrouble(`Some files could not be brought up to date yet: ${reason}`);
    this.#quiet.putOff();
    this.saveSoon();
    this.#letOn();
  }

  async #saveOnce(): Promise<void> {
    await requireFolder(this.#layout);
    const finished = await this.#journal.rotate();
    if (!this.#tables.isClean) await this.#writeFiles();
    // Bodies that were written ahead need no more than this.
    await this.#bodies.syncFolders();
    this.#savedSegment = finished;
    // While somebody copies the archive, the journal keeps what the files copied first lack.
    if (this.#holders === 0) await this.#journal.forget(finished);
  }

  async #writeFiles(): Promise<void> {
    const snapshot = this.#tables.takeSnapshot();
    try {
      // The snapshot has changes that are under way to the disk. They must not be in any file before
      // they are in the journal: a kill would leave a part of them.
      await this.#journal.settled();
      await saveTables(this.#layout, this.#tables, snapshot, this.#bodies, this.#pace);
    } catch (thrown) {
      this.#tables.markDirty(snapshot.dirt);
      throw thrown;
    }
  }

  async #saveBodies(): Promise<void> {
    await requireFolder(this.#layout);
    const bodies = unsavedBodiesOf(this.#tables);
    const revisions = [...this.#tables.unsavedRevisions.values()];
    // As in `#writeFiles`.
    await this.#journal.settled();
    // As in `saveTables`: what these bodies replace is kept before.
    await saveRevisions(this.#layout, revisions, this.#pace);
    this.#tables.revisionsSaved(revisions);
    await this.#bodies.write(bodies);
  }

  #letOn(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
