import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedWords } from '../../../../src/archive/search/sorted-words';

it('finds every word with a prefix, however the additions and look-ups alternate', () => {
  const batch = fc.array(fc.stringMatching(/^[abc\u00e9]{1,6}$/), { maxLength: 400, size: 'max' });
  fc.assert(
    fc.property(
      fc.array(batch, { maxLength: 5 }),
      fc.stringMatching(/^[abc]{0,2}$/),
      (batches, prefix) => {
        const words = new SortedWords();
        const known = new Set<string>();
        for (const batchWords of batches) {
          for (const word of batchWords) {
            if (!known.has(word)) words.add(word);
            known.add(word);
          }
          const found: string[] = [];
          words.visitPrefix(prefix, (word) => found.push(word));
          expect(found.sort()).toEqual([...known].filter((word) => word.startsWith(prefix)).sort());
        }
      },
    ),
    { numRuns: 50 },
  );
});
