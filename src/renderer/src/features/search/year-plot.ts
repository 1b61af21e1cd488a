/** A year and how many of the releases found are of it. */
export interface YearCount {
  readonly year: number;
  readonly count: number;
}

export interface YearBar extends YearCount {
  /** Of the longest bar, 0 to 1. */
  readonly share: number;
}

/** A bar for each year from the first to the last, also for those of which there is nothing. */
export function yearBars(years: readonly YearCount[]): readonly YearBar[] {
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  const most = Math.max(1, ...counts.values());
  if (!Number.isFinite(first)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const count = counts.get(year) ?? 0;
    return { year, count, share: count / most };
  });
}
