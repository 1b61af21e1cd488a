import { monitorEventLoopDelay } from 'node:perf_hooks';

const interval = 5;

/**
 * How long this thread could not have answered: by Node's own histogram and by how late a timer of
 * 5 ms comes, whichever saw more.
 */
export class LoopMeter {
  readonly #histogram = monitorEventLoopDelay({ resolution: interval });
  readonly #timer: NodeJS.Timeout;
  #last = performance.now();
  #latest = 0;

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => {
      this.#look();
    }, interval);
  }

  /** Milliseconds of the longest block. */
  stop(): number {
    this.#look();
    clearInterval(this.#timer);
    this.#histogram.disable();
    return Math.max(this.#latest, this.#histogram.max / 1e6 - interval, 0);
  }

  #look(): void {
    const now = performance.now();
    this.#latest = Math.max(this.#latest, now - this.#last - interval);
    this.#last = now;
  }
}
