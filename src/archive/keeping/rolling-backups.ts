import type { Clock } from './clock';

const minute = 60_000;

/** Long enough that opening, and building the search, are done with the disk. */
const firstCheckAfter = minute / 3;
const nextCheckAfter = 60 * minute;

/** Asks from time to time whether something is to be done. Nothing waits for it. */
export class RollingBackups {
  readonly #clock: Clock;
  /** Never rejects. */
  readonly #check: () => Promise<void>;
  #forget: (() => void) | null = null;
  #started = false;

  constructor(clock: Clock, check: () => Promise<void>) {
    this.#clock = clock;
    this.#check = check;
  }

  start(): void {
    this.#started = true;
    this.checkSoon();
  }

  /** What decides has changed: asks in a little, and hourly from then on. */
  checkSoon(): void {
    this.#wait(firstCheckAfter);
  }

  stop(): void {
    this.#started = false;
    this.#forget?.();
    this.#forget = null;
  }

  #wait(milliseconds: number): void {
    if (!this.#started) return;
    this.#forget?.();
    this.#forget = this.#clock.after(milliseconds, () => {
      void this.#check().then(() => {
        this.#wait(nextCheckAfter);
      });
    });
  }
}
