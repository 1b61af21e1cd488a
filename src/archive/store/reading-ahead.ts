import type { ReleaseTable } from './release-table';

/** Until the first lists are on the screen, nobody needs the records behind them. */
const quietMilliseconds = 200;

/** Longest stretch without letting others have their turn. */
const sliceMilliseconds = 8;

/** Parses what opening left unparsed, in slices, so that nobody has to wait for all of it at once. */
export class ReadingAhead {
  readonly #releases: ReleaseTable;
  #timer: NodeJS.Timeout | null = null;
  #done: Promise<void> | null = null;
  #stopped = false;

  constructor(releases: ReleaseTable) {
    this.#releases = releases;
  }

  /** Begins after a moment; keeps no process alive. */
  soon(): void {
    this.#timer = setTimeout(() => {
      // What can't be parsed is told to whoever asks for it.
      this.finish().catch(() => undefined);
    }, quietMilliseconds).unref();
  }

  /** Resolves when every record is in memory. */
  finish(): Promise<void> {
    this.#done ??= this.#readAll();
    return this.#done;
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #readAll(): Promise<void> {
    while (!this.#stopped && this.#readSlice()) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #readSlice(): boolean {
    const until = performance.now() + sliceMilliseconds;
    while (performance.now() < until) if (!this.#releases.readNext()) return false;
    return true;
  }
}
