/** A pause as long as this ends a stretch of work. */
const pauseMs = 30_000;

/**
 * Groups changes that save themselves: what is done to one part of a pack without a long pause is
 * undone together, for nobody wants to take a title back letter by letter.
 */
export class EditStretch {
  #group = '';
  #part = '';
  #lastAt = -Infinity;

  /** The group of a change of `part` that is made `now`, in milliseconds. */
  groupOf(part: string, now: number): string {
    if (part !== this.#part || now - this.#lastAt > pauseMs) this.#group = crypto.randomUUID();
    this.#part = part;
    this.#lastAt = now;
    return this.#group;
  }
}
