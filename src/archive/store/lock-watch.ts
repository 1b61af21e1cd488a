import type { ReadOnlyReason } from '../../shared/archive-info';
import type { JournalContents } from './journal-reader';
import { segmentNumbers, segmentPath } from './journal-segments';
import type { Layout } from './layout';
import { readText } from './lock-file';
import { holderOf, isAlive, type LockHolder } from './lock-holder';
import { cutOffAfter, longSilence, lookEvery, silence, watchAtLeast } from './lock-times';

export type LockedReason = Extract<ReadOnlyReason, { why: 'locked' }>;

interface Watched {
  readonly layout: Layout;
  readonly holder: LockHolder;
  /** By how many milliseconds the clock of the file system is ahead of this computer's. */
  readonly clockAhead: number;
  /** What the reader has seen of the journal. */
  readonly journal: JournalContents;
}

/** Looks from time to time at a lock that somebody else has. Reads only. */
export class LockWatch {
  readonly #layout: Layout;
  readonly #clockAhead: number;
  readonly #seen: string;
  #reason: LockedReason;
  /** When the lock was touched last, and since when, by the steady clock, it wasn't touched again. */
  #touched = NaN;
  #quietSince = 0;
  #timer: NodeJS.Timeout | null = null;
  #onChange: () => void = () => undefined;

  constructor({ layout, holder, clockAhead, journal }: Watched) {
    this.#layout = layout;
    this.#clockAhead = clockAhead;
    this.#seen = journalMark(journal.segments);
    this.#reason = {
      why: 'locked',
      host: holder.host,
      user: holder.user,
      since: holder.since,
      lastSeen: null,
      free: false,
      canTakeOver: false,
      changed: false,
    };
  }

  get reason(): LockedReason {
    return this.#reason;
  }

  /** When the lock was touched last, by the clock of the file system. */
  get touched(): number {
    return this.#touched;
  }

  /** Looks until `stop`; `onChange` is called when the reason became another one. */
  start(onChange: () => void, every = lookEvery): void {
    this.#onChange = onChange;
    this.#timer = setTimeout(() => {
      void this.look().then(() => {
        if (this.#timer !== null) this.start(onChange, every);
      });
    }, every);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#onChange = () => undefined;
  }

  async look(): Promise<void> {
    const before = JSON.stringify(this.#reason);
    // A folder that can't be reached tells nothing; it may be back with the next look.
    this.#reason = await this.#lookOnce().catch(() => this.#reason);
    if (JSON.stringify(this.#reason) !== before) this.#onChange();
  }

  async #lookOnce(): Promise<LockedReason> {
    const { lockFile, journalFolder, files } = this.#layout;
    const text = await readText(lockFile, files);
    const changed = this.#reason.changed || (await this.#journalNow()) !== this.#seen;
    if (text === null) {
      // A drive that vanished has no lock either, and no journal.
      await files.stat(journalFolder);
      return { ...this.#reason, free: true, canTakeOver: false, changed };
    }
    const { mtimeMs } = await files.stat(lockFile);
    if (mtimeMs !== this.#touched) {
      this.#touched = mtimeMs;
      this.#quietSince = performance.now();
    }
    const holder = holderOf(text);
    const age = Date.now() + this.#clockAhead - mtimeMs;
    const free = holder === null ? age >= cutOffAfter : !isAlive(holder);
    const isQuiet =
      age >= longSilence ||
      (age >= silence && performance.now() - this.#quietSince >= watchAtLeast);
    const lastSeen = new Date(mtimeMs - this.#clockAhead).toISOString();
    return {
      why: 'locked',
      host: holder?.host ?? '',
      user: holder?.user ?? '',
      since: holder?.since ?? lastSeen,
      lastSeen,
      free,
      canTakeOver: !free && isQuiet,
      changed,
    };
  }

  async #journalNow(): Promise<string> {
    const { journalFolder, files } = this.#layout;
    const segments: { number: number; size: number }[] = [];
    for (const number of await segmentNumbers(journalFolder, files)) {
      const entry = await files.stat(segmentPath(journalFolder, number)).catch(() => null);
      if (entry !== null) segments.push({ number, size: entry.size });
    }
    return journalMark(segments);
  }
}

/** Another one after every change: it makes a segment longer, and its saving begins a new one. */
function journalMark(segments: readonly { number: number; size: number }[]): string {
  const filled = segments.filter(({ size }) => size > 0);
  const last = segments.at(-1)?.number ?? 0;
  return [last, ...filled.map(({ number, size }) => `${number}:${size}`)].join(' ');
}
