import { dirname, join } from 'node:path';
import { ArchiveError } from '../errors';
import type { FileLayer } from './file-layer';
import { underClaim } from './lock-claim';
import { readText, touch, withCandidate } from './lock-file';
import { giveUp, holderOf, textOf, type LockHolder } from './lock-holder';
import { beatEvery, freshFor, patience } from './lock-times';
import { elapsedSince, now, type Moment } from './moment';

interface LockListener {
  /** Somebody else has the lock, or nobody (null): it was removed. */
  readonly onLost: (by: LockHolder | null) => void;
  /** Why the lock can't be looked at just now, and null once it can. */
  readonly onTrouble: (sentence: string | null) => void;
}

/**
 * A lock that this process has. It touches its file every minute, so that others see that somebody
 * is there, and is asked before everything that is written (`sure`).
 *
 * Nobody takes over a lock that was touched within the last ten minutes. So nothing needs to be looked
 * at while the last touch is younger than ninety seconds, which costs no time. If it is older (the
 * computer slept, the network was gone), the lock is read again first, under its claim: whoever takes
 * it over needs that claim too, so that no take-over can come between reading and touching.
 */
export class HeldLock {
  readonly #path: string;
  readonly #text: string;
  readonly #holder: LockHolder;
  readonly #files: FileLayer;
  readonly #timer: NodeJS.Timeout;
  #listener: LockListener = { onLost: () => undefined, onTrouble: () => undefined };
  /** Before the last touch that is known to have worked. */
  #touched: Moment;
  #beating: Promise<void> = Promise.resolve();
  #checking: Promise<void> | null = null;
  #lost: ArchiveError | null = null;

  /** `touched` is an instant before the lock was made. */
  constructor(path: string, holder: LockHolder, files: FileLayer, touched: Moment) {
    this.#path = path;
    this.#holder = holder;
    this.#text = textOf(holder);
    this.#files = files;
    this.#touched = touched;
    this.#timer = setInterval(() => {
      this.#beating = this.beat();
    }, beatEvery);
    this.#timer.unref();
  }

  listen(listener: LockListener): void {
    this.#listener = listener;
  }

  get isLost(): boolean {
    return this.#lost !== null;
  }

  /** Why nothing may be written any more; null where the lock isn't known to be lost. */
  get lost(): ArchiveError | null {
    return this.#lost;
  }

  /**
   * undefined where the lock is surely mine; else a promise that resolves when it was looked at and is
   * mine. Rejects with `archive-lock-lost` where it is somebody else's, `archive-missing` where it
   * can't be looked at, `archive-locked` where somebody is about to take it over.
   */
  sure(): Promise<void> | undefined {
    if (this.#lost !== null) return Promise.reject(this.#lost);
    if (elapsedSince(this.#touched) < freshFor) return undefined;
    this.#checking ??= this.#makeSure().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  /** Shows that I am here. What goes wrong is told to the listener: a later beat may do better. */
  async beat(): Promise<void> {
    if (this.#lost !== null) return;
    try {
      const checking = this.sure() ?? this.#touchMine();
      await checking;
      this.#listener.onTrouble(null);
    } catch (thrown) {
      // Who hears that it is lost needs no further sentence.
      const sentence = this.isLost ? null : troubleSentence(thrown);
      this.#listener.onTrouble(sentence);
    }
  }

  /** Gives the lock back. One that is somebody else's by now stays. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    await this.#checking?.catch(() => undefined);
    try {
      await this.#remove();
    } finally {
      // Last, since it may be replaced from here on: where its drive was gone it comes back with it.
      giveUp(this.#holder);
    }
  }

  async #remove(): Promise<void> {
    try {
      for (;;) {
        await this.sure();
        if ((await readText(this.#path, this.#files)) !== this.#text) return;
        if (elapsedSince(this.#touched) < freshFor) break;
      }
    } catch (thrown) {
      // What can't be looked at can't be given back; whoever comes next finds a lock of nobody.
      if (thrown instanceof ArchiveError) return;
      throw thrown;
    }
    await this.#files.rm(this.#path);
  }

  async #touchMine(): Promise<void> {
    const began = now();
    const found = await readText(this.#path, this.#files);
    if (found !== this.#text) await this.#lose(found);
    await touch(this.#path, this.#files);
    this.#touched = began;
  }

  async #makeSure(): Promise<void> {
    try {
      let waiting = now();
      // Again if it fell asleep while it looked: what it saw then tells nothing.
      while (elapsedSince(this.#touched) >= freshFor) {
        if ((await this.#claimed(() => this.#touchMine())).done) {
          waiting = now();
          continue;
        }
        if (elapsedSince(waiting) > patience) throw aboutToBeTaken();
        await this.#files.pause(50);
      }
    } catch (thrown) {
      if (thrown instanceof ArchiveError) throw thrown;
      throw unreachable(dirname(this.#path), thrown);
    }
  }

  #claimed(work: () => Promise<void>): ReturnType<typeof underClaim<void>> {
    return withCandidate(this.#path, this.#holder, this.#files, (mine) =>
      underClaim(this.#path, mine, this.#files, work),
    );
  }

  async #lose(found: string | null): Promise<never> {
    const folder = dirname(this.#path);
    if (found === null) {
      // A drive that is gone takes its lock along; when it is back, so is the lock.
      await this.#files.stat(join(folder, 'archive.json')).catch((thrown: unknown) => {
        throw unreachable(folder, thrown);
      });
    }
    const by = found === null ? null : holderOf(found);
    this.#lost = lockLost(by);
    clearInterval(this.#timer);
    this.#listener.onLost(by);
    throw this.#lost;
  }
}

function unreachable(folder: string, cause: unknown): ArchiveError {
  return new ArchiveError(
    'archive-missing',
    `The archive's folder ${folder} can't be reached any more.`,
    { folder },
    { cause },
  );
}

function aboutToBeTaken(): ArchiveError {
  return new ArchiveError(
    'archive-locked',
    'Somebody is about to take over this archive; the change was not saved.',
  );
}

function lockLost(by: LockHolder | null): ArchiveError {
  const who =
    by === null
      ? 'The mark that this archive is open here (lock.json) was removed or overwritten'
      : `${by.user || 'Somebody'} on ${by.host} took over this archive while this computer gave no sign of life`;
  return new ArchiveError(
    'archive-lock-lost',
    `${who}; the change was not saved. Open the archive again.`,
    { user: by?.user ?? '', host: by?.host ?? '' },
  );
}

function troubleSentence(thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return `Others can't see that this archive is open here just now: ${reason}`;
}
