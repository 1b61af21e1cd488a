import { describe, expect, it } from 'vitest';
import { queryMatcher } from '../../../../src/archive/search/snippets';
import { document } from './documents';

/** The text with what is marked in brackets. */
const marked = (query: string, text: string): string => shown(queryMatcher(query).markAll(text));
const shown = (segments: readonly { text: string; hit: boolean }[]): string =>
  segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('markAll', () => {
  it.each([
    [
      'signing ',
      'They signed at the signing; a signal.',
      'They [signed] at the [signing]; a signal.',
    ],
    ['sign', 'a signal', 'a [signal]'],
    ['huawei ', 'Ｈuawei’s day', '[Ｈuawei’s] day'],
    ['us ', 'the U.S. visit', 'the [U.S.] visit'],
    ['the visit ', 'the visit', 'the [visit]'],
    ['the ', 'the visit', '[the] visit'],
    ['"was signed" ', 'it was signed, I was, signed I', 'it [was signed], I [was, signed] I'],
    ['visit -basel ', 'visit Basel', '[visit] Basel'],
    ['华', '中华为', '中[华]为'],
    ['合作协议', '合作协议与合作', '[合作协议]与合作'],
    ['合作协议', '合作与协议', '[合作]与[协议]'],
    ['华为5G', '华为的5G', '[华为]的[5G]'],
    ['20000 ', '20,000 guests', '[20,000] guests'],
    ['visit ', '', ''],
  ])('%s marks %s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });
});

describe('snippetsFor', () => {
  const padding = 'Nothing of interest was said in this long paragraph about the weather. '.repeat(
    8,
  );

  it('shows the place with most of the words, cut between words', () => {
    const body = `${padding}The visit was short. ${padding}Huawei made a visit to Geneva. ${padding}`;
    const [best] = queryMatcher('huawei visit geneva ').snippetsFor(document('a', { body }));
    const text = shown(best?.segments ?? []);
    expect(best?.field).toBe('body');
    expect(text).toContain('[Huawei] made a [visit] to [Geneva]');
    expect(text).toMatch(/^…\S.*\S…$/);
    for (const word of text.replace(/[…[\].]/g, '').split(' ')) {
      expect(` ${body.replaceAll('.', '')} `).toContain(` ${word} `);
    }
  });

  it('adds a second place that shows what the first does not', () => {
    const snippets = queryMatcher('huawei geneva ').snippetsFor(
      document('a', {
        body: `Huawei, Huawei and Huawei. ${padding}`,
        captions: ['x', 'Huawei in Geneva'],
      }),
    );
    expect(snippets.map(({ field }) => field)).toEqual(['caption', 'body']);
  });

  it('leaves the headline out', () => {
    expect(queryMatcher('huawei').snippetsFor(document('a', { headline: 'Huawei' }))).toEqual([]);
  });

  it('cuts Chinese at punctuation that is near', () => {
    const filler = '今天天气很好我们大家都去公园散步聊天看风景';
    const body = `${filler.repeat(8)}。校长会见了华为公司代表，双方签署了协议。${filler.repeat(8)}`;
    const [best] = queryMatcher('华为').snippetsFor(document('a', { body }), 60);
    expect(shown(best?.segments ?? [])).toMatch(/^…校长会见了\[华为\]/);
  });

  it('never cuts a character in two', () => {
    const body = '𠮷'.repeat(300) + '华为' + '𠮷'.repeat(300);
    const [best] = queryMatcher('华为').snippetsFor(document('a', { body }), 61);
    expect(shown(best?.segments ?? [])).toMatch(/^…𠮷+\[华为\]𠮷+…$/u);
  });
});
