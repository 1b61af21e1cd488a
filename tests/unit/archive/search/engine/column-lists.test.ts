import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnLists } from '../../../../../src/archive/search/engine/column-lists';
import { datesMask, facetMask } from '../../../../../src/archive/search/engine/column-masks';
import { SearchIndex } from '../../../../../src/archive/search/search-index';
import { document } from '../documents';

const dates = [null, '0001-01-01', '2019-12-31', '2020-01-01', '2020-06-15', '9999-12-31'];
const tags = ['', 'energy', 'tide', '能源'];

const documents = fc.array(
  fc.record({
    publicationDate: fc.constantFrom(...dates),
    tags: fc.subarray(tags),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('lists of documents by their columns', () => {
  it('lead to the documents that looking at each finds', async () => {
    const bound = fc.constantFrom(...dates, '2020-02-01');
    const property = fc.asyncProperty(
      documents,
      bound,
      bound,
      fc.subarray(tags),
      async (all, from, to, wanted) => {
        const index = new SearchIndex(null);
        all.forEach((fields, number) => {
          index.put(document(`d${number}`, fields));
        });
        await index.settle();
        const [part] = index.parts;
        if (part === undefined) throw new Error('there is no part');
        const lists = new ColumnLists(part);
        expect(datesMask(part, from, to, lists)).toEqual(datesMask(part, from, to, null));
        const isWanted = (tag: string): boolean => wanted.includes(tag);
        expect(facetMask(part, 'tag', isWanted, lists)).toEqual(
          facetMask(part, 'tag', isWanted, null),
        );
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });
});
