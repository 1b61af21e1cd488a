import { fieldKey } from './term-keys';
import { GrowingUint32 } from './growing';

/** Word ids of a pair share one number key; 2^26 ids are far beyond any vocabulary. */
const pairBase = 2 ** 26;

/** A number for two words, by their ids. */
export function pairKey(first: number, second: number): number {
  return first * pairBase + second;
}

/** Terms and their numbers, in the order of first sight. */
export class TermTable {
  readonly #terms: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  /** Per field: term -> term of the field + 1, 0 where there is none yet. */
  readonly #ofField: GrowingUint32[] = [];

  get size(): number {
    return this.#terms.length;
  }

  id(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#terms.push(term);
    this.#ids.set(term, id);
    return id;
  }

  /** -1 for a term that was never seen. */
  known(term: string): number {
    return this.#ids.get(term) ?? -1;
  }

  text(id: number): string {
    return this.#terms[id] ?? '';
  }

  /** The term of two Han characters, given by their word ids and, on first sight, their texts. */
  pair(first: number, second: number, text: (id: number) => string): number {
    const key = pairKey(first, second);
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const id = this.id(text(first) + text(second));
    this.#pairs.set(key, id);
    return id;
  }

  /** The term that stands for `term` in that field. */
  inField(field: number, term: number): number {
    const column = (this.#ofField[field] ??= new GrowingUint32());
    if (column.length <= term) {
      column.reserve(term + 1 - column.length);
      column.length = column.values.length;
    }
    const known = column.values[term] ?? 0;
    if (known > 0) return known - 1;
    const id = this.id(fieldKey(field, this.text(term)));
    column.values[term] = id + 1;
    return id;
  }
}
