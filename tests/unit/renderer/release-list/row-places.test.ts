import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RowPlaces,
  dividerPlace,
  type ListShape,
} from '../../../../src/renderer/src/features/release-list/row-places';

const shapes: fc.Arbitrary<ListShape> = fc
  .record({
    rows: fc.integer({ min: 1, max: 200_000 }),
    height: fc.constantFrom(28, 93, 112, 260),
    columns: fc.integer({ min: 1, max: 5 }),
    starts: fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { maxLength: 40 }),
    headings: fc.array(fc.constantFrom(0, 30, 34, 92), { minLength: 41, maxLength: 41 }),
    pinned: fc.constantFrom(0, 34),
  })
  .map(({ rows, starts, headings, ...rest }) => ({
    ...rest,
    rows,
    sections: [0, ...starts.filter((at) => at < rows).sort((a, b) => a - b)].map((at, index) => ({
      at,
      heading: headings[index] ?? 0,
    })),
  }));

const inSight = fc.record({ n: fc.nat(), part: fc.double({ min: 0, max: 0.99, noNaN: true }) });

/** A shape, its places, and one of its releases. */
const somewhere = fc.tuple(shapes, fc.nat()).map(([shape, n]) => ({
  shape,
  places: new RowPlaces(shape),
  index: n % shape.rows,
}));

describe('the places of the releases', () => {
  it('follow one another, with room for the line between full and partial answers', () => {
    const places = new RowPlaces({
      rows: 10,
      height: 100,
      columns: 1,
      sections: [
        { at: 0, heading: 0 },
        { at: 3, heading: 30 },
      ],
      pinned: 0,
    });
    expect([0, 2, 3, 9].map((index) => places.topOf(index))).toEqual([0, 200, 330, 930]);
    expect(places.height).toBe(1_030);
  });

  it('lie beside one another in cards, and a section begins a new line', () => {
    const places = new RowPlaces({
      rows: 7,
      height: 100,
      columns: 3,
      sections: [
        { at: 0, heading: 10 },
        { at: 4, heading: 20 },
      ],
      pinned: 0,
    });
    expect([0, 2, 3, 4, 6].map((index) => places.topOf(index))).toEqual([10, 10, 110, 230, 230]);
    expect([0, 2, 3, 4, 6].map((index) => places.columnOf(index))).toEqual([0, 2, 0, 0, 2]);
    expect(places.height).toBe(330);
  });

  it('are found again at every height of a line', () => {
    fc.assert(
      fc.property(somewhere, inSight, ({ shape, places, index }, { part }) => {
        const y = places.topOf(index) + part * shape.height;
        const first = places.rowAt(y);
        expect(first).toBe(index - places.columnOf(index));
        expect(places.lastAt(y)).toBeGreaterThanOrEqual(index);
        expect(places.lastAt(y)).toBeLessThan(first + shape.columns);
        expect(places.topOf(places.lastAt(y))).toBe(places.topOf(index));
      }),
    );
  });

  it('end where the sheet ends', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const places = new RowPlaces(shape);
        const last = shape.rows - 1;
        expect(places.topOf(last) + shape.height).toBe(places.height);
        expect(places.lastAt(places.height + 1_000)).toBe(last);
        expect(places.rowAt(-10)).toBe(0);
      }),
    );
  });

  it('belong to the section in whose part of the sheet they lie', () => {
    fc.assert(
      fc.property(somewhere, ({ places, index }) => {
        const { at, end, top, heading, height } = places.section(places.sectionOf(index));
        expect(index).toBeGreaterThanOrEqual(at);
        expect(index).toBeLessThan(end);
        expect(places.topOf(index)).toBeGreaterThanOrEqual(top + heading);
        expect(places.topOf(index)).toBeLessThan(top + height);
      }),
    );
  });

  it('are a line apart by the arrow keys, and the way back leads to the same line', () => {
    fc.assert(
      fc.property(somewhere, ({ places, index }) => {
        const below = places.below(index, 1);
        if (below === null) {
          expect(places.lastAt(places.topOf(index))).toBe(places.lastAt(places.height));
          return;
        }
        expect(places.topOf(below)).toBeGreaterThan(places.topOf(index));
        expect(places.columnOf(below)).toBeLessThanOrEqual(places.columnOf(index));
        const back = places.below(below, -1);
        expect(back === null ? null : places.topOf(back)).toBe(places.topOf(index));
      }),
    );
  });

  it('are all reached by stepping down from the first one', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const rows = Math.min(shape.rows, 500);
        const sections = shape.sections.filter(({ at }) => at < rows);
        const places = new RowPlaces({ ...shape, rows, sections });
        let seen = 0;
        for (let at: number | null = 0; at !== null && at < rows; at = places.below(at, 1)) {
          seen += places.lastAt(places.topOf(at)) - at + 1;
        }
        expect(seen).toBe(rows);
      }),
    );
  });

  it('are in sight where the list is scrolled to them, below what stays pinned', () => {
    fc.assert(
      fc.property(somewhere, fc.nat(), ({ shape, places, index }, n) => {
        const visible = 4 * shape.height + 100;
        const before = n % Math.max(1, Math.ceil(places.height));
        const after = places.scrollTo(index, before, visible) ?? before;
        const top = places.topOf(index) - after;
        const isFirst = places.section(places.sectionOf(index)).at > index - shape.columns;
        expect(top).toBeGreaterThanOrEqual(isFirst ? 0 : shape.pinned);
        expect(top + shape.height).toBeLessThanOrEqual(visible);
      }),
    );
  });

  it('have a line between them only where there are rows on both sides of it', () => {
    expect(dividerPlace(0, 10)).toBeNull();
    expect(dividerPlace(10, 10)).toBeNull();
    expect(dividerPlace(4, 10)).toBe(4);
  });
});
