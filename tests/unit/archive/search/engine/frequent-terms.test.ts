import { describe, expect, it } from 'vitest';
import { frequentTerms } from '../../../../../src/archive/search/engine/frequent-terms';
import { indexOf } from '../documents';

describe('the most frequent terms of a beginning', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `d${at}`,
      // Word n is in every n-th release; "walks" and "walked" are one term.
      Array.from({ length: 30 }, (__, n) => (at % (n + 1) === 0 ? `w${n}x` : '')).join(' ') +
        (at % 2 === 0 ? ' walks walked' : ''),
    ]),
  );

  it.each([1, 3, 10, 100])('are the first %i of all in their order', async (count) => {
    const index = indexOf(texts);
    await index.settle();
    const [part] = index.parts;
    if (part === undefined) throw new Error('there is no part');
    const all = new Set<number>();
    part.visitTerms('w', (term) => all.add(term));
    const sorted = [...all].sort((a, b) => part.documentsWith(b) - part.documentsWith(a) || a - b);
    expect(all.size).toBe(31);
    expect(frequentTerms(part, 'w', count)).toEqual(sorted.slice(0, count));
  });
});
