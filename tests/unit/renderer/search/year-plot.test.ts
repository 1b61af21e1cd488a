import { describe, expect, it } from 'vitest';
import { yearBars } from '../../../../src/renderer/src/features/search/year-plot';

describe('the bars of the years', () => {
  it('stand from the first year to the last, with empty places between', () => {
    expect(
      yearBars([
        { year: 2022, count: 4 },
        { year: 2019, count: 1 },
      ]),
    ).toEqual([
      { year: 2019, count: 1, share: 0.25 },
      { year: 2020, count: 0, share: 0 },
      { year: 2021, count: 0, share: 0 },
      { year: 2022, count: 4, share: 1 },
    ]);
    expect(yearBars([])).toEqual([]);
  });

  it('have no length where nothing is counted', () => {
    expect(yearBars([{ year: 2022, count: 0 }])).toEqual([{ year: 2022, count: 0, share: 0 }]);
  });
});
