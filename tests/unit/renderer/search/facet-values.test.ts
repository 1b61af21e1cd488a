import { describe, expect, it } from 'vitest';
import type { Facets } from '../../../../src/shared/search';
import {
  firstValues,
  isEmpty,
  shownFacets,
  uncounted,
  type FacetWords,
} from '../../../../src/renderer/src/features/search/facet-values';

const none: Facets = { year: [], partner: [], tag: [], person: [], status: [], language: [] };

const words: FacetWords = {
  partnerName: (id) => (id === 'p1' ? 'Maravel Turbines' : null),
  label: (_name, value) => value.toUpperCase(),
  isOn: (_name, value) => value === '2021',
};

describe('the facets of an answer', () => {
  it('keep their order and say what is on', () => {
    const facets = {
      ...none,
      year: [
        { value: '2022', count: 3 },
        { value: '2021', count: 2 },
      ],
    };
    expect(shownFacets(facets, ['year'], 5, words)).toEqual([
      {
        name: 'year',
        values: [
          { value: '2022', label: '2022', count: 3, isOn: false },
          { value: '2021', label: '2021', count: 2, isOn: true },
        ],
      },
    ]);
  });

  it('name partners, and leave out those that are no longer known', () => {
    const partner = [
      { value: 'p1', count: 3 },
      { value: 'gone', count: 2 },
    ];
    const [facet] = shownFacets({ ...none, partner }, ['partner'], 5, words);
    expect(facet?.values.map(({ value }) => value)).toEqual(['Maravel Turbines']);
  });

  it('leave out what narrows nothing, unless it is on', () => {
    const facets = { ...none, status: [{ value: 'filed', count: 5 }] };
    expect(shownFacets(facets, ['status'], 5, words)).toEqual([]);
    expect(shownFacets(facets, ['status'], 6, words)).toHaveLength(1);
    const shared = ['energy', 'tides'].map((value) => ({ value, count: 5 }));
    expect(shownFacets({ ...none, tag: shared }, ['tag'], 5, words)).toEqual([]);
    const on = { ...none, year: [{ value: '2021', count: 5 }] };
    expect(shownFacets(on, ['year'], 5, words)).toHaveLength(1);
  });

  it('stay in place without counts where nothing is found', () => {
    const facets = { ...none, tag: [{ value: 'energy', count: 4 }] };
    expect(isEmpty(none)).toBe(true);
    expect(isEmpty(facets)).toBe(false);
    expect(uncounted(facets).tag).toEqual([{ value: 'energy', count: 0 }]);
    expect(shownFacets(uncounted(facets), ['tag'], 0, words)).toHaveLength(1);
  });

  it('show the first values and those that are on', () => {
    const values = ['2024', '2023', '2022', '2021'].map((value) => ({
      value,
      label: value,
      count: 1,
      isOn: value === '2021',
    }));
    expect(firstValues(values, 2).map(({ value }) => value)).toEqual(['2024', '2023', '2021']);
  });
});
