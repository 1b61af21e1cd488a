import { describe, expect, it } from 'vitest';
import { ask, document, found, indexOf, uuid } from './documents';

describe('a quoted phrase', () => {
  const index = indexOf({
    exact: 'The memorandum of understanding was signed today.',
    apart: 'A memorandum about the understanding of law',
    forms: 'Memoranda of understanding were signing',
    fields: { headline: 'A memorandum', body: 'of understanding' },
  });

  it('is found only as written, stop words included', () => {
    expect(found(index, '"memorandum of understanding"')).toEqual(['exact']);
    expect(found(index, '“Memorandum of Understanding”')).toEqual(['exact']);
    expect(found(index, '"was signed"')).toEqual(['exact']);
    expect(found(index, '"was signing"')).toEqual([]);
  });

  it('pins the form of a single word', () => {
    expect(found(index, '"signing"')).toEqual(['forms']);
  });

  it('binds even when other words are missing', () => {
    expect(found(index, '"memorandum of understanding" zebra')).toEqual(['exact']);
    expect(found(index, '"memorandum of zebra" signed')).toEqual([]);
  });

  it('does not run from one caption into the next', () => {
    const captions = indexOf({
      a: { captions: ['the old', 'rector'] },
      b: { captions: ['old rector'] },
    });
    expect(found(captions, '"old rector"')).toEqual(['b']);
  });
});

describe('an excluded word', () => {
  const index = indexOf({
    a: 'Huawei signed in Geneva, by e-mail',
    b: 'Huawei in Basel',
    c: '华为与大学签约',
    d: '华为参观校园',
  });

  it('hides the documents that hold any form of it', () => {
    expect(found(index, 'huawei -signing')).toEqual(['b']);
    expect(found(index, 'huawei -e-mail')).toEqual(['b']);
    expect(found(index, '华为 -签约')).toEqual(['d']);
    expect(found(index, 'huawei -"in Basel"')).toEqual(['a']);
  });

  it('lists all others when nothing else is asked for', () => {
    expect(found(index, '-huawei').sort()).toEqual(['c', 'd']);
  });

  it('needs a space before the hyphen and none after it', () => {
    expect(found(index, 'e-mail')).toEqual(['a']);
    expect(found(index, 'huawei - basel ')[0]).toBe('b');
  });
});

describe('alternatives', () => {
  const index = indexOf({
    both: { body: 'Huawei Huawei met Nokia', publicationDate: '2019-01-01' },
    one: { body: 'Huawei and much else of no concern to anybody', publicationDate: '2021-01-01' },
    other: { body: 'Nokia', publicationDate: '2020-01-01' },
    none: { body: 'Basel', publicationDate: '2020-01-01' },
  });

  it('are ranked as words are', () => {
    expect(found(index, 'huawei OR nokia ')[0]).toBe('both');
    expect(found(index, 'huawei OR nokia ').sort()).toEqual(['both', 'one', 'other']);
  });

  it('may be of any kind', () => {
    expect(found(index, 'nokia OR year:2021 ').sort()).toEqual(['both', 'one', 'other']);
    expect(found(index, 'zermatt OR year:2020 ').sort()).toEqual(['none', 'other']);
    expect(found(index, 'zermatt OR davos ')).toEqual([]);
    expect(found(index, '(huawei OR nokia) (basel OR concern) ')).toEqual(['one']);
    expect(found(index, 'huawei OR nokia year:2020 ')).toEqual(['other']);
  });
});

describe('a hyphened word among alternatives', () => {
  const index = indexOf({
    parted: 'Sent by e-mail',
    joined: 'Sent by email',
    fax: 'Sent by fax',
    apart: 'Plan E went out by mail',
  });

  it('finds what it finds alone', () => {
    const alone = found(index, 'e-mail ');
    expect(alone).toContain('joined');
    expect(found(index, 'e-mail OR fax ').sort()).toEqual([...alone, 'fax'].sort());
    expect(found(index, 'sent -e-mail')).toEqual(['fax']);
    expect(found(index, 'headline:(e-mail OR fax)')).toEqual([]);
  });
});

describe('alternatives alone', () => {
  it('are ranked by their words, not by date', () => {
    const index = indexOf({
      passing: { body: `${'A long report. '.repeat(40)} harbour`, publicationDate: '2024-01-01' },
      headline: { headline: 'Harbour and quay open', publicationDate: '2010-01-01' },
      other: { body: 'nothing', publicationDate: '2025-01-01' },
    });
    expect(found(index, 'harbour OR quay ')).toEqual(['headline', 'passing']);
    expect(found(index, 'harbour OR quay ', { sort: 'newest' })).toEqual(['passing', 'headline']);
  });
});

describe('a word with an asterisk', () => {
  const index = indexOf({ none: 'a plain report' });
  for (let number = 0; number < 150; number += 1) {
    index.put(
      document(`r${number}`, `report on netq${String.fromCharCode(97 + (number % 26))}x${number}`),
    );
  }

  it('stands for all words that begin so, however many they are', () => {
    expect(ask(index, 'netq*').total).toBe(150);
    expect(ask(index, 'body:netq*').total).toBe(150);
    expect(ask(index, 'netq* OR zebra ').total).toBe(150);
    expect(found(index, 'report -netq*')).toEqual(['none']);
  });
});

describe('releases like another one', () => {
  it('are the same ones in every order', () => {
    const asked = '01900000-0000-7000-8000-00000000000a';
    const index = indexOf();
    const rare = 'turbine blade current tank harbour quay'.split(' ');
    index.put(document(asked, { body: rare.join(' '), publicationDate: '2020-01-01' }));
    for (let number = 0; number < 60; number += 1) {
      const year = String(1950 + number);
      // The older ones share more with it.
      const words = rare.slice(0, number < 50 ? 6 : 1).join(' ');
      index.put(
        document(`r${number}`, { body: `${words} n${number}`, publicationDate: `${year}-01-01` }),
      );
    }
    for (let number = 0; number < 700; number += 1)
      index.put(document(`x${number}`, 'something else'));
    const best = found(index, `like:${asked}`);
    expect(best).toHaveLength(50);
    const newest = found(index, `like:${asked}`, { sort: 'newest' });
    expect(newest[0]).toBe('r49');
    expect([...newest].sort()).toEqual([...best].sort());
  });

  it('can be left out, and can be one of several ways', () => {
    const [asked, same, other] = [uuid(1), uuid(2), uuid(3)];
    const index = indexOf();
    index.put(document(asked, 'a turbine in the current of the quay'));
    index.put(document(same, 'the turbine at the quay, in the current'));
    index.put(document(other, 'chess at the quay'));
    for (let number = 10; number < 40; number += 1) index.put(document(uuid(number), 'no matter'));
    expect(found(index, `like:${asked}`)[0]).toBe(same);
    const left = found(index, `chess OR turbine -like:${asked}`);
    expect(left).toContain(asked);
    expect(left).not.toContain(same);
    expect(found(index, `-like:${uuid(99)}`)).toHaveLength(33);
    expect(found(index, `chess OR like:${asked} `).sort()).toEqual([same, other]);
  });
});
