import { bestFirst } from '../best-first';
import { releaseLanguages, releaseStatuses } from '../../../shared/release';
import type { Facets, FacetValue } from '../../../shared/search';
import {
  languageNumber,
  listFacets,
  statusNumber,
  type FacetColumn,
  type ListFacet,
} from '../index/columns';
import { GrowingUint32 } from '../index/growing';
import type { Part } from '../index/part';
import { byCodeUnits } from '../sorted-words';

/** Values that a facet shows at most. */
const mostValues = 40;
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

/** Remembers between answers how the parts number the values of facets. */
export class FacetNumbers {
  readonly values: Readonly<Record<ListFacet, FacetValues>> = {
    partner: new FacetValues(),
    tag: new FacetValues(),
    person: new FacetValues(),
  };
}

/** Counts the facets of one answer. */
export class FacetCounter {
  readonly #numbers: FacetNumbers;
  readonly #embargoedIds: readonly string[];
  #embargoed = 0;
  readonly #years = new Uint32Array(10_000);
  readonly #traits = new Uint32Array(256);
  readonly #counts: Readonly<Record<ListFacet, GrowingUint32>> = {
    partner: new GrowingUint32(),
    tag: new GrowingUint32(),
    person: new GrowingUint32(),
  };

  /** `embargoed`: ids, of which the index doesn't know; few. */
  constructor(numbers: FacetNumbers, embargoed: readonly string[]) {
    this.#numbers = numbers;
    this.#embargoedIds = embargoed;
  }

  /** Counts the first `count` of `documents`. */
  add(part: Part, documents: ArrayLike<number>, count: number): void {
    const { columns } = part;
    const years = this.#years;
    const traits = this.#traits;
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0;
      const year = ((columns.dates[document] ?? 0) / daysPerYear) | 0;
      years[year] = (years[year] ?? 0) + 1;
      const trait = columns.traits[document] ?? 0;
      traits[trait] = (traits[trait] ?? 0) + 1;
    }
    for (const facet of listFacets) this.#addList(part, facet, documents, count);
    this.#addEmbargoed(part, documents, count);
  }

  facets(): Facets {
    const named = (
      names: readonly string[],
      numberOf: (traits: number) => number,
    ): FacetValue[] => {
      const counts = names.map(() => 0);
      this.#traits.forEach((count, traits) => {
        const number = numberOf(traits);
        counts[number] = (counts[number] ?? 0) + count;
      });
      return mostFrequent(names, (number) => counts[number] ?? 0);
    };
    const list = (facet: ListFacet): FacetValue[] => {
      const { values, length } = this.#counts[facet];
      const { texts } = this.#numbers.values[facet];
      return mostFrequent(texts, (number) => (number < length ? (values[number] ?? 0) : 0));
    };
    const years: FacetValue[] = [];
    for (let year = this.#years.length - 1; year > 0; year -= 1) {
      const count = this.#years[year] ?? 0;
      if (count > 0) years.push({ value: String(year).padStart(4, '0'), count });
    }
    return {
      year: years,
      partner: list('partner'),
      tag: list('tag'),
      person: list('person'),
      status: [
        ...named(releaseStatuses, statusNumber),
        ...(this.#embargoed === 0 ? [] : [{ value: 'embargoed', count: this.#embargoed }]),
      ],
      language: named(releaseLanguages, languageNumber),
    };
  }

  #addEmbargoed(part: Part, documents: ArrayLike<number>, count: number): void {
    const numbers = new Set(this.#embargoedIds.flatMap((id) => part.numberOf(id) ?? []));
    if (numbers.size === 0) return;
    for (let at = 0; at < count; at += 1) {
      if (numbers.has(documents[at] ?? 0)) this.#embargoed += 1;
    }
  }

  #addList(part: Part, facet: ListFacet, documents: ArrayLike<number>, count: number): void {
    const column = part.columns.facets[facet];
    const { offsets, values } = column;
    if (values.length === 0) return;
    const numbers = this.#numbers.values[facet].numbersOf(part, column);
    const counts = this.#counts[facet];
    const size = this.#numbers.values[facet].texts.length;
    counts.reserve(Math.max(0, size - counts.length));
    counts.length = size;
    const sums = counts.values;
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0;
      const end = offsets[document + 1] ?? 0;
      for (let place = offsets[document] ?? 0; place < end; place += 1) {
        const value = numbers[values[place] ?? 0] ?? 0;
        sums[value] = (sums[value] ?? 0) + 1;
      }
    }
  }
}

function mostFrequent(texts: readonly string[], countOf: (number: number) => number): FacetValue[] {
  const found: number[] = [];
  for (let number = 0; number < texts.length; number += 1) {
    if (countOf(number) > 0) found.push(number);
  }
  return bestFirst(
    found,
    mostValues,
    (a, b) => countOf(b) - countOf(a) || byCodeUnits(texts[a] ?? '', texts[b] ?? ''),
  ).map((number) => ({ value: texts[number] ?? '', count: countOf(number) }));
}
