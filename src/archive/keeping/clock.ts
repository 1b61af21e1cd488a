/** The time, and waiting for it; tests pass one that they wind themselves. */
export interface Clock {
  now(): Date;
  /** Calls once, later; answers what prevents it. */
  after(milliseconds: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    // The program may end meanwhile.
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
