import type { Collector, State } from './rtf-state';

/** Word nests some twenty groups. */
const deepest = 2000;

/** The groups that are open, and what holds in the innermost of them. */
export class RtfGroups {
  state: State;
  readonly #outer: State[] = [];

  constructor(state: State) {
    this.state = state;
  }

  get areOpen(): boolean {
    return this.#outer.length > 0;
  }

  /** What holds so many groups further out; 1 is the one around this. */
  around(levels: number): State | undefined {
    return this.#outer.at(-levels);
  }

  /** Throws RangeError for what nests without end. */
  open(): void {
    if (this.#outer.length >= deepest) throw new RangeError('groups nest too deep');
    const outer = this.state;
    this.#outer.push(outer);
    this.state = { ...outer, isForOldReaders: false, isStarred: false, close: null };
    if (outer.isForOldReaders) this.state.sink = null;
  }

  close(): void {
    this.state.close?.();
    const outer = this.#outer.pop();
    if (outer !== undefined) this.state = outer;
  }

  /** The words of this group go to the caller when it closes. */
  collect(onClose: (text: string) => void): void {
    const collector: Collector = { parts: [] };
    this.state.sink = collector;
    this.state.close = () => {
      onClose(collector.parts.join(''));
    };
  }
}
