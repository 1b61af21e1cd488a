import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartScores } from '../../../../../src/archive/search/engine/part-scores';
import type { QueryPlan, Unit } from '../../../../../src/archive/search/engine/query-plan';
import { RankedPair } from '../../../../../src/archive/search/engine/ranked-pair';
import { SearchIndex } from '../../../../../src/archive/search/search-index';
import { document } from '../documents';

const times = fc.nat({ max: 6 });
/** How often each of the two words stands in a document, and other words. */
const documents = fc.array(fc.tuple(times, times, fc.nat({ max: 40 })), {
  minLength: 1,
  maxLength: 60,
});
const factor = fc.constantFrom(0.5, 1, 1.75, 3);

const unit = (term: string, weight: number): Unit => ({
  alternatives: [{ term, weight: 1 }],
  factor: weight,
});

function planWith(units: Partial<QueryPlan>): QueryPlan {
  return {
    ...{ required: [], plain: [], bonus: [], phrases: [], bodyWords: [], runs: [] },
    ...{ conditions: [], except: null, incomplete: false, impossible: false, short: true },
    ...{ single: false, unrestricted: false, order: null },
    ...units,
  };
}

describe('two words', () => {
  it('lead to the documents and scores that adding up all of them does', async () => {
    const property = fc.asyncProperty(
      documents,
      factor,
      factor,
      fc.boolean(),
      fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(Infinity)),
      fc.constantFrom(1, 1.15),
      async (all, firstFactor, secondFactor, both, count, slack) => {
        const index = new SearchIndex(null);
        all.forEach(([first, second, others], number) => {
          const words = ['', 'tide '.repeat(first), 'pump '.repeat(second), 'sea '.repeat(others)];
          index.put(document(`d${number}`, words.join('')));
        });
        await index.settle();
        const [part] = index.parts;
        if (part === undefined) throw new Error('there is no part');
        const units = [unit('tide', firstFactor), unit('pump', secondFactor)] as const;
        const added = new PartScores(true);
        added.score(part, planWith(both ? { plain: units } : { bonus: units }), both);
        const expected = new Map(
          Array.from(added.touched.subarray(0, added.count), (at) => [at, added.scores[at] ?? 0]),
        );
        const room = new PartScores(true);
        // Twice in the same room: nothing may be left there.
        for (let turn = 0; turn < 2; turn += 1) {
          const pair = new RankedPair(part, ...units, both, room);
          expect(pair.count).toBe(expected.size);
          const runs = pair.best(count, slack);
          const best = runs.flatMap(({ score, lists }) =>
            lists.flatMap((list) => Array.from(list, (at) => [at, score] as const)),
          );
          for (const [at, score] of best) expect(score).toBe(expected.get(at));
          expect(new Set(best.map(([at]) => at)).size).toBe(best.length);
          const scores = best.map(([, score]) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          const sorted = [...expected.values()].sort((a, b) => b - a);
          const least = sorted[Math.min(count, sorted.length) - 1] ?? -Infinity;
          for (const [at, score] of expected) {
            if (score * slack >= least) expect(best.some(([other]) => other === at)).toBe(true);
          }
          expect([...pair.all()].sort((a, b) => a - b)).toEqual(
            [...expected.keys()].sort((a, b) => a - b),
          );
        }
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });
});
