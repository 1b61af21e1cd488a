import { beforeEach, describe, expect, it } from 'vitest';
import { isSameSearch, seenSearch } from '../../../../src/renderer/src/state/seen-search';
import {
  resetWorkspace,
  runSearch,
  setSearchText,
  setSort,
  showPartner,
  showPlace,
  showTag,
  useWorkspace,
} from '../../../../src/renderer/src/state/workspace';
import type { SearchToSave } from '../../../../src/shared/search';

const partners = [
  { id: 'a', name: 'Maravel "M" Turbines' },
  { id: 'b', name: '潮屿风能' },
];

const seen = (): SearchToSave => seenSearch(useWorkspace.getState(), partners);

beforeEach(() => {
  resetWorkspace();
});

describe('the search that is saved', () => {
  it('has the year, partners and tags of the sidebar as parts of the query', () => {
    setSearchText('harbour ');
    showPlace('archive', 2019);
    showPartner('b', false);
    showTag('research', false);
    expect(seen()).toEqual({
      text: 'harbour year:2019 partner:"潮屿风能" tag:"research"',
      sort: 'relevance',
    });
  });

  it('is one of the sidebar alone where nothing is searched for', () => {
    showPlace('archive', 2019);
    setSort('oldest');
    expect(seen()).toEqual({ text: 'year:2019', sort: 'oldest' });
    showPlace('drafts');
    expect(seen().text).toBe('status:draft');
    showPlace('embargoed');
    expect(seen().text).toBe('status:embargoed');
  });

  it('keeps what an OR binds apart from what narrows the list', () => {
    setSearchText('ferry OR');
    showPartner('a', false);
    expect(seen().text).not.toBe('ferry OR partner:"Maravel \\"M\\" Turbines"');
    setSearchText('ferry OR tram');
    showPlace('archive', 2019);
    expect(seen().text).toBe('ferry OR tram year:2019');
  });

  it('says nothing twice', () => {
    setSearchText('ferry year:2019');
    showPlace('archive', 2019);
    expect(seen().text).toBe('ferry year:2019');
  });

  it('keeps the place that no query asks for', () => {
    showPlace('needs-look');
    expect(seen()).toEqual({ text: '', sort: 'newest', place: 'needs-look' });
  });

  it('is the same when it is run', () => {
    const texts = ['', 'ferry', 'ferry OR tram', 'like:abc'];
    for (const place of ['archive', 'drafts', 'embargoed', 'needs-look', 'trash'] as const) {
      for (const text of texts) {
        resetWorkspace();
        setSearchText(text);
        showPlace(place, 2020);
        showPartner('a', true);
        useWorkspace.setState({ place });
        const saved = seen();
        runSearch(saved);
        expect(seen()).toEqual(saved);
        expect(isSameSearch(seen(), saved)).toBe(true);
        const { year, partnerIds } = useWorkspace.getState();
        expect([year, partnerIds]).toEqual([null, []]);
      }
    }
  });
});
