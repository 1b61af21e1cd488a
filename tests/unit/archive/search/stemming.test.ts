import fc from 'fast-check';
import { expect, it } from 'vitest';
import stemEnglish from 'wink-porter2-stemmer';
import { termOf } from '../../../../src/archive/search/stemming';
import { stopWords } from '../../../../src/archive/search/stop-words';

it('the term of an English word is its stem, whatever it ends with', () => {
  const ending = fc.constantFrom(
    ...['', 's', 'ied', 'eedly', 'ing', 'y', 'ational', 'izer', 'ogi', 'icate', 'ness', 'ment'],
    ...['ent', 'ant', 'ism', 'ion', 'er', 'or', 'ic', 'al', 'le', 'll', 'ed', 'at', 'en', 'am'],
  );
  const beginning = fc.oneof(
    fc.stringMatching(/^[a-z]{3,8}$/),
    fc.stringMatching(/^[aeiouy]{1,3}[bylst]{0,3}[aeiouy]{0,2}$/),
    fc.constantFrom(
      'gener',
      'commun',
      'arsen',
      'sk',
      'd',
      'earl',
      'proce',
      'inn',
      'hopp',
      'naysay',
    ),
  );
  const word = fc.tuple(beginning, ending, ending).map((parts) => parts.join(''));
  fc.assert(
    fc.property(word, (one) => {
      expect(termOf(one)).toBe(stopWords.has(one) ? one : stemEnglish(one));
    }),
    { numRuns: 2_000 },
  );
});
