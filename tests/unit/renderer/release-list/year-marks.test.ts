import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  runAt,
  writtenYears,
  yearRuns,
} from '../../../../src/renderer/src/features/release-list/year-marks';

const months = [
  { month: null, count: 2 },
  { month: '2024-02', count: 9 },
  { month: '2024-01', count: 5 },
  { month: '2022-12', count: 5 },
];

describe('the years beside the scroll bar', () => {
  it('begin where their first release lies', () => {
    expect(yearRuns(months)).toEqual([
      { year: null, at: 0, count: 2 },
      { year: '2024', at: 2, count: 14 },
      { year: '2022', at: 16, count: 5 },
    ]);
    expect([0, 1, 2, 15, 16, 20].map((index) => runAt(yearRuns(months) ?? [], index))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });

  it('are hidden where they would lie: some years come twice', () => {
    expect(yearRuns([...months, { month: '2024-02', count: 1 }])).toBeNull();
  });

  it('are written where there is room, the first one always', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (given) => {
          const tops = [...given].sort((a, b) => a - b);
          const written = [...writtenYears(tops, 17)].sort((a, b) => a - b);
          expect(written).toContain(0);
          const places = written.map((index) => tops[index] ?? 0);
          for (const [index, place] of places.entries()) {
            if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(17);
          }
        },
      ),
    );
  });
});
