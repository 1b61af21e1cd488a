import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthRuns } from '../../../../src/archive/search/month-runs';
import type { MonthRun } from '../../../../src/shared/search';

const dates = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 20,
      arbitrary: fc
        .tuple(fc.integer({ min: 1990, max: 1996 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`),
    },
  ),
  { maxLength: 300 },
);

describe('the months of a sorted list', () => {
  it('are in its order, the undated in theirs', () => {
    const list = [null, null, '2024-02-03', '2024-02-01', '2023-12-31'];
    expect(monthRuns(list.map((publicationDate) => ({ publicationDate })))).toEqual([
      { month: null, count: 2 },
      { month: '2024-02', count: 2 },
      { month: '2023-12', count: 1 },
    ]);
    expect(monthRuns([])).toEqual([]);
  });

  it('are what counting one release after the other gives', () => {
    fc.assert(
      fc.property(dates, (given) => {
        const sorted = [...given].sort((a, b) => ((a ?? '9') < (b ?? '9') ? 1 : -1));
        const counted: MonthRun[] = [];
        for (const date of sorted) {
          const month = date?.slice(0, 7) ?? null;
          const last = counted.at(-1);
          if (last?.month === month) counted[counted.length - 1] = { month, count: last.count + 1 };
          else counted.push({ month, count: 1 });
        }
        expect(monthRuns(sorted.map((publicationDate) => ({ publicationDate })))).toEqual(counted);
      }),
    );
  });
});
