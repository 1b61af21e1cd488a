import { describe, expect, it } from 'vitest';
import { FieldValues, type ValueField } from '../../../../src/archive/search/field-values';
import type { ArchiveStore } from '../../../../src/archive/store/archive-store';
import { document, indexOf } from './documents';

describe('the values of a field', () => {
  const there = { tags: ['sport'], personNames: ['Ann Oak'], partnerIds: ['p1'], place: 'Geneva' };
  const index = indexOf({
    here: there,
    thrown: { ...there, tags: ['sport', 'waste'], inTrash: true },
  });
  index.put(document('gone', there));
  index.remove('gone');
  const releases = new Map([
    ['here', { deletedAt: null }],
    ['thrown', { deletedAt: '2024-01-01T00:00:00.000Z' }],
  ]);
  const items = ['here', 'thrown', 'gone'].map((releaseId) => ({ releaseId }));
  const store = {
    tables: {
      partners: new Map([['p1', { id: 'p1', name: 'Acme', aliases: [] }]]),
      packs: new Map([['k1', { title: 'Spring', items }]]),
      releases: { listedAs: (id: string) => releases.get(id) },
    },
  };
  const values = new FieldValues(store as unknown as ArchiveStore);

  it.each<[ValueField, string, string]>([
    ['tag', 's', 'sport'],
    ['person', 'oak', 'Ann Oak'],
    ['partner', 'acm', 'Acme'],
    ['place', 'gen', 'geneva'],
    ['pack', 'spr', 'Spring'],
  ])('are counted without the trash: %s', (field, prefix, value) => {
    expect(values.find(index, field, prefix, 9)).toEqual([{ value, count: 1 }]);
  });

  it('are found by the initials of their pinyin, behind those that begin as typed', () => {
    const named = indexOf({
      first: { tags: ['深圳大学', 'szechuan'] },
      second: { tags: ['深圳大学', '校园'] },
    });
    const found = values.find(named, 'tag', 'sz', 9).map(({ value }) => value);
    expect(found).toEqual(['szechuan', '深圳大学']);
    expect(values.find(named, 'tag', 'zd', 9)).toEqual([{ value: '深圳大学', count: 2 }]);
  });

  it('leave out what only the trash has', () => {
    expect(values.find(index, 'tag', 'w', 9)).toEqual([]);
  });
});
