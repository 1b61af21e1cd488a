import type { MonthRun, SortOrder } from '../../../shared/search';
import type { Part } from '../index/part';

const monthsPerYear = 13;
const daysPerMonth = 100;

/** Counts the months of publication of one answer, or of one half of it. */
export class MonthCounter {
  /** By year × 13 + month; the undated stand at 0. */
  readonly #counts = new Uint32Array(10_000 * monthsPerYear);

  add({ columns }: Part, documents: Uint32Array): void {
    const counts = this.#counts;
    for (const document of documents) {
      const month = ((columns.dates[document] ?? 0) / daysPerMonth) | 0;
      const place = ((month / daysPerMonth) | 0) * monthsPerYear + (month % daysPerMonth);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }

  /** In the order of the answer: where the newest come first, the undated stand before them. */
  runs(sort: Exclude<SortOrder, 'relevance'>): readonly MonthRun[] {
    const oldestFirst: MonthRun[] = [];
    this.#counts.forEach((count, place) => {
      if (count > 0 && place > 0) oldestFirst.push({ month: monthText(place), count });
    });
    const undated = this.#counts[0] ?? 0;
    if (undated > 0) oldestFirst.push({ month: null, count: undated });
    return sort === 'oldest' ? oldestFirst : oldestFirst.reverse();
  }
}

function monthText(place: number): string {
  const year = String((place / monthsPerYear) | 0).padStart(4, '0');
  return `${year}-${String(place % monthsPerYear).padStart(2, '0')}`;
}
