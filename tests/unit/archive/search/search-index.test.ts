import { describe, expect, it } from 'vitest';
import { ask, document, found, indexOf } from './documents';

describe('finding English', () => {
  it('ranks a headline above a passing mention, and repeated mention above a single one', () => {
    const padding = 'The university held its annual open day for pupils. '.repeat(10);
    const index = indexOf({
      once: `${padding} Huawei was there.`,
      often: `${padding} Huawei came. Huawei spoke. Huawei left.`,
      headline: { headline: 'Huawei opens laboratory', body: padding },
    });
    expect(found(index, 'huawei ')).toEqual(['headline', 'often', 'once']);
  });

  it('gives a rare word more weight than a common one', () => {
    const index = indexOf({
      a: 'visit visit visit of the minister',
      b: 'visit to the quarry',
      c: 'visit report',
      d: 'visit plan',
      e: 'a rector, a dean, a quarry',
    });
    expect(found(index, 'minister at the quarry visit of somebody ')[0]).toBe('a');
    expect(found(index, 'quarry visit ')[0]).toBe('b');
  });

  it('finds all forms of a word', () => {
    const index = indexOf({
      a: 'They signed it.',
      b: 'the signing',
      c: 'It signs.',
      d: 'a signal',
    });
    expect(found(index, 'signing ').sort()).toEqual(['a', 'b', 'c']);
  });

  it('finds every field', () => {
    const index = indexOf({
      headline: { headline: 'zeppelin' },
      subheadline: { subheadline: 'zeppelin' },
      body: { body: 'zeppelin' },
      caption: { captions: ['one', 'zeppelin'] },
      credit: { credits: ['zeppelin'] },
      partner: { partners: ['zeppelin'] },
      person: { people: ['zeppelin'] },
      tag: { tags: ['zeppelin'] },
      place: { place: 'Zeppelin, 4 May' },
    });
    expect(ask(index, 'zeppelin').total).toBe(9);
  });

  it('finds a number only where it stands whole', () => {
    const index = indexOf({ a: 'in 2020', b: 'in 2002', c: '20,20', d: '12020', e: 'the 2020s' });
    expect(found(index, '2020')).toEqual(['a']);
    expect(found(index, '2020 ')).toEqual(['a']);
  });

  it('reads 20,000 and 20000 as one number', () => {
    const index = indexOf({ a: '20,000 guests', b: '20000 guests', c: '20 guests, 000' });
    expect(found(index, '20000 ').sort()).toEqual(['a', 'b']);
  });

  it('sees no difference in possessives, acronyms with dots, accents and case', () => {
    const index = indexOf({ a: "Huawei's café in the U.S. opens", b: 'nothing' });
    for (const text of ['huawei ', 'HUAWEI’S ', 'us ', 'U.S. ', 'Cafe ', 'ｃａｆｅ ']) {
      expect(found(index, text)).toEqual(['a']);
    }
  });

  it('passes over stop words unless there is nothing else', () => {
    const index = indexOf({ a: 'To be or not to be', b: 'a visit to the library' });
    expect(found(index, 'the visit that was ')).toEqual(['b']);
    expect(found(index, 'to be or not ')).toEqual(['a', 'b']);
    expect(found(index, 'not ')).toEqual(['a']);
  });
});

