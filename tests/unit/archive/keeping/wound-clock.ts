import type { Clock } from '../../../../src/archive/keeping/clock';

/** A clock that a test winds: nothing happens by itself. */
export class WoundClock implements Clock {
  #now: Date;
  #waiting: { readonly at: number; readonly call: () => void }[] = [];

  constructor(now: string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return this.#now;
  }

  after(milliseconds: number, call: () => void): () => void {
    const entry = { at: this.#now.getTime() + milliseconds, call };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  wind(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
    const due = this.#waiting.filter(({ at }) => at <= this.#now.getTime());
    this.#waiting = this.#waiting.filter((entry) => !due.includes(entry));
    for (const { call } of due) call();
  }
}
