import { describe, expect, it } from 'vitest';
import { found, indexOf } from '../documents';

const sorted = (...asked: Parameters<typeof found>): readonly (string | undefined)[] =>
  [...found(...asked)].sort();

describe('spellings of the same', () => {
  it.each([
    ['e-mail ', 'email'],
    ['email ', 'e-mail'],
    ['e-mail ', 'E‑Mail'],
    ['well-known ', 'wellknown'],
    ['US ', 'U.S.'],
    ['U.S. ', 'US'],
    ['huawei ', 'ＨＵＡＷＥＩ'],
    ['ＨＵＡＷＥＩ ', 'Huawei’s'],
    ['２０２２ ', '2022'],
    ['20,000 ', '20000'],
    ['AT&T ', 'at&t'],
    ['臺灣', '台湾'],
    ['台湾', '臺灣'],
    ['網絡', '网络'],
    ['ｱ', 'ア'],
  ])('%s finds %s', (text, body) => {
    expect(found(indexOf({ a: body, other: 'nothing of the kind' }), text)).toEqual(['a']);
  });

  it.each([
    ['2022-08-04 ', ['exact']],
    ['"2022-08-04"', ['exact']],
    ['20+8 ', ['sum']],
    ['"20 8"', ['sum']],
  ])('%s means these figures next to each other', (text, expected) => {
    const index = indexOf({
      exact: 'on 2022-08-04 at noon',
      parts: 'in 2022, on 04 the 08',
      sum: 'the 20+8 strategy',
      twenty: '8 clusters and 20 more',
    });
    expect(found(index, text).slice(0, 1)).toEqual(expected);
  });

  it('20+8 counts as whole only where it stands so', () => {
    const index = indexOf({ sum: '20+8', parts: '8 of 20' });
    expect(found(index, '20+8 ')[0]).toBe('sum');
    expect(found(index, '20+8 -sum')[0]).toBe('sum');
    expect(found(indexOf({ parts: '8 of 20' }), '"20+8"')).toEqual([]);
  });

  it('华为5G finds the company next to the number before either alone', () => {
    const index = indexOf({ together: '华为5G设备', apart: '华为与5G', company: '华为' });
    expect(found(index, '华为5G')[0]).toBe('together');
    expect(sorted(index, '"华为5G"')).toEqual(['together']);
  });
});

describe('a single Han character', () => {
  const index = indexOf({ write: '著作', wear: '看着', cover: '覆盖', again: '恢复', book: '書' });

  it.each([
    ['著', ['write']],
    ['着', ['wear']],
    ['覆', ['cover']],
    ['复', ['again']],
    ['书', ['book']],
    ['書', ['book']],
  ])('stands for itself where simplified Chinese has both: %s', (text, expected) => {
    expect(sorted(index, text)).toEqual(expected);
  });

  it('in a word is read in any way of writing', () => {
    const scripts = indexOf({ simplified: '看着', traditional: '看著' });
    expect(sorted(scripts, '看着')).toEqual(['simplified', 'traditional']);
    expect(sorted(scripts, '看著')).toEqual(['simplified', 'traditional']);
  });
});

describe('a phrase', () => {
  const index = indexOf({
    across: 'The signing of the agreement was held in the hall',
    other: 'The agreement of signing, held in a hall',
    chinese: '我校与华为技术有限公司签署合作协议',
    broken: '华为，技术',
  });

  it.each([
    ['"signing of the agreement"', ['across']],
    ['"of the"', ['across']],
    ['"held in the hall"', ['across']],
    ['"held in hall"', []],
    ['"华为技术"', ['chinese']],
    ['"公司签"', ['chinese']],
    ['"为"', ['broken', 'chinese']],
    ['"署合作协议"', ['chinese']],
  ])('is found as it stands, stop words and Chinese included: %s', (text, expected) => {
    expect(sorted(index, text)).toEqual(expected);
  });
});
