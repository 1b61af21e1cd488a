import type { FacetColumn } from './columns';
import { GrowingUint32 } from './growing';

/** The values of a facet, document by document, and their dictionary in the order of first sight. */
export class FacetValues implements FacetColumn {
  readonly #offsets = new GrowingUint32();
  readonly #values = new GrowingUint32();
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  constructor() {
    this.#offsets.push(0);
  }

  /** The next document's values. A tag that is given twice is one tag. */
  add(values: readonly string[]): void {
    for (const value of values.length > 1 ? new Set(values) : values) {
      let number = this.#numbers.get(value);
      if (number === undefined) {
        number = this.#texts.length;
        this.#numbers.set(value, number);
        this.#texts.push(value);
      }
      this.#values.push(number);
    }
    this.#offsets.push(this.#values.length);
  }

  get offsets(): Uint32Array {
    return this.#offsets.view();
  }

  get values(): Uint32Array {
    return this.#values.view();
  }

  get size(): number {
    return this.#texts.length;
  }

  readonly text = (value: number): string => this.#texts[value] ?? '';

  get texts(): readonly string[] {
    return this.#texts;
  }
}
