import type { MonthRun } from '../../../../shared/search';

/** The releases of a year in a list that is sorted by date. */
export interface YearRun {
  /** null: without a date. */
  readonly year: string | null;
  /** Its first release. */
  readonly at: number;
  readonly count: number;
}

/** The years of a list in its order; null where they don't lie in one piece each. */
export function yearRuns(months: readonly MonthRun[]): readonly YearRun[] | null {
  const runs: YearRun[] = [];
  let at = 0;
  for (const { month, count } of months) {
    const year = month === null ? null : month.slice(0, 4);
    const last = runs.at(-1);
    const isSame = last?.year === year;
    if (isSame) runs[runs.length - 1] = { ...last, count: last.count + count };
    else runs.push({ year, at, count });
    at += count;
  }
  return new Set(runs.map(({ year }) => year)).size === runs.length ? runs : null;
}

/** The run in which a release lies. */
export function runAt(runs: readonly YearRun[], index: number): number {
  const behind = runs.findIndex(({ at }) => at > index);
  return (behind < 0 ? runs.length : behind) - 1;
}

/**
 * Which years can be written beside the scroll bar, given where each begins, so that none touches
 * another: the ends of the list first, then every one for which there is room. CSS pixels; null: it
 * has nothing that could be written.
 */
export function writtenYears(tops: readonly (number | null)[], room: number): ReadonlySet<number> {
  const written = new Set<number>();
  const places: number[] = [];
  const first = tops.findIndex((top) => top !== null);
  for (const index of [first, tops.length - 1, ...tops.keys()]) {
    const top = tops[index];
    if (top == null || written.has(index)) continue;
    if (places.every((place) => Math.abs(place - top) >= room)) {
      written.add(index);
      places.push(top);
    }
  }
  return written;
}
