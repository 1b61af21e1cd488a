import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../bench/material/collection';
import { plainDocument } from '../../bench/material/corpus-document';
import { averagePrecision, ndcg, recall, scoresOf } from '../../bench/search/quality/measures';

const grades = new Map([
  ['a', 2],
  ['b', 1],
]);

describe('Measures of a ranking', () => {
  it('are 1 for the best order', () => {
    expect(ndcg(['a', 'b', 'x'], grades, 10)).toBe(1);
    expect(averagePrecision(['a', 'b', 'x'], grades)).toBe(1);
    expect(recall(['a', 'b'], grades, 100)).toBe(1);
  });

  it('take the grade itself as gain and discount it by the logarithm of the rank', () => {
    const worse = 1 + 2 / Math.log2(3);
    const ideal = 2 + 1 / Math.log2(3);
    expect(ndcg(['b', 'a'], grades, 10)).toBeCloseTo(worse / ideal, 12);
  });

  it('look no deeper than they say', () => {
    expect(ndcg(['x', 'a'], grades, 1)).toBe(0);
    expect(recall(['x', 'a'], grades, 1)).toBe(0);
  });

  it('count what was never found as missed', () => {
    expect(averagePrecision(['x', 'a'], grades)).toBe(0.25);
    expect(recall(['x', 'a'], grades, 100)).toBe(0.5);
  });

  it('are means over the questions that have an answer', () => {
    const queries = [
      { id: '1', text: 'one' },
      { id: '2', text: 'two' },
      { id: '3', text: 'without an answer' },
    ];
    const judged = new Map([
      ['1', new Map([['a', 1]])],
      ['2', new Map([['b', 1]])],
    ]);
    const collection = collectionOf('c', [plainDocument('a', '', 'one')], queries, judged);
    const scores = scoresOf(collection, new Map([['1', ['a']]]));
    expect(scores).toEqual({ ndcg10: 0.5, map: 0.5, recall100: 0.5 });
  });
});
