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

  it('joins Han characters across a line break but not across punctuation or a blank line', () => {
    const joined = (text: string): boolean | undefined => tokenise(text)[1]?.joined;
    expect(joined('华为')).toBe(true);
    expect(joined('华\n为')).toBe(true);
    expect(joined('华，为')).toBe(false);
    expect(joined('华 为')).toBe(false);
    expect(joined('华\n\n为')).toBe(false);
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
