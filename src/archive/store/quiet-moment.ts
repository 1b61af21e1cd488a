/** How long after the last change the files are brought up to date, so that a burst is written once. */
const usualWait = 1_500;

/** How long a change may wait while others follow it. */
const longestBurst = 15_000;

/** Longest wait between two attempts when files can't be written. */
const longestWait = 60_000;

/** Tells when nothing was changed for a moment, or when changes have gone on for long. */
export class QuietMoment {
  readonly #onQuiet: () => void;
  #timer: NodeJS.Timeout | null = null;
  #wait = usualWait;
  #first = 0;
  #last = 0;

  constructor(onQuiet: () => void) {
    this.#onQuiet = onQuiet;
  }

  /** Whether `putOff` was called since it last went as usual. */
  get isPutOff(): boolean {
    return this.#wait > usualWait;
  }

  /** Something was changed. */
  wish(): void {
    this.#last = performance.now();
    if (this.#timer !== null) return;
    this.#first = this.#last;
    this.#sleep(this.#wait);
  }

  /** Nothing is waiting for a quiet moment any more. */
  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** What was done in a quiet moment failed: the next one comes later, each time twice as late. */
  putOff(): void {
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  asUsual(): void {
    this.#wait = usualWait;
  }

  #sleep(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const longest = this.#first + Math.max(longestBurst, this.#wait);
      const left = Math.min(this.#last + this.#wait, longest) - performance.now();
      // Timers may come a moment early.
      if (left > 1) this.#sleep(left);
      else this.#onQuiet();
    }, milliseconds);
    this.#timer.unref();
  }
}
