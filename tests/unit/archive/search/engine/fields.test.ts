import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../../../src/archive/search/search-document';
import { document, found, indexOf } from '../documents';

const sorted = (...asked: Parameters<typeof found>): readonly (string | undefined)[] =>
  [...found(...asked)].sort();

describe('a word of one field', () => {
  const fields: Readonly<Record<string, Partial<SearchDocument>>> = {
    headline: { headline: 'zeppelin rises' },
    subheadline: { subheadline: 'a zeppelin' },
    body: { body: 'the zeppelin' },
    caption: { captions: ['a crowd', 'the zeppelin'] },
    credit: { credits: ['Zeppelin Press'] },
    partner: { partners: ['Zeppelin Works'], partnerIds: ['zeppelin works'] },
    person: { people: ['Ada Zeppelin, rector'], personNames: ['Ada Zeppelin'] },
    tag: { tags: ['Zeppelin'] },
    place: { place: 'ZEPPELIN, 4 May' },
  };
  const index = indexOf(fields);

  it.each([
    ['headline:zeppelin', ['headline', 'subheadline']],
    ['body:zeppelin', ['body']],
    ['caption:zeppelin', ['caption']],
    ['by:zeppelin', ['credit']],
    ['partner:zeppelin', ['partner']],
    ['person:zeppelin', ['person']],
    ['tag:zeppelin', ['tag']],
    ['place:zeppelin', ['place']],
    ['标题:zeppelin', ['headline', 'subheadline']],
    ['headline:zepp', ['headline', 'subheadline']],
    ['body:zepp*', ['body']],
    ['person:"ada zeppelin"', ['person']],
    ['person:"zeppelin"', []],
    ['tag:"ＺＥＰＰＥＬＩＮ"', ['tag']],
    ['partner:"Zeppelin Works"', ['partner']],
    ['partner:"Zeppelin"', []],
    ['place:"zeppelin, 4"', ['place']],
    ['headline:"zeppelin rises"', ['headline']],
    ['headline:"rises zeppelin"', []],
    ['caption:"crowd the"', []],
    ['headline:zeppelin body:zeppelin', []],
    ['headline:zeppelin OR tag:zeppelin', ['headline', 'subheadline', 'tag']],
    ['caption:(crowd zeppelin)', ['caption']],
  ])('is found there only: %s', (text, expected) => {
    expect(sorted(index, text)).toEqual(expected);
  });

  it('binds: what lacks it is not listed, however well the rest fits', () => {
    const index = indexOf({
      a: { headline: 'harbour', body: 'festival festival' },
      b: { headline: 'harbour', body: 'quiet' },
    });
    expect(found(index, 'body:quiet festival harbour ')).toEqual(['b']);
    expect(found(index, 'body:zebra harbour ')).toEqual([]);
  });

  it('of the text is not one that stands elsewhere only, be it a word, a beginning or Chinese', () => {
    const index = indexOf({
      both: { headline: '签署协议 signing', body: 'signed 签署了' },
      elsewhere: { headline: '签署协议 signing', captions: ['sign 华为'], body: '署签 华 resign' },
    });
    for (const text of [
      'body:sign ',
      'body:signing ',
      'body:sig',
      'body:签署',
      'body:签',
      'body:"签署"',
    ]) {
      const found_ = sorted(index, text);
      expect(found_, text).toContain('both');
      if (text !== 'body:签') expect(found_, text).not.toContain('elsewhere');
    }
    expect(sorted(index, 'headline:签署 -body:签署')).toEqual(['elsewhere']);
    expect(sorted(index, '-body:sign')).toEqual(['elsewhere']);
  });
});

describe('leaving out', () => {
  const index = indexOf({
    a: { headline: 'Harbour festival', body: 'boats', tags: ['sport'] },
    b: { headline: 'Harbour', body: 'festival of boats', captions: ['a crowd'] },
    c: { headline: 'School', body: 'harbour chess', place: 'GENEVA' },
    d: { headline: 'School', body: 'chess', tags: ['chess'] },
  });

  it.each([
    ['harbour -headline:festival', ['b', 'c']],
    ['harbour -tag:sport -place:geneva', ['b']],
    ['harbour -(festival boats)', ['c']],
    ['-(harbour OR chess)', []],
    ['-(harbour (festival OR chess))', ['d']],
    ['-(-(harbour))', ['a', 'b', 'c']],
    ['(harbour -(festival -crowd)) OR tag:chess', ['b', 'c', 'd']],
    ['-"festival of boats" harbour', ['a', 'c']],
    ['NOT harbour', ['d']],
    ['school OR (festival caption:crowd)', ['b', 'c', 'd']],
    ['headline:(school OR festival) -chess', ['a']],
  ])('works with fields, phrases and parentheses: %s', (text, expected) => {
    expect(sorted(index, text)).toEqual(expected);
  });
});

describe('dates and traits', () => {
  const index = indexOf({
    a: { publicationDate: '2019-12-31', status: 'draft', language: 'en' },
    b: { publicationDate: '2020-01-01', hasPhotos: true, language: 'zh' },
    c: { publicationDate: '2020-02-29', status: 'withdrawn', language: 'und' },
    d: { publicationDate: '2021-06-15', hasPhotos: true },
    undated: {},
    trash: { publicationDate: '2020-01-01', inTrash: true },
  });

  it.each([
    ['year:2020', ['b', 'c']],
    ['year:2019..2020', ['a', 'b', 'c']],
    ['year:2021..', ['d']],
    ['year:..2019', ['a']],
    ['before:2020', ['a']],
    ['after:2020', ['d']],
    ['date:2020-02', ['c']],
    ['date:2019-12-31..2020-01-01', ['a', 'b']],
    ['-year:2020', ['a', 'd', 'undated']],
    ['status:draft', ['a']],
    ['status:withdrawn OR status:draft', ['a', 'c']],
    ['lang:zh', ['b']],
    ['lang:und', ['c']],
    ['photo:yes', ['b', 'd']],
    ['photo:no year:2020', ['c']],
    ['-photo:yes', ['a', 'c', 'undated']],
  ])('let through what they say, both ends included: %s', (text, expected) => {
    expect(sorted(index, text)).toEqual(expected);
  });

  it('go together with the place, the year and the partners that are chosen beside', () => {
    expect(sorted(index, '', { place: 'trash' })).toEqual(['trash']);
    expect(sorted(index, '', { place: 'drafts' })).toEqual(['a']);
    expect(sorted(index, 'photo:yes', { year: 2021 })).toEqual(['d']);
    const tagged = indexOf({
      one: { partnerIds: ['p'] },
      two: { partnerIds: ['p', 'q'] },
    });
    expect(sorted(tagged, '', { partnerIds: ['p'] })).toEqual(['one', 'two']);
    expect(sorted(tagged, '', { partnerIds: ['q', 'p'] })).toEqual(['two']);
  });
});

it('a name is found by any of its spellings of case, width and script', () => {
  const index = indexOf();
  index.put(document('a', { personNames: ['李明'], tags: ['5G 網絡', 'C++'] }));
  for (const text of ['person:"李明"', 'tag:"5g 网络"', 'tag:"５Ｇ網絡"', 'tag:"C++"']) {
    expect(found(index, text), text).toEqual(['a']);
  }
});
