import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorCount,
  fingerprintOf,
  minCount,
  resemblanceOf,
} from '../../../../../src/archive/importing/likeness/fingerprint';
import {
  commonAnchors,
  FingerprintTable,
} from '../../../../../src/archive/importing/likeness/fingerprint-table';

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const text = fc.array(word, { minLength: 80, maxLength: 200 });

function estimate(left: string, right: string): number {
  const [a, b] = [fingerprintOf(left).mins, fingerprintOf(right).mins];
  return a.filter((min, index) => min === b[index]).length / minCount;
}

const keys = { revision: 1, headline: 0, source: 0, day: 0 };

describe('a fingerprint', () => {
  it('is the same for a text in other marks, cases and widths', () => {
    const marked = '**The Tidal Tank** opens in [Norhavn](https://a.example), with ５Ｇ.';
    const bare = 'the tidal tank opens in Norhavn with 5G';
    expect(fingerprintOf(marked).mins).toEqual(fingerprintOf(bare).mins);
    expect(resemblanceOf(marked, bare)).toBe(1);
  });

  it('estimates the resemblance of two texts', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 80 }), (words, others, changed) => {
        const left = words.join(' ');
        const right = [...others.slice(0, changed), ...words.slice(changed)].join(' ');
        const real = resemblanceOf(left, right);
        expect(Math.abs(estimate(left, right) - real)).toBeLessThan(0.4);
        expect(real).toBe(resemblanceOf(right, left));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what a translation keeps: numbers, abbreviations, addresses, but no years', () => {
    const english = 'In 2024 SZL trained 1,240 divers (press@szl.example), 18.5% more.';
    const chinese = '2024年，SZL 培养了1240名潜水员（press@szl.example），增长18.5%。';
    const [a, b] = [fingerprintOf(english).anchors, fingerprintOf(chinese).anchors];
    expect(commonAnchors(a, b)).toBe(4);
    expect(a).toHaveLength(4);
  });

  it('has a bounded size for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (any) => {
        const { mins, anchors } = fingerprintOf(any);
        expect(mins).toHaveLength(minCount);
        expect(anchors.length).toBeLessThanOrEqual(anchorCount);
        expect([...anchors]).toEqual([...new Set(anchors)].sort((x, y) => x - y));
      }),
    );
  });
});

describe('a table of fingerprints', () => {
  it('finds texts that resemble each other by a half nine times out of ten', () => {
    let [tries, found] = [0, 0];
    fc.assert(
      fc.property(text, text, (words, others) => {
        const left = words.join(' ');
        const right = [...others.slice(0, 20), ...words.slice(20)].join(' ');
        if (resemblanceOf(left, right) < 0.55) return;
        const table = new FingerprintTable();
        table.set('a', keys, fingerprintOf(left));
        tries += 1;
        if (table.resembling(fingerprintOf(right).mins, 0.3).length > 0) found += 1;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(tries).toBeGreaterThan(100);
    expect(found / tries).toBeGreaterThan(0.9);
  });

  it('answers as one does that was filled anew, after any changes', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      text: fc.option(text, { nil: null }),
      day: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const table = new FingerprintTable();
        const now = new Map<string, { words: string; day: number }>();
        for (const { id, text: words, day } of changes) {
          if (words === null) {
            table.delete(id);
            now.delete(id);
          } else {
            table.set(id, { ...keys, day }, fingerprintOf(words.join(' ')));
            now.set(id, { words: words.join(' '), day });
          }
        }
        const fresh = new FingerprintTable();
        for (const [id, { words, day }] of now) {
          fresh.set(id, { ...keys, day }, fingerprintOf(words));
        }
        expect(table.size).toBe(fresh.size);
        for (const { words } of now.values()) {
          const { mins } = fingerprintOf(words);
          const ids = (of: FingerprintTable) =>
            of
              .resembling(mins, 0.5)
              .map(({ id }) => id)
              .sort();
          expect(ids(table)).toEqual(ids(fresh));
        }
        for (let day = 0; day <= 3; day++) {
          expect([...table.publishedBetween(day, day)].sort()).toEqual(
            [...fresh.publishedBetween(day, day)].sort(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stays quick with many releases of the same boilerplate', () => {
    const table = new FingerprintTable();
    const boilerplate =
      'About the school: founded by the harbour, it teaches the sea to all. '.repeat(2);
    for (let number = 0; number < 20_000; number++) {
      const own = Array.from(
        { length: 60 },
        (_, i) => `w${String((number * 61 + i * 17) % 90_001)}`,
      );
      table.set(`r${String(number)}`, keys, fingerprintOf(`${own.join(' ')} ${boilerplate}`));
    }
    const { mins } = fingerprintOf(
      `a quite different text of which nobody has heard ${boilerplate}`,
    );
    const started = performance.now();
    for (let i = 0; i < 20; i++) table.resembling(mins, 0.5);
    expect((performance.now() - started) / 20).toBeLessThan(100);
  });
});
