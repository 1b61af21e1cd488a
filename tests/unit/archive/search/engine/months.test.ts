import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthRuns } from '../../../../../src/archive/search/month-runs';
import { anyDocument } from '../any-document';
import { ask, indexOf } from '../documents';

describe('the months of an answer', () => {
  it('are those of its releases one after the other, in both orders of dates', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDocument, { maxLength: 20 }),
        fc.constantFrom('', 'sign', 'visit plan ', 'status:filed'),
        fc.constantFrom('newest' as const, 'oldest' as const),
        fc.nat({ max: 20 }),
        async (documents, text, sort, settled) => {
          const index = indexOf();
          const dates = new Map<string | undefined, string | null>();
          for (const [at, fields] of documents.entries()) {
            if (at === settled) await index.settle();
            const id = `d${at}`;
            index.put({ ...fields, id, stamp: at });
            dates.set(id, fields.publicationDate);
          }
          const { ids, months, complete } = ask(index, text, { months: true, sort });
          const found = ids.map((id) => ({ publicationDate: dates.get(id) ?? null }));
          expect(months).toEqual([
            ...monthRuns(found.slice(0, complete)),
            ...monthRuns(found.slice(complete)),
          ]);
        },
      ),
    );
  });

  it('are nobody’s where releases aren’t in the order of dates, or nobody asked', () => {
    const index = indexOf({ a: { body: 'visit' } });
    expect(ask(index, 'visit', { months: true, sort: 'relevance' }).months).toBeNull();
    expect(ask(index, 'visit', { sort: 'newest' }).months).toBeNull();
  });
});
