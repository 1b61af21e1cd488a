import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryMatcher } from '../../../../src/archive/search/snippets';
import type { ParsedQuery } from '../../../../src/shared/query/query';
import type { SnippetField } from '../../../../src/shared/search';
import { both, either, not, pasted, phrase, query, texts, value, words } from './query-nodes';

/** The text with what is marked in brackets. */
const marked = (asked: ParsedQuery, text: string, field: SnippetField = 'body'): string =>
  shown(queryMatcher(asked).markAll(text, field));
const shown = (segments: readonly { text: string; hit: boolean }[]): string =>
  segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('markAll', () => {
  it.each([
    [
      'signing',
      'They signed at the signing; a signal.',
      'They [signed] at the [signing]; a signal.',
    ],
    ['sign*', 'a signal', 'a [signal]'],
    ['huawei', 'Ｈuawei’s day', '[Ｈuawei’s] day'],
    ['us', 'the U.S. visit', 'the [U.S.] visit'],
    ['dont', "We don’t and don't", "We [don’t] and [don't]"],
    ['at&t', 'AT&T, at T', '[AT&T], at T'],
    ['20000', '20,000 guests', '[20,000] guests'],
    ['resume', 'Her résumé', 'Her [résumé]'],
    ['zürich', 'Zurich in ZÜRICH', '[Zurich] in [ZÜRICH]'],
    ['visit', '', ''],
  ])('%s marks words of the same stem, however they are written: %s', (asked, text, expected) => {
    expect(marked(query(asked), text)).toBe(expected);
  });

  it.each([
    ['email', 'by e-mail or email, no mail', 'by [e-mail] or [email], no mail'],
    ['e-mail', 'by email', 'by [email]'],
    ['e-mail', 'by e-mails', 'by [e-mails]'],
    ['well-known', 'the well known, well-known name', 'the [well] [known], [well-known] name'],
    ['state-of-the-art', 'the state of the art', 'the [state] of the [art]'],
  ])('%s marks compounds with and without their hyphens: %s', (asked, text, expected) => {
    expect(marked(query(asked), text)).toBe(expected);
  });

  it('marks stop words only when nothing else was asked for', () => {
    expect(marked(query('the visit'), 'the visit')).toBe('the [visit]');
    expect(marked(query('the'), 'the visit')).toBe('[the] visit');
    expect(marked(query(phrase('was signed'), 'the'), 'the deal was signed')).toBe(
      'the deal [was signed]',
    );
    expect(marked(query('th*'), 'the theatre')).toBe('the [theatre]');
  });

  it('marks phrases only as they stand', () => {
    const asked = query(phrase('was signed'));
    expect(marked(asked, 'it was signed, I was, signed I, signed')).toBe(
      'it [was signed], I [was, signed] I, signed',
    );
    expect(marked(query(phrase('was signed in')), 'was signed; was\n signed in, signed in')).toBe(
      'was signed; [was\n signed in], signed in',
    );
    expect(marked(query(phrase('signing')), 'signed and signing')).toBe('signed and [signing]');
  });

  it.each([
    ['华', '中华为', '中[华]为'],
    ['合作协议', '合作协议与合作', '[合作协议]与合作'],
    ['合作协议', '合作与协议', '[合作]与[协议]'],
    ['合作', '合与作，合作', '合与作，[合作]'],
    ['華為', '华为与華為', '[华为]与[華為]'],
    ['华为5G', '华为的5G', '[华为]的[5G]'],
    ['华为5G', '华为5G与华为', '[华为5G]与华为'],
    ['20+8', '20 guests, 20 + 8 hours', '20 guests, [20 + 8] hours'],
    ['20+8', '20 guests, 8 hours', '[20] guests, [8] hours'],
    ['华为5*', '华为5G，5G', '[华为5G]，5G'],
  ])(
    '%s marks what stands together as a whole, otherwise its parts: %s',
    (asked, text, expected) => {
      expect(marked(query(asked), text)).toBe(expected);
    },
  );

  it('marks parts that were also asked for by themselves', () => {
    expect(marked(query('20+8 20'), '20+8 and 20')).toBe('[20+8] and [20]');
    expect(marked(query('合作协议 合作'), '合作协议与合作')).toBe('[合作协议]与[合作]');
  });

  it('marks what alternatives and parentheses hold, and nothing that was excluded', () => {
    const asked = query(either(words('visit'), both(words('sign'), not(words('treaty')))));
    expect(marked(asked, 'visit, sign, treaty')).toBe('[visit], [sign], treaty');
    expect(marked(query('visit', not(words('basel'))), 'visit Basel')).toBe('[visit] Basel');
    expect(marked(query(not(words('basel'))), 'Basel')).toBe('Basel');
  });

  it('marks words of a field only in that field', () => {
    const asked = query(words('visit', null, 'headline'), words('ann', null, 'by'), 'basel');
    expect(marked(asked, 'Ann visits Basel', 'headline')).toBe('Ann [visits] [Basel]');
    expect(marked(asked, 'Ann visits Basel', 'subheadline')).toBe('Ann [visits] [Basel]');
    expect(marked(asked, 'Ann visits Basel', 'body')).toBe('Ann visits [Basel]');
    expect(marked(asked, 'Ann visits Basel', 'credit')).toBe('[Ann] visits [Basel]');
  });

  it('marks a name as a whole, in its field', () => {
    const partner = query(value('partner', 'huawei  Technologies'));
    expect(marked(partner, 'Huawei Technologies', 'partner')).toBe('[Huawei Technologies]');
    expect(marked(partner, 'Huawei Technologies Europe', 'partner')).toBe(
      'Huawei Technologies Europe',
    );
    expect(marked(partner, 'Huawei Technologies', 'body')).toBe('Huawei Technologies');
    expect(marked(query(value('tag', 'C++')), 'C++', 'tag')).toBe('[C++]');
    const person = query(value('person', 'Ann Ray'));
    expect(marked(person, 'Ann Ray, professor; Ray', 'person')).toBe('[Ann Ray], professor; Ray');
    expect(marked(query(value('place', '深圳')), '深圳8月4日', 'place')).toBe('[深圳]8月4日');
  });

  it('reads a pasted text as words', () => {
    const asked = pasted('the e-mail', phrase('was signed by'));
    expect(marked(asked, 'Signing by email')).toBe('[Signing] by [email]');
  });
});

