import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestFirst } from '../../../../src/archive/search/best-first';

it('gives what sorting everything would give', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 100 }), fc.nat(110), (items, count) => {
      const ascending = (a: number, b: number): number => a - b;
      expect(bestFirst(items, count, ascending)).toEqual(items.toSorted(ascending).slice(0, count));
    }),
  );
});
