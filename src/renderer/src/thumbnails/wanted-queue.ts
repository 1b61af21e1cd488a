/**
 * Work on things that somebody looks at: the newest wish first, a few at a time, and nothing for
 * what is out of sight before its turn comes. So fast scrolling piles nothing up.
 */
export class WantedQueue<K> {
  readonly #work: (key: K) => Promise<void>;
  readonly #atOnce: number;
  /** How many want it, in the order in which they came. */
  readonly #wanted = new Map<K, number>();
  readonly #running = new Set<K>();

  constructor(work: (key: K) => Promise<void>, atOnce: number) {
    this.#work = work;
    this.#atOnce = atOnce;
  }

  /** Returns the function that takes the wish back. */
  want(key: K): () => void {
    const others = this.#wanted.get(key) ?? 0;
    this.#wanted.delete(key);
    this.#wanted.set(key, others + 1);
    this.#next();
    let isWanted = true;
    return () => {
      const left = (this.#wanted.get(key) ?? 0) - (isWanted ? 1 : 0);
      isWanted = false;
      if (left > 0) this.#wanted.set(key, left);
      else this.#wanted.delete(key);
    };
  }

  #next(): void {
    // What is wanted in the same breath is in line before the first one starts.
    queueMicrotask(() => {
      while (this.#running.size < this.#atOnce) {
        const key = [...this.#wanted.keys()].reverse().find((each) => !this.#running.has(each));
        if (key === undefined) return;
        this.#running.add(key);
        void this.#work(key)
          .catch(() => undefined)
          .finally(() => {
            this.#running.delete(key);
            this.#wanted.delete(key);
            this.#next();
          });
      }
    });
  }
}
