import { afterEach, describe, expect, it } from 'vitest';
import {
  changeSentence,
  changesNothing,
  noChange,
} from '../../../src/renderer/src/features/edit-many/change-sentence';
import { selectionValues } from '../../../src/renderer/src/features/edit-many/selection-values';
import { i18n } from '../../../src/renderer/src/i18n';
import type { FindHit } from '../../../src/shared/search';

const hit = (id: string, tags: readonly string[], partnerIds: readonly string[]): FindHit => ({
  release: {
    id,
    tags,
    partnerIds,
    headline: id,
    language: 'en',
    status: 'filed',
    publicationDate: null,
    eventDate: null,
    photoCount: 0,
    leadPhotoId: null,
    excerpt: '',
    deletedAt: null,
    embargo: null,
    isInStory: false,
  },
  headline: [],
  snippets: [],
});

afterEach(() => i18n.changeLanguage('en'));

describe('what can be taken away', () => {
  it('is what occurs in the chosen releases, the most frequent first', () => {
    const pages = new Map([
      [0, [hit('a', ['tides'], ['p']), hit('b', ['energy', 'tides'], [])]],
      [3, [hit('c', ['harbour'], ['q'])]],
    ]);
    expect(selectionValues(pages, ['a', 'b'])).toEqual({
      tags: [
        { value: 'tides', count: 2 },
        { value: 'energy', count: 1 },
      ],
      partnerIds: [{ value: 'p', count: 1 }],
    });
  });
});

describe('the sentence about a change of many releases', () => {
  const change = { ...noChange, addTags: ['a', 'b'], removeTags: ['c'], status: 'draft' } as const;

  it('says everything that will happen', () => {
    expect(changeSentence(change, 12, String)).toBe(
      '12 releases will get the tags “a” and “b”, lose the tag “c” and have the status “Draft”.',
    );
  });

  it('is a sentence in Chinese, too', async () => {
    await i18n.changeLanguage('zh');
    expect(changeSentence(change, 12, String)).toBe(
      '12 篇新闻稿将添加标签“a”和“b”，移除标签“c”，状态改为“草稿”。',
    );
  });

  it('asks for something to change where nothing is chosen', () => {
    expect(changesNothing(noChange)).toBe(true);
    expect(changeSentence(noChange, 12, String)).toMatch(/^Choose what to change/);
  });
});
