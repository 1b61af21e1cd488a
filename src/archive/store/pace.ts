import type { Journal } from './journal';

/** Files that are under way at once in a hurry: the more there are, the more share one commit of the disk. */
export const fullWidth = 16;

/**
 * How fast the archive's files are brought up to date. Nobody waits for them as a rule, so it is done
 * gently: one file at a time, none is begun while a change is on its way into the journal, and the
 * thread is let go between two. In a hurry it is done as fast as the disk can.
 */
export class Pace {
  readonly #journal: Pick<Journal, 'underWay'>;
  #hurries = 0;
  #running = 0;
  #waiting: (() => void)[] = [];
  #breath: Promise<void> = Promise.resolve();

  constructor(journal: Pick<Journal, 'underWay'>) {
    this.#journal = journal;
  }

  /** Nothing is gentle, not even what is being done already, until the answered function is called. */
  hurry(): () => void {
    this.#hurries += 1;
    this.#wake();
    let hurrying = true;
    return () => {
      if (hurrying) this.#hurries -= 1;
      hurrying = false;
    };
  }

  /** Writes one file when its turn has come. */
  async inTurn<T>(write: () => Promise<T>): Promise<T> {
    for (let wait = this.#wait(); wait !== null; wait = this.#wait()) await wait;
    this.#running += 1;
    try {
      if (this.#hurries === 0) await this.breath();
      return await write();
    } finally {
      this.#running -= 1;
      this.#wake();
    }
  }

  /**
   * Whoever is about to compute for milliseconds asks first: one a turn of the event loop, so that it
   * doesn't add up to a long block of the thread.
   */
  breath(): Promise<void> {
    this.#breath = this.#breath.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#breath;
  }

  /** What has to happen before another file is begun. */
  #wait(): Promise<void> | null {
    if (this.#running >= (this.#hurries > 0 ? fullWidth : 1)) {
      return new Promise((resolve) => this.#waiting.push(resolve));
    }
    return this.#hurries > 0 ? null : this.#journal.underWay;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
