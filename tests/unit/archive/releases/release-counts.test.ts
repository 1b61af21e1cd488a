import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReleaseCounts } from '../../../../src/archive/releases/release-counts';
import type { ReleaseRecord } from '../../../../src/archive/store/records';
import { ReleaseTable } from '../../../../src/archive/store/release-table';
import { emptyReleaseContent } from '../../../../src/shared/release';

const photoId = 'a'.repeat(64);

const record = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  status: fc.constantFrom('draft' as const, 'filed' as const, 'withdrawn' as const),
  publicationDate: fc.constantFrom(null, '2021-03-01', '2022-04-01'),
  deletedAt: fc.constantFrom(null, null, '2023-01-01T00:00:00.000Z'),
  tags: fc.uniqueArray(fc.constantFrom('energy', 'campus', '潮汐')),
  caption: fc.constantFrom('', 'The tank'),
});

type Change = { readonly put: ReleaseRecord } | { readonly drop: string };

const change: fc.Arbitrary<Change> = fc.oneof(
  record.map(({ caption, ...each }) => {
    const { body: _body, ...content } = emptyReleaseContent;
    const photos = [{ photoId, caption, altText: '', creditLine: 'Piet Aarden' }];
    const stamps = { revision: 1, createdAt: '', modifiedAt: '', source: null };
    return { put: { ...content, ...stamps, ...each, photos, bodySha256: '', excerpt: '' } };
  }),
  fc.constantFrom('1', '2', '3', '4', '5').map((drop) => ({ drop })),
);

function apply(table: ReleaseTable, changes: readonly Change[]): void {
  for (const each of changes) {
    if ('put' in each) table.set(each.put.id, each.put);
    else table.delete(each.drop);
  }
}

describe('counts of releases', () => {
  it('are after any changes what counting anew gives', () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(change), (before, after) => {
        const table = new ReleaseTable(() => undefined);
        apply(table, before);
        const counts = new ReleaseCounts(table);
        counts.places();
        counts.tags();
        apply(table, after);
        const anew = new ReleaseCounts(table);
        expect(counts.places()).toEqual(anew.places());
        expect(counts.tags()).toEqual(anew.tags());
      }),
    );
  });

  it('are of what lies outside the trash', () => {
    const table = new ReleaseTable(() => undefined);
    const { body: _body, ...content } = emptyReleaseContent;
    const whole = { ...content, revision: 1, createdAt: '', modifiedAt: '', source: null };
    const put = (id: string, patch: Partial<ReleaseRecord>): void => {
      table.set(id, { ...whole, id, deletedAt: null, bodySha256: '', excerpt: '', ...patch });
    };
    put('1', { publicationDate: '2021-03-01', tags: ['energy', 'campus'] });
    put('2', { publicationDate: null, tags: ['energy'] });
    put('3', { publicationDate: null, status: 'draft' });
    put('4', {
      publicationDate: '2022-03-01',
      tags: ['energy'],
      deletedAt: '2023-01-01T00:00:00Z',
    });
    const counts = new ReleaseCounts(table);
    expect(counts.places()).toEqual({
      releases: 3,
      drafts: 1,
      needsLook: 1,
      trash: 1,
      years: [{ year: 2021, releases: 1 }],
    });
    expect(counts.tags()).toEqual([
      { tag: 'energy', releases: 2 },
      { tag: 'campus', releases: 1 },
    ]);
  });
});
