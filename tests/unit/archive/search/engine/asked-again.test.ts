import { describe, expect, it } from 'vitest';
import { ask, everything, indexOf } from '../documents';

describe('words that are asked for again', () => {
  // Word n is in every n-th release, more often in the later ones.
  const texts = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `d${at}`,
      ['tide', 'energy', 'harbour', 'turbine']
        .map((word, n) => (at % (n + 1) === 0 ? `${word} `.repeat(1 + (at >> 3)) : ''))
        .join(''),
    ]),
  );

  it.each(['tide energy', 'harbour tide', 'energy harbour turbine', 'turbine har'])(
    'find the same in the same order: %s',
    async (text) => {
      const index = indexOf(texts);
      await index.settle();
      const answers = Array.from({ length: 4 }, () => ask(index, text, everything));
      expect(answers[0]?.total).toBeGreaterThan(0);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    },
  );
});
