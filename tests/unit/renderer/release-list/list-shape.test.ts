import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  shapedList,
  type ListContent,
} from '../../../../src/renderer/src/features/release-list/list-shape';
import { listLayouts } from '../../../../src/shared/window-choices';
import type { MonthRun } from '../../../../src/shared/search';

const content: ListContent = {
  layout: 'comfortable',
  rows: 20,
  isSearch: false,
  complete: 20,
  months: null,
  width: 400,
};

const months: readonly MonthRun[] = [
  { month: null, count: 1 },
  { month: '2024-02', count: 9 },
  { month: '2024-01', count: 5 },
  { month: '2023-12', count: 5 },
];

describe('the shape of the list', () => {
  it('is one section, or two where only some of the words are in the later ones', () => {
    expect(shapedList(content).headings).toHaveLength(1);
    const divided = shapedList({ ...content, isSearch: true, complete: 12 });
    expect(divided.shape.sections).toEqual([
      { at: 0, heading: 0 },
      { at: 12, heading: 30 },
    ]);
  });

  it('has as many cards beside one another as there is room for', () => {
    const columns = (width: number): number =>
      shapedList({ ...content, layout: 'cards', width }).shape.columns;
    expect([0, 318, 348, 640].map(columns)).toEqual([1, 1, 2, 3]);
    expect(shapedList({ ...content, width: 640 }).shape.columns).toBe(1);
  });

  it('has a heading for each month along the line of time, and one where a year begins', () => {
    const { headings, shape } = shapedList({ ...content, layout: 'timeline', months });
    expect(headings.map(({ newYear, period, count }) => [newYear, period, count])).toEqual([
      [null, 'undated', 1],
      ['2024', '2024-02', 9],
      [null, '2024-01', 5],
      ['2023', '2023-12', 5],
    ]);
    expect(shape.sections.map(({ at }) => at)).toEqual([0, 1, 10, 15]);
  });

  it('has years for headings where few releases fall on a month', () => {
    const few: readonly MonthRun[] = [
      { month: '2024-02', count: 1 },
      { month: '2024-01', count: 1 },
      { month: '2023-12', count: 2 },
    ];
    const { headings } = shapedList({ ...content, layout: 'timeline', rows: 4, months: few });
    expect(headings.map(({ newYear, period, count }) => [newYear, period, count])).toEqual([
      [null, '2024', 2],
      [null, '2023', 2],
    ]);
  });

  it('says of nothing where it lies by the months of another list', () => {
    const { headings, shape } = shapedList({ ...content, layout: 'timeline', rows: 7, months });
    expect(headings.map(({ period }) => period)).toEqual([null]);
    expect(shape.pinned).toBe(0);
  });

  it('has sections that begin at 0 and follow one another, in every layout', () => {
    const runs = fc.array(
      fc.record({
        month: fc.oneof(
          fc.constant(null),
          fc.integer({ min: 1, max: 12 }).map((month) => `2020-${String(month).padStart(2, '0')}`),
        ),
        count: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...listLayouts),
        runs,
        fc.boolean(),
        fc.nat(),
        (layout, given, isSearch, n) => {
          const rows = given.reduce((sum, { count }) => sum + count, 0);
          const { shape, headings } = shapedList({
            layout,
            rows,
            isSearch,
            complete: n % (rows + 1),
            months: given,
            width: 500,
          });
          const starts = shape.sections.map(({ at }) => at);
          expect(starts[0]).toBe(0);
          expect([...new Set(starts)].sort((a, b) => a - b)).toEqual(starts);
          expect(headings).toHaveLength(starts.length);
        },
      ),
    );
  });
});
