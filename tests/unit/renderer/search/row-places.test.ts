import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dividerPlace,
  rowAt,
  sheetHeight,
  topOf,
} from '../../../../src/renderer/src/features/release-list/row-places';

const shapes = fc
  .record({
    rows: fc.integer({ min: 1, max: 200_000 }),
    height: fc.constantFrom(93, 112),
    dividedAt: fc.option(fc.integer({ min: 1, max: 200_000 })),
    dividerHeight: fc.constant(30),
  })
  .filter(({ rows, dividedAt }) => dividedAt === null || dividedAt < rows);

describe('the places of the rows', () => {
  it('follow one another, with room for the line between full and partial answers', () => {
    const shape = { rows: 10, height: 100, dividedAt: 3, dividerHeight: 30 };
    expect([0, 2, 3, 9].map((index) => topOf(shape, index))).toEqual([0, 200, 330, 930]);
    expect(sheetHeight(shape)).toBe(1_030);
  });

  it('are found again at every height of a row', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.nat(),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (shape, n, part) => {
          const index = n % shape.rows;
          expect(rowAt(shape, topOf(shape, index) + part * shape.height)).toBe(index);
        },
      ),
    );
  });

  it('end where the sheet ends', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(topOf(shape, shape.rows - 1) + shape.height).toBe(sheetHeight(shape));
        expect(rowAt(shape, sheetHeight(shape) + 1_000)).toBe(shape.rows - 1);
      }),
    );
  });

  it('have a line between them only where there are rows on both sides of it', () => {
    expect(dividerPlace(0, 10)).toBeNull();
    expect(dividerPlace(10, 10)).toBeNull();
    expect(dividerPlace(4, 10)).toBe(4);
  });
});
