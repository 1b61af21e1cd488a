import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../../../src/archive/search/search-index';
import { ask, document, indexOf, type AskOptions } from '../documents';

const words = [
  ...['station', 'stations', 'state', 'street', 'study', 'storm', 'stone', 'story', 'the', 'of'],
  ...['radio', 'rail', 'harbour', 'bridge', 'signal', 'signing', 'sign', 'sea', 's', 'st'],
];
const anyWord = fc.constantFrom(...words);
const anyRelease = fc.record({
  headline: fc.array(anyWord, { maxLength: 4 }).map((chosen) => chosen.join(' ')),
  body: fc.array(anyWord, { minLength: 1, maxLength: 30 }).map((chosen) => chosen.join(' ')),
  publicationDate: fc.constantFrom(null, '2019-05-04', '2024-11-30', '2026-06-01'),
  tags: fc.subarray(['sport', 'energy', 'sea']),
  inTrash: fc.boolean(),
});

/** Something to type: words, their beginnings, phrases, words that aren't wanted. */
const anyText = fc.oneof(
  anyWord.map((word) => word.slice(0, 1)),
  fc.tuple(anyWord, fc.nat({ max: 7 })).map(([word, length]) => word.slice(0, length + 1)),
  fc.tuple(anyWord, anyWord).map(([first, last]) => `${first} ${last.slice(0, 2)}`),
  fc.tuple(anyWord, anyWord).map(([first, last]) => `"${first} ${last}" `),
  fc.tuple(anyWord, anyWord).map(([first, last]) => `"${first} ${last}" ${last} `),
  fc.tuple(anyWord, anyWord).map(([first, last]) => `${first}* -${last}`),
  fc.tuple(anyWord, anyWord).map(([first, last]) => `${first} OR ${last}`),
  fc.tuple(anyWord, anyWord).map(([first, last]) => `headline:"${first} ${last}" `),
);

const anyOptions: fc.Arbitrary<AskOptions> = fc.record({
  limit: fc.constantFrom(1, 3, 20, 100),
  offset: fc.constantFrom(0, 2),
  facets: fc.boolean(),
  year: fc.constantFrom(null, null, 2024),
  recentTo: fc.constantFrom(null, '2026-06-15'),
  sort: fc.constantFrom('relevance', 'relevance', 'newest'),
});

/** Some of them removed again. */
function filed(releases: readonly object[], removed: number): SearchIndex {
  const index = indexOf();
  releases.forEach((fields, at) => index.put(document(`release-${at}`, fields)));
  for (let at = 0; at < removed; at += 1) index.remove(`release-${at * 3}`);
  return index;
}

describe('a segment', () => {
  it('answers as the same releases in memory do, where nothing is remembered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRelease, { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(anyText, anyOptions), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, 0, 5),
        async (releases, questions, removed) => {
          const memory = filed(releases, removed);
          const settled = filed(releases, 0);
          await settled.settle();
          for (let at = 0; at < removed; at += 1) settled.remove(`release-${at * 3}`);
          for (const [text, options] of questions) {
            const answer = ask(memory, text, options);
            expect(ask(settled, text, options), text).toEqual(answer);
            // What was remembered with the first answer.
            expect(ask(settled, text, options), text).toEqual(answer);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