describe('finding several words', () => {
  const index = indexOf({
    both: 'Huawei signed in Geneva',
    huawei: 'Huawei Huawei Huawei',
    geneva: 'Geneva Geneva Geneva',
    none: 'Basel',
  });

  it('says how many documents have all words; few are followed by those with some', () => {
    const { ids, total, complete } = ask(index, 'huawei geneva ');
    expect(ids[0]).toBe('both');
    expect({ total, complete }).toEqual({ total: 3, complete: 1 });
  });

  it('lists only documents with all of up to three words where there are some', () => {
    const many = indexOf({ huawei: 'Huawei', geneva: 'Geneva' });
    for (let i = 0; i < 5; i += 1) many.put(document(`both${i}`, 'Huawei signed in Geneva'));
    expect(ask(many, 'huawei geneva ')).toMatchObject({ total: 5, complete: 5 });
  });

  it('lists documents with some of the words when none has all', () => {
    expect(found(index, 'huawei zermatt ').sort()).toEqual(['both', 'huawei']);
  });

  it('lists documents with all words before those with some when there are many words', () => {
    const ids = found(index, 'huawei huawei signed geneva in big ceremony hall ');
    expect(ids[0]).toBe('both');
    expect(ids).toHaveLength(3);
  });

  it('decides what has all words among the documents that the filters let through', () => {
    const dated = indexOf({
      both: { body: 'Huawei signed in Geneva', publicationDate: '2020-01-01' },
      huawei: { body: 'Huawei', publicationDate: '2021-01-01' },
      geneva: { body: 'Geneva', publicationDate: '2021-01-01' },
    });
    expect(found(dated, 'huawei geneva ', { year: 2021 }).sort()).toEqual(['geneva', 'huawei']);
  });

  it('counts all and lists a page', () => {
    const many = indexOf();
    for (let i = 0; i < 50; i += 1) {
      many.put(document(`r${i}`, { body: 'visit', publicationDate: `20${10 + i}-01-01` }));
    }
    const answer = ask(many, 'visit ', { sort: 'oldest', offset: 10, limit: 2 });
    expect(answer.ids).toEqual(['r10', 'r11']);
    expect(answer.total).toBe(50);
  });

  it('takes a pasted paragraph as a query', () => {
    const text =
      'Geneva, 4 August. The rector said: "We signed nothing of the kind" - and left.\n\nHuawei';
    const paragraph = `${text} ${'more unrelated words follow here '.repeat(200)}`;
    expect(found(index, paragraph)[0]).toBe('both');
  });
});

describe('the order', () => {
  const index = indexOf({
    old: { body: 'visit', publicationDate: '2001-01-01' },
    undated: { body: 'visit' },
    new: { body: 'visit', publicationDate: '2021-01-01' },
  });

  it('puts the newer of two equally relevant documents first', () => {
    expect(found(index, 'visit ')).toEqual(['new', 'old', 'undated']);
  });

  it('goes by date when asked to', () => {
    expect(found(index, 'visit ', { sort: 'newest' })).toEqual(['undated', 'new', 'old']);
    expect(found(index, 'visit ', { sort: 'oldest' })).toEqual(['old', 'new', 'undated']);
  });

  it('lists everything for blank text and nothing for text without words', () => {
    expect(found(index, ' ')).toHaveLength(3);
    expect(found(index, '!?')).toEqual([]);
  });
});

describe('searching while typing', () => {
  const index = indexOf({
    a: 'Partnership agreement signed with the University of Geneva',
    b: 'Annual report',
    c: 'The partners met',
  });

  it('finds a document at every keystroke of its words', () => {
    const text = 'partnership agreement signed';
    for (let length = 1; length <= text.length; length += 1) {
      expect(found(index, text.slice(0, length))).toContain('a');
    }
  });

  it('takes the last word as the beginning of a word until a space follows', () => {
    expect(found(index, 'univ')).toEqual(['a']);
    expect(found(index, 'univ ')).toEqual([]);
    expect(found(index, 'annual univ ')).toEqual(['b']);
  });

  it('ranks the word itself above words that begin with it', () => {
    const signs = indexOf({ a: 'a signal', b: 'a sign', c: 'a signal box' });
    expect(found(signs, 'sign')[0]).toBe('b');
  });

  it('reads a quotation that is still open as plain words', () => {
    expect(ask(index, '"agreement part')).toMatchObject({ ids: ['a', 'c'], complete: 1 });
  });
});

describe('changing the index', () => {
  it('answers with the new text of a document that is filed again', () => {
    const index = indexOf({ a: 'Huawei', b: 'Basel' });
    index.put(document('a', 'Zurich'));
    expect(index.size).toBe(2);
    expect(found(index, 'huawei')).toEqual([]);
    expect(found(index, 'zurich')).toEqual(['a']);
  });

  it('forgets a removed document, and takes it back', () => {
    const index = indexOf({ a: 'Huawei', b: 'Basel' });
    index.remove('a');
    index.remove('nobody');
    expect(index.size).toBe(1);
    expect(found(index, 'huawei')).toEqual([]);
    index.put(document('a', 'Huawei'));
    expect(found(index, 'huawei')).toEqual(['a']);
  });

  it('keeps answering through thousands of updates', () => {
    const index = indexOf({ a: 'Huawei', b: 'Basel' });
    for (let i = 0; i < 2000; i += 1) index.put(document('a', `Huawei 华为 version${i}`));
    expect(found(index, 'version1999')).toEqual(['a']);
    expect(found(index, 'version1998 ')).toEqual([]);
    expect(found(index, '华为')).toEqual(['a']);
    expect(index.size).toBe(2);
  });
});
