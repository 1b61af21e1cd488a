import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, ordinal, slug } from '../../../../src/archive/packs/export/file-names';

describe('slug', () => {
  test.each([
    ['Huawei and CERN sign agreement', 'huawei-and-cern-sign-agreement'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a:b*c?', 'a-b-c'],
    ['The dean’s list', 'the-deans-list'],
    ['与华为签署协议，2024年', '与华为签署协议-2024年'],
    ['Cafe\u0301', 'café'],
    ['Win\u0000dows\r\n', 'win-dows'],
    ['🎉🎉 Party ❤️ time', 'party-time'],
    ['CON', 'con-pack'],
    ['LPT¹', 'lpt¹-pack'],
    ['🎉', 'pack'],
    ['...', 'pack'],
    ['', 'pack'],
  ])('makes of %j the name %j', (title, name) => {
    expect(slug(title, 60, 'pack')).toBe(name);
  });

  test('cuts 300 Chinese characters at a character', () => {
    expect(slug('海'.repeat(300), 61, 'pack')).toBe('海'.repeat(20));
  });

  test('cuts at the end of a word where one is near', () => {
    expect(slug('signing ceremony in the library', 20, 'pack')).toBe('signing-ceremony-in');
  });

  test('is a safe name of at most the given bytes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const name = slug(title, 60, 'pack');
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
        expect(name.endsWith('-')).toBe(false);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(65);
        expect(name.normalize('NFC')).toBe(name);
        expect(name).not.toMatch(/^(con|prn|aux|nul|(com|lpt).)$/iu);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('numbers sort as they count', () => {
  expect([ordinal(1, 5), ordinal(12, 99), ordinal(7, 100)]).toEqual(['01', '12', '007']);
});

test('a date is the calendar day here', () => {
  expect(localDate(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
});
