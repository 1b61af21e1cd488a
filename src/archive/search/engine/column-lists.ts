import type { FacetColumn, ListFacet } from '../index/columns';
import type { Part } from '../index/part';

/** Dates, as numbers YYYYMMDD, have 27 bits; so many are sorted by at once. */
const digitBits = 9;
const dateBits = 27;

/**
 * The documents of a part by the values of its columns, for a part that never gains one: who looks for
 * a few of them need not look at all. Each list is made when it is first asked for.
 */
export class ColumnLists {
  readonly #part: Part;
  readonly #facets = new Map<ListFacet, DocumentsByValue>();
  #byDate: Uint32Array | null = null;

  constructor(part: Part) {
    this.#part = part;
  }

  /** The documents dated from `first` to `last` (YYYYMMDD), both included. */
  dated(first: number, last: number): Uint32Array {
    const { dates } = this.#part.columns;
    const order = (this.#byDate ??= inOrderOf(dates, this.#part.size));
    const from = placeOf(first, order, dates);
    return order.subarray(from, placeOf(last + 1, order, dates));
  }

  /** The documents that have a value of a facet. */
  having(facet: ListFacet, value: number): Uint32Array {
    let lists = this.#facets.get(facet);
    if (lists === undefined) {
      lists = byValue(this.#part.columns.facets[facet], this.#part.size);
      this.#facets.set(facet, lists);
    }
    return lists.documents.subarray(lists.offsets[value], lists.offsets[value + 1]);
  }
}

/** Those with value n lie from `offsets[n]` to before `offsets[n + 1]`. */
interface DocumentsByValue {
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
}

function byValue({ offsets, values, size }: FacetColumn, documents: number): DocumentsByValue {
  const starts = new Uint32Array(size + 1);
  for (const value of values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  for (let value = 0; value < size; value += 1) {
    starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
  }
  const next = starts.slice();
  const sorted = new Uint32Array(values.length);
  for (let document = 0; document < documents; document += 1) {
    const end = offsets[document + 1] ?? 0;
    for (let at = offsets[document] ?? 0; at < end; at += 1) {
      const value = values[at] ?? 0;
      const place = next[value] ?? 0;
      sorted[place] = document;
      next[value] = place + 1;
    }
  }
  return { offsets: starts, documents: sorted };
}

/** The documents in the order of their dates. */
function inOrderOf(dates: Uint32Array, documents: number): Uint32Array {
  let order = Uint32Array.from({ length: documents }, (_, document) => document);
  let sorted = new Uint32Array(documents);
  const mask = (1 << digitBits) - 1;
  for (let shift = 0; shift < dateBits; shift += digitBits) {
    const places = new Uint32Array(mask + 2);
    for (let document = 0; document < documents; document += 1) {
      const digit = ((dates[document] ?? 0) >>> shift) & mask;
      places[digit + 1] = (places[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < mask; digit += 1) {
      places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
    }
    for (const document of order) {
      const digit = ((dates[document] ?? 0) >>> shift) & mask;
      const place = places[digit] ?? 0;
      sorted[place] = document;
      places[digit] = place + 1;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}

/** The first place of a date, or of one behind it. */
function placeOf(date: number, order: Uint32Array, dates: Uint32Array): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[order[middle] ?? 0] ?? 0) < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
