import { requireFolder } from './require-folder';
import type { Journal } from './journal';
import type { Layout } from './layout';
import { saveTables } from './save-tables';
import type { Tables } from './tables';

/** How long after a change its files are brought up to date, so that a burst is written once. */
const settleMilliseconds = 1_500;

/** Longest wait between two attempts when files can't be written. */
const longestWait = 60_000;

/** A journal of this size is saved without waiting, so that opening stays quick. */
const largeJournal = 4 * 1024 * 1024;

/** Brings the archive's files up to date from memory, and cuts the journal. */
export class Saver {
  readonly #layout: Layout;
  readonly #tables: Tables;
  readonly #journal: Journal;
  /** Told why files could not be written, and null once they were. */
  readonly #onTrouble: (sentence: string | null) => void;
  #saved: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #wait = settleMilliseconds;
  #running = 0;
  #holders = 0;
  #stopped = false;

  constructor(
    layout: Layout,
    tables: Tables,
    journal: Journal,
    onTrouble: (sentence: string | null) => void,
  ) {
    this.#layout = layout;
    this.#tables = tables;
    this.#journal = journal;
    this.#onTrouble = onTrouble;
  }

  /** Saves after a quiet moment; at once when the journal has grown large. */
  saveSoon(): void {
    if (this.#stopped) return;
    // While files can't be written, a large journal must not make it try with every change.
    const large = this.#journal.bytesAfter(0) > largeJournal && this.#wait === settleMilliseconds;
    if (large && this.#running === 0) this.#saveAlone();
    else if (this.#timer === null) {
      this.#timer = setTimeout(() => {
        this.#saveAlone();
      }, this.#wait);
      this.#timer.unref();
    }
  }

  /** Saves now. One saving at a time, in order. */
  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running += 1;
    this.#saved = this.#saved
      .catch(() => undefined)
      .then(() => this.#saveOnce())
      .finally(() => {
        this.#running -= 1;
      });
    try {
      await this.#saved;
    } catch (thrown) {
      // The journal still has everything; a later saving tries again.
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      this.#onTrouble(`Some files could not be brought up to date yet: ${reason}`);
      this.#wait = Math.min(this.#wait * 2, longestWait);
      this.saveSoon();
      throw thrown;
    }
    this.#wait = settleMilliseconds;
    this.#onTrouble(null);
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
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #saveAlone(): void {
    // Whoever doesn't wait for it is told by `onTrouble`.
    this.save().catch(() => undefined);
  }

  async #saveOnce(): Promise<void> {
    await requireFolder(this.#layout);
    const finished = await this.#journal.rotate();
    if (!this.#tables.isClean) await this.#writeFiles();
    // While somebody copies the archive, the journal keeps what the files copied first lack.
    if (this.#holders === 0) await this.#journal.forget(finished);
  }

  async #writeFiles(): Promise<void> {
    const snapshot = this.#tables.takeSnapshot();
    try {
      // The snapshot has changes that are under way to the disk. They must not be in any file before
      // they are in the journal: a kill would leave a part of them.
      await this.#journal.settled();
      await saveTables(this.#layout, this.#tables, snapshot);
    } catch (thrown) {
      this.#tables.markDirty(snapshot.dirt);
      throw thrown;
    }
    this.#tables.bodiesSaved(snapshot);
  }
}
