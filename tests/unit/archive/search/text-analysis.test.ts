import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termOf } from '../../../../src/archive/search/stemming';
import { tokenise } from '../../../../src/archive/search/text-analysis';

const words = (text: string): readonly string[] => tokenise(text).map((token) => token.text);

describe('tokenise', () => {
  it.each([
    ['Ｈｕａｗｅｉ　５Ｇ', ['huawei', '5g']],
    ['Café Łódź Straße İzmir', ['cafe', 'lodz', 'strasse', 'izmir']],
    [
      "the senator's and HUAWEI’S and students' visit",
      ['the', 'senator', 'and', 'huawei', 'and', 'students', 'visit'],
    ],
    ["O'Brien didn’t", ['obrien', 'didnt']],
    ['20,000 guests in 2020, 3.5 million', ['20000', 'guests', 'in', '2020', '3.5', 'million']],
    [
      '4.8.2022 and 2022.08 and 2020,2021',
      ['4', '8', '2022', 'and', '2022', '08', 'and', '2020', '2021'],
    ],
    ['the U.S. and US, e.g. the U.S.A', ['the', 'us', 'and', 'us', 'eg', 'the', 'usa']],
    ['AT&T, R&D', ['at&t', 'r&d']],
    ['state-of-the-art 5G', ['state', 'of', 'the', 'art', '5g']],
    ['华为5G手机', ['华', '为', '5g', '手', '机']],
    ['20+8 or ½ m²', ['20', '8', 'or', '1⁄2', 'm2']],
    ['２０，０００．５ and ２０２２．０８', ['20000.5', 'and', '2022', '08']],
    ['中国AT&T公司在U.S设厂', ['中', '国', 'at&t', '公', '司', '在', 'us', '设', '厂']],
    ['U.S.-China, AT&T-owned', ['us', 'china', 'at&t', 'owned']],
    ['R&amp;D', ['r', 'amp', 'd']],
    ['donʼt компʼютер', ['dont', 'компютер']],
    ['ｶﾞｲﾄﾞﾌﾞｯｸｰ ガイド か\u3099', Array.from('ガイドブックーガイドが')],
    ['華為與臺灣台灣 瞭解', Array.from('华为与台湾台湾了解')],
    ['5️⃣ stars', ['5', 'stars']],
    ['part\u00adner', ['partner']],
    ['⼤学', ['大', '学']],
    ['👍🏽 ok 👨‍👩‍👧', ['ok']],
    ['\ud800 lone \udc00', ['lone']],
  ])('reads %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('gives the places of the tokens in the original text', () => {
    const text = 'Ｈuawei’s U.S. 20,000 𠮷野家';
    const places = tokenise(text).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['Ｈuawei’s', 'U.S.', '20,000', '𠮷', '野', '家']);
  });

  it('keeps the accents beside the form without them', () => {
    const accented = (text: string): readonly (string | null)[] =>
      tokenise(text).map((token) => token.accented);
    expect(accented('Résumé re\u0301sume\u0301 resume')).toEqual(['résumé', 'résumé', null]);
    expect(accented('ＲÉＳＵＭÉ Straße part\u00adner')).toEqual(['résumé', 'straße', null]);
    expect(accented('5️⃣ ＡＢＣ λόγος λογος 한국어 校')).toEqual([
      ...[null, null, 'λόγοσ', null, null, null],
    ]);
  });

  it.each([
    ['e-mail', ['-mail']],
    ['state-of-the-art', ['-of', '-the', '-art']],
    ['COVID‐19 and 5‑G', ['-19', '-g']],
    ['2022-08-04', ['-08', '-04']],
    ['U.S.-China', ['-china']],
    ['the senator’s-own', ['-own']],
    ['Ｅ－ｍａｉｌ', ['-mail']],
    ['co\u00adop\u00ad-ed', ['-ed']],
    ['a - b, a -b, a- b, a--b, -b, a-\nb, a–b', []],
    ['华为-5G, 5G-华为', []],
  ])('tells which words of %j a hyphen joins to the one before', (text, expected) => {
    const joined = tokenise(text).filter((token) => token.hyphened);
    expect(joined.map((token) => `-${token.text}`)).toEqual(expected);
  });

  it('joins Han characters across a line break but not across punctuation or a blank line', () => {
    const joined = (text: string): boolean | undefined => tokenise(text)[1]?.joined;
    expect(joined('华为')).toBe(true);
    expect(joined('华\n为')).toBe(true);
    expect(joined('华，为')).toBe(false);
    expect(joined('华 为')).toBe(false);
    expect(joined('华\n\n为')).toBe(false);
  });

  it('takes a reading mark of the Han script for a mark, not for a character', () => {
    expect(tokenise('\u{16ff0}')).toEqual([]);
    expect(tokenise('华\u302a为').map(({ text }) => text)).toEqual(['华', '为']);
  });

  it('keeps tokens in order, apart, inside the text and never empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).not.toBe('');
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('termOf', () => {
  it('gives the forms of a word one term', () => {
    expect(new Set(['sign', 'signs', 'signed', 'signing'].map(termOf))).toEqual(new Set(['sign']));
  });

  it('leaves numbers, stop words, other scripts and words of the language alone', () => {
    for (const word of ['2020s', 'being', 'университеты', 'constructor', '__proto__']) {
      expect(termOf(word)).toBe(word);
    }
  });
});