describe('snippetsFor', () => {
  const padding = 'Nothing of interest was said in this long paragraph about the weather. '.repeat(
    8,
  );

  it('shows the place with most of the words, cut between words', () => {
    const body = `${padding}The visit was short. ${padding}Huawei made a visit to Geneva. ${padding}`;
    const [best] = queryMatcher(query('huawei visit geneva')).snippetsFor(texts({ body }));
    const text = shown(best?.segments ?? []);
    expect(best?.field).toBe('body');
    expect(text).toContain('[Huawei] made a [visit] to [Geneva]');
    expect(text).toMatch(/^…\S.*\S…$/);
    for (const word of text.replace(/[…[\].]/g, '').split(' ')) {
      expect(` ${body.replaceAll('.', '')} `).toContain(` ${word} `);
    }
  });

  it('adds a second place that shows what the first does not', () => {
    const snippets = queryMatcher(query('huawei geneva')).snippetsFor(
      texts({
        body: `Huawei, Huawei and Huawei. ${padding}`,
        captions: ['x', 'Huawei in Geneva'],
      }),
    );
    expect(snippets.map(({ field }) => field)).toEqual(['caption', 'body']);
  });

  it('leaves the headline out, and shows the place', () => {
    const document = texts({ headline: 'Geneva', place: 'GENEVA' });
    expect(queryMatcher(query('geneva')).snippetsFor(document)).toEqual([
      { field: 'place', segments: [{ text: 'GENEVA', hit: true }] },
    ]);
  });

  it('shows nothing where only conditions were given', () => {
    const asked = query({ kind: 'photo', present: true, range: { start: 0, end: 9 } });
    expect(queryMatcher(asked).snippetsFor(texts({ body: 'has photo' }))).toEqual([]);
  });

  it('cuts Chinese at punctuation that is near', () => {
    const filler = '今天天气很好我们大家都去公园散步聊天看风景';
    const body = `${filler.repeat(8)}。校长会见了华为公司代表，双方签署了协议。${filler.repeat(8)}`;
    const [best] = queryMatcher(query('华为')).snippetsFor(texts({ body }), 60);
    expect(shown(best?.segments ?? [])).toMatch(/^…校长会见了\[华为\]/);
  });

  it('never cuts a character in two', () => {
    const body = '𠮷'.repeat(300) + '华为' + '𠮷'.repeat(300);
    const [best] = queryMatcher(query('华为')).snippetsFor(texts({ body }), 61);
    expect(shown(best?.segments ?? [])).toMatch(/^…𠮷+\[华为\]𠮷+…$/u);
  });

  it('shows a match that is longer than a snippet', () => {
    const long = 'x'.repeat(400);
    const snippets = queryMatcher(query('x*')).snippetsFor(texts({ body: `${long} end` }));
    expect(snippets).toHaveLength(1);
    expect(snippets[0]?.segments[0]?.hit).toBe(true);
  });

  it('copes with texts and queries without a space', () => {
    const long = 'e-'.repeat(2 ** 18);
    const document = texts({ body: `${long} rector ${'华'.repeat(2 ** 16)}` });
    expect(queryMatcher(query('rector em*')).snippetsFor(document)).toHaveLength(1);
    expect(queryMatcher(query('华华')).snippetsFor(document)).not.toEqual([]);
    const book = pasted(Array.from({ length: 20_000 }, (_, at) => `word${at}`).join(' '));
    expect(queryMatcher(book).snippetsFor(texts({ body: 'in word77' }))).toHaveLength(1);
  });
});

describe('marking anything', () => {
  const word = fc.constantFrom(
    'sign',
    'signed',
    'the',
    'U.S.',
    '华',
    '华为',
    '为华',
    '5G',
    '，',
    '-',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('cuts a text without losing or adding a character', () => {
    fc.assert(
      fc.property(text, text, (body, asked) => {
        const segments = queryMatcher(query(asked)).markAll(body, 'body');
        expect(segments.map((segment) => segment.text).join('')).toBe(body);
        for (const segment of segments) expect(segment.text).not.toBe('');
      }),
    );
  });

  it('shows only what stands in the document', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 150 }), text, (parts, asked) => {
        const body = parts.join(' ');
        for (const { segments } of queryMatcher(query(asked)).snippetsFor(texts({ body }), 60)) {
          const cut = segments.map((segment) => segment.text).join('');
          expect(body).toContain(cut.replace(/^…|…$/g, ''));
          expect(cut.length).toBeLessThanOrEqual(62);
          expect(segments.some((segment) => segment.hit)).toBe(true);
        }
      }),
    );
  });
});
