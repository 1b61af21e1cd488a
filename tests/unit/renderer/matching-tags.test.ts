import { describe, expect, it } from 'vitest';
import { matchingTags } from '../../../src/renderer/src/features/sidebar/matching-tags';
import { collatorOf } from '../../../src/renderer/src/i18n/collator';

const tags = ['中国', '安全', '北京', 'zebra', 'Apple', '10 years', '9 years'].map(
  (tag, index) => ({ tag, releases: 9 - index }),
);
const names = (found: readonly { readonly tag: string }[]): readonly string[] =>
  found.map(({ tag }) => tag);

describe('tags to choose from', () => {
  it('stay in the order in which the archive counts them', () => {
    expect(names(matchingTags(tags, '', null))).toEqual(names(tags));
  });

  it('stand by pinyin in the Chinese interface, numbers by what they are worth', () => {
    const found = names(matchingTags(tags, '', collatorOf('zh')));
    expect(found.filter((tag) => /\p{Script=Han}/u.test(tag))).toEqual(['安全', '北京', '中国']);
    expect(found.indexOf('9 years')).toBeLessThan(found.indexOf('10 years'));
  });

  it('stand by the alphabet in the English one, case aside', () => {
    const found = names(matchingTags(tags, '', collatorOf('en')));
    expect(found.indexOf('Apple')).toBeLessThan(found.indexOf('zebra'));
  });

  it('are found by the initials of their pinyin', () => {
    const more = [...tags, { tag: '校园安全', releases: 1 }, { tag: 'anqa', releases: 1 }];
    expect(names(matchingTags(more, 'aq', collatorOf('zh')))).toEqual(['安全', '校园安全']);
    expect(names(matchingTags(more, 'anq', collatorOf('zh')))).toEqual(['anqa']);
  });

  it('begin with what was typed before they only have it', () => {
    const more = [...tags, { tag: 'pineapple', releases: 20 }];
    expect(names(matchingTags(more, 'apple', collatorOf('en')))).toEqual(['Apple', 'pineapple']);
  });
});
