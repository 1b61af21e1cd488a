import { bestFirst } from '../best-first';
import { releaseLanguages, releaseStatuses } from '../../../shared/release';
import type { Facets, FacetValue } from '../../../shared/search';
import { languageNumber, statusNumber, type ListFacet } from '../index/columns';
import type { Part } from '../index/part';
import { byCodeUnits } from '../sorted-words';
import { FacetCounts, type FacetNumbers } from './facet-counts';

/** Values that a facet shows at most. */
const mostValues = 40;
/** From one in so many of a part's documents on, counting the others is less work. */
const shareToCountOthers = 2;

/** Counts the facets of one answer. */
export class FacetCounter {
  readonly #numbers: FacetNumbers;
  readonly #embargoedIds: readonly string[];
  #embargoed = 0;
  readonly #counts: FacetCounts;

  /** `embargoed`: ids, of which the index doesn't know; few. */
  constructor(numbers: FacetNumbers, embargoed: readonly string[]) {
    this.#numbers = numbers;
    this.#embargoedIds = embargoed;
    this.#counts = new FacetCounts(numbers);
  }

  /** Counts documents of a part, each once; `frozen` where it never gains one. */
  add(part: Part, documents: Uint32Array, frozen: boolean): void {
    if (frozen && documents.length * shareToCountOthers > part.size) {
      this.#counts.add(this.#numbers.totalsOf(part));
      this.#counts.count(part, this.#numbers.others(part, documents), -1);
    } else {
      this.#counts.count(part, documents, 1);
    }
    this.#addEmbargoed(part, documents);
  }

  facets(): Facets {
    const named = (
      names: readonly string[],
      numberOf: (traits: number) => number,
    ): FacetValue[] => {
      const counts = names.map(() => 0);
      this.#counts.traits.forEach((count, traits) => {
        const number = numberOf(traits);
        counts[number] = (counts[number] ?? 0) + count;
      });
      return mostFrequent(names, (number) => counts[number] ?? 0);
    };
    const list = (facet: ListFacet): FacetValue[] => {
      const { values, length } = this.#counts.lists[facet];
      const { texts } = this.#numbers.values[facet];
      return mostFrequent(texts, (number) => (number < length ? (values[number] ?? 0) : 0));
    };
    const years: FacetValue[] = [];
    for (let year = this.#counts.years.length - 1; year > 0; year -= 1) {
      const count = this.#counts.years[year] ?? 0;
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

  #addEmbargoed(part: Part, documents: Uint32Array): void {
    const numbers = new Set(this.#embargoedIds.flatMap((id) => part.numberOf(id) ?? []));
    if (numbers.size === 0) return;
    for (const document of documents) if (numbers.has(document)) this.#embargoed += 1;
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
