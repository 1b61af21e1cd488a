import { listFacets, type FacetColumn, type ListFacet } from '../index/columns';
import { GrowingUint32 } from '../index/growing';
import type { Part } from '../index/part';

const daysPerYear = 10_000;

/** The values of a facet over all parts of an index, each under one number. */
class FacetValues {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** For each part, its own numbers' numbers here. */
  readonly #known = new WeakMap<Part, GrowingUint32>();

  numbersOf(part: Part, column: FacetColumn): Uint32Array {
    let known = this.#known.get(part);
    if (known === undefined) {
      known = new GrowingUint32();
      this.#known.set(part, known);
    }
    while (known.length < column.size) {
      const text = column.text(known.length);
      let number = this.#numbers.get(text);
      if (number === undefined) {
        number = this.texts.length;
        this.texts.push(text);
        this.#numbers.set(text, number);
      }
      known.push(number);
    }
    return known.values;
  }
}

/** Remembers between answers how the parts number the values of facets, and how often each comes. */
export class FacetNumbers {
  readonly values: Readonly<Record<ListFacet, FacetValues>> = {
    partner: new FacetValues(),
    tag: new FacetValues(),
    person: new FacetValues(),
  };
  readonly #totals = new WeakMap<Part, FacetCounts>();
  #marks = new Uint8Array(0);
  #others = new Uint32Array(1);

  /** Of all documents of a part that never gains one, void ones included. */
  totalsOf(part: Part): FacetCounts {
    let totals = this.#totals.get(part);
    if (totals === undefined) {
      totals = new FacetCounts(this);
      totals.count(part, this.others(part, new Uint32Array(0)), 1);
      this.#totals.set(part, totals);
    }
    return totals;
  }

  /** The documents of a part that aren't among these; until the next question. */
  others({ size }: Part, documents: Uint32Array): Uint32Array {
    if (this.#marks.length < size) {
      this.#marks = new Uint8Array(size);
      this.#others = new Uint32Array(size + 1);
    }
    const marks = this.#marks;
    const others = this.#others;
    const { length } = documents;
    for (let at = 0; at < length; at += 1) marks[documents[at] ?? 0] = 1;
    let count = 0;
    // Which way a branch would go is hard to foretell.
    for (let document = 0; document < size; document += 1) {
      others[count] = document;
      count += 1 - (marks[document] ?? 0);
    }
    marks.fill(0, 0, size);
    return others.subarray(0, count);
  }
}

/** How many documents have each value. */
export class FacetCounts {
  readonly years = new Uint32Array(10_000);
  readonly traits = new Uint32Array(256);
  readonly lists: Readonly<Record<ListFacet, GrowingUint32>> = {
    partner: new GrowingUint32(),
    tag: new GrowingUint32(),
    person: new GrowingUint32(),
  };
  readonly #numbers: FacetNumbers;

  constructor(numbers: FacetNumbers) {
    this.#numbers = numbers;
  }

  /** Adds `step` for each document. */
  count(part: Part, documents: Uint32Array, step: 1 | -1): void {
    const { dates, traits: traitsOf } = part.columns;
    const { years, traits } = this;
    const { length } = documents;
    for (let at = 0; at < length; at += 1) {
      const document = documents[at] ?? 0;
      const year = ((dates[document] ?? 0) / daysPerYear) | 0;
      years[year] = (years[year] ?? 0) + step;
      const trait = traitsOf[document] ?? 0;
      traits[trait] = (traits[trait] ?? 0) + step;
    }
    for (const facet of listFacets) this.#countList(part, facet, documents, step);
  }

  /** Adds what was counted elsewhere. */
  add(other: FacetCounts): void {
    addTo(this.years, other.years);
    addTo(this.traits, other.traits);
    for (const facet of listFacets) {
      const { length } = other.lists[facet];
      addTo(this.#room(facet, length), other.lists[facet].values.subarray(0, length));
    }
  }

  #countList(part: Part, facet: ListFacet, documents: Uint32Array, step: 1 | -1): void {
    const column = part.columns.facets[facet];
    const { offsets, values } = column;
    if (values.length === 0) return;
    const known = this.#numbers.values[facet];
    const numbers = known.numbersOf(part, column);
    const sums = this.#room(facet, known.texts.length);
    const { length } = documents;
    for (let at = 0; at < length; at += 1) {
      const document = documents[at] ?? 0;
      const end = offsets[document + 1] ?? 0;
      for (let place = offsets[document] ?? 0; place < end; place += 1) {
        const value = numbers[values[place] ?? 0] ?? 0;
        sums[value] = (sums[value] ?? 0) + step;
      }
    }
  }

  /** The sums of a facet, at least so many. */
  #room(facet: ListFacet, size: number): Uint32Array {
    const counts = this.lists[facet];
    counts.reserve(Math.max(0, size - counts.length));
    counts.length = Math.max(size, counts.length);
    return counts.values;
  }
}

function addTo(sums: Uint32Array, others: Uint32Array): void {
  const { length } = others;
  for (let at = 0; at < length; at += 1) sums[at] = (sums[at] ?? 0) + (others[at] ?? 0);
}
