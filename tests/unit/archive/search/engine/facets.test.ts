import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../../../src/archive/search/search-document';
import { facetNames, type FacetName, type FacetValue } from '../../../../../src/shared/search';
import { anyDocument } from '../any-document';
import { ask, document, indexOf, uuid } from '../documents';

const valuesOf: Readonly<Record<FacetName, (document: SearchDocument) => readonly string[]>> = {
  year: ({ publicationDate }) => (publicationDate === null ? [] : [publicationDate.slice(0, 4)]),
  partner: ({ partnerIds }) => partnerIds,
  tag: ({ tags }) => tags,
  person: ({ personNames }) => personNames,
  status: ({ status }) => [status],
  language: ({ language }) => [language],
};

/** Counted one document after another. */
function counted(facet: FacetName, documents: readonly SearchDocument[]): readonly FacetValue[] {
  const counts = new Map<string, number>();
  for (const each of documents) {
    for (const value of new Set(valuesOf[facet](each)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const byValue = (a: FacetValue, b: FacetValue): number => (a.value < b.value ? -1 : 1);
  const values = [...counts].map(([value, count]) => ({ value, count }));
  if (facet === 'year') return values.sort((a, b) => byValue(b, a));
  return values.sort((a, b) => b.count - a.count || byValue(a, b));
}

describe('facets', () => {
  it('count what a plain count of all that was found counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDocument, { maxLength: 20 }),
        fc.constantFrom(
          '',
          'sign',
          'visit plan ',
          '华',
          'status:filed',
          '-sign',
          'tag:sport OR huawei',
        ),
        fc.nat({ max: 20 }),
        async (documents, text, settled) => {
          const filed = documents.map((fields, at) => ({ ...fields, id: `d${at}`, stamp: at }));
          const index = indexOf();
          for (const [at, each] of filed.entries()) {
            if (at === settled) await index.settle();
            index.put(each);
          }
          const { ids, total, facets } = ask(index, text, { facets: true });
          expect(ids).toHaveLength(total);
          const found = filed.filter(({ id }) => ids.includes(id));
          for (const facet of facetNames) expect(facets?.[facet]).toEqual(counted(facet, found));
        },
      ),
    );
  });

  it('count all that was found, whatever page is shown, and only when asked to', () => {
    const index = indexOf({
      a: { body: 'visit', tags: ['x'] },
      b: { body: 'visit', tags: ['x', 'y', 'x'] },
    });
    const page = { facets: true, offset: 1, limit: 1 };
    expect(ask(index, 'visit', page).facets?.tag).toEqual([
      { value: 'x', count: 2 },
      { value: 'y', count: 1 },
    ]);
    expect(ask(index, 'visit', { ...page, offset: 0, limit: 0 }).facets?.tag).toHaveLength(2);
    expect(ask(index, 'visit').facets).toBeNull();
    expect(ask(index, `like:${uuid(1)}`, { facets: true }).facets).toBeNull();
  });

  it('show the forty most frequent values', () => {
    const index = indexOf();
    const tags = Array.from({ length: 60 }, (_, at) => `t${String(at).padStart(2, '0')}`);
    tags.forEach((_, at) => {
      index.put(document(`d${at}`, { tags: tags.slice(0, at + 1) }));
    });
    const values = ask(index, '', { facets: true }).facets?.tag ?? [];
    expect(values.map(({ value }) => value)).toEqual(tags.slice(0, 40));
    expect(values[0]).toEqual({ value: 't00', count: 60 });
  });
});
