import { beforeEach, describe, expect, it } from 'vitest';
import {
  askedYears,
  narrowToYears,
  readQuery,
  removeCondition,
  toggleFacet,
  withFacetToggled,
} from '../../../../src/renderer/src/state/query';
import {
  dropFilters,
  resetWorkspace,
  runSearch,
  setSearchText,
  showLike,
  showPlace,
  typeSearchText,
  useWorkspace,
} from '../../../../src/renderer/src/state/workspace';
import {
  closeFindInRelease,
  openFindInRelease,
  setMarks,
  stepMark,
  useFindInRelease,
} from '../../../../src/renderer/src/state/find-in-release';

const now = (): { text: string; isTyped: boolean } => {
  const { text, isTyped } = useWorkspace.getState();
  return { text, isTyped };
};

beforeEach(() => {
  resetWorkspace();
});

describe('a facet', () => {
  it('adds its piece to the query and takes it out again', () => {
    setSearchText('harbour');
    toggleFacet('partner', 'Maravel Turbines');
    expect(now().text).toBe('harbour partner:"Maravel Turbines"');
    toggleFacet('language', 'zh');
    expect(now().text).toBe('harbour partner:"Maravel Turbines" lang:zh');
    toggleFacet('partner', 'Maravel Turbines');
    expect(now().text).toBe('harbour lang:zh');
  });

  it('leaves a word that is being typed at the end, where it means what begins so', () => {
    typeSearchText('harb');
    toggleFacet('year', '2021');
    expect(now()).toEqual({ text: 'year:2021 harb', isTyped: true });
    toggleFacet('year', '2021');
    expect(now()).toEqual({ text: 'harb', isTyped: true });
  });

  it('stays out of a quotation that is not closed yet', () => {
    const { text } = withFacetToggled('harbour "test ph', true, 'tag', 'energy');
    expect(text).toBe('tag:"energy" harbour "test ph');
  });
});

describe('a condition that is removed', () => {
  it('leaves the rest of the query', () => {
    setSearchText('tag:"energy" harbour');
    removeCondition({ start: 0, end: 12 });
    expect(now()).toEqual({ text: 'harbour', isTyped: false });
  });

  it('lets a word behind it be typed on', () => {
    typeSearchText('tag:"energy" harb');
    removeCondition({ start: 0, end: 12 });
    expect(now()).toEqual({ text: 'harb', isTyped: true });
  });
});

describe('years', () => {
  it('take the place of other years, one or several, and go again', () => {
    setSearchText('harbour year:2019');
    narrowToYears({ from: 2015, to: 2018 });
    expect(now().text).toBe('harbour year:2015..2018');
    expect(askedYears(readQuery(now().text, false))).toEqual({ from: 2015, to: 2018 });
    narrowToYears({ from: 2020, to: 2020 });
    expect(now().text).toBe('harbour year:2020');
    narrowToYears(null);
    expect(now().text).toBe('harbour');
  });

  it('leave a word that is being typed at the end', () => {
    typeSearchText('harb');
    narrowToYears({ from: 2020, to: 2021 });
    expect(now()).toEqual({ text: 'year:2020..2021 harb', isTyped: true });
  });

  it('are whole ones: other dates stay', () => {
    setSearchText('date:2020-03 harbour');
    expect(askedYears(readQuery(now().text, false))).toBeNull();
    narrowToYears({ from: 2020, to: 2020 });
    expect(now().text).toBe('date:2020-03 harbour year:2020');
  });
});

describe('the question that is asked', () => {
  it('is typed or chosen', () => {
    typeSearchText('har');
    expect(now().isTyped).toBe(true);
    setSearchText('harbour');
    expect(now().isTyped).toBe(false);
  });

  it('is asked of all releases where filters are dropped, run or like', () => {
    typeSearchText('har');
    showPlace('trash', 2020);
    dropFilters();
    expect(useWorkspace.getState()).toMatchObject({ text: 'har', place: 'archive', year: null });
    showPlace('drafts', 2020);
    runSearch({ text: 'harbour', sort: 'newest' });
    expect(useWorkspace.getState()).toMatchObject({
      text: 'harbour',
      sortWithText: 'newest',
      place: 'archive',
      year: null,
    });
    showPlace('drafts');
    showLike('abc');
    expect(useWorkspace.getState()).toMatchObject({ text: 'like:abc', place: 'archive' });
  });
});

describe('stepping through the marks of the opened release', () => {
  it('goes around in both directions', () => {
    openFindInRelease();
    setMarks(3, null);
    const current = (): number | null => useFindInRelease.getState().current;
    stepMark(1);
    expect(current()).toBe(0);
    stepMark(-1);
    expect(current()).toBe(2);
    stepMark(1);
    expect(current()).toBe(0);
    setMarks(0, null);
    stepMark(1);
    expect(current()).toBeNull();
    closeFindInRelease();
    expect(useFindInRelease.getState()).toMatchObject({ isOpen: false, text: '' });
  });
});
