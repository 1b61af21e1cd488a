import type { MonthRun } from '../../shared/search';

interface Dated {
  readonly publicationDate: string | null;
}

function monthOf({ publicationDate }: Dated): string | null {
  return publicationDate === null ? null : publicationDate.slice(0, 7);
}

/**
 * The months of a list that is sorted by date, in its order. A month's end is looked for in steps
 * that double and then halve, so that a long list costs hardly more than a short one.
 */
export function monthRuns(sorted: readonly Dated[]): readonly MonthRun[] {
  const runs: MonthRun[] = [];
  let start = 0;
  for (;;) {
    const first = sorted[start];
    if (first === undefined) return runs;
    const month = monthOf(first);
    const isIn = (index: number): boolean => {
      const release = sorted[index];
      return release !== undefined && monthOf(release) === month;
    };
    let step = 1;
    while (isIn(start + step)) step *= 2;
    let last = start + (step >> 1);
    for (step >>= 1; step >= 1; step >>= 1) if (isIn(last + step)) last += step;
    runs.push({ month, count: last - start + 1 });
    start = last + 1;
  }
}
