import type { ReleaseId } from '../../shared/release';
import { embargoEnd, type ReleaseTable } from '../store/release-table';

/** A computer that slept, or whose clock was set, is noticed within this time (milliseconds). */
const longestWait = 60_000;

/**
 * Which filed releases must not be published yet. They are looked up once, when somebody first asks;
 * afterwards each change of a release tells its own. Tells when one of them may be published from now on.
 */
export class Embargoes {
  readonly #table: ReleaseTable;
  readonly #onEnded: () => void;
  /** Ends as milliseconds since 1970, past ones too: a clock can be set back. */
  #ends: Map<ReleaseId, number> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looked = 0;
  #closed = false;

  constructor(table: ReleaseTable, onEnded: () => void) {
    this.#table = table;
    this.#onEnded = onEnded;
    table.watch((before, after) => {
      if (this.#ends === null) return;
      const end = after === undefined ? null : embargoEnd(after);
      if (end !== null && after !== undefined) this.#ends.set(after.id, Date.parse(end));
      else if (before !== undefined && !this.#ends.delete(before.id)) return;
      this.#wait();
    });
  }

  /** The releases that are embargoed at this moment. */
  now(): readonly ReleaseId[] {
    const now = Date.now();
    return [...this.#known()].filter(([, end]) => end > now).map(([id]) => id);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #known(): ReadonlyMap<ReleaseId, number> {
    if (this.#ends === null) {
      this.#ends = new Map();
      for (const release of this.#table.listed()) {
        const end = embargoEnd(release);
        if (end !== null) this.#ends.set(release.id, Date.parse(end));
      }
      this.#wait();
    }
    return this.#ends;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#looked = Date.now();
    const waiting = [...(this.#ends?.values() ?? [])].filter((end) => end > this.#looked);
    if (waiting.length === 0) return;
    const next = Math.min(...waiting) - this.#looked;
    this.#timer = setTimeout(
      () => {
        this.#look();
      },
      Math.min(next, longestWait),
    );
    // Whoever only waits for this has nothing more to do.
    this.#timer.unref();
  }

  #look(): void {
    const [before, now] = [this.#looked, Date.now()];
    const ended = [...(this.#ends?.values() ?? [])].some((end) => end > before && end <= now);
    this.#wait();
    if (ended) this.#onEnded();
  }
}
