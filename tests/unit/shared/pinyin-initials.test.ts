import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasInitials, isNameTyped, pinyinInitials } from '../../../src/shared/pinyin-initials';

describe('the initials of a Chinese name', () => {
  it('are the first letters of its pinyin', () => {
    // The first and last syllables of each letter, and everyday words.
    const known = {
      阿敖: 'aa',
      八部: 'bb',
      擦错: 'cc',
      搭朵: 'dd',
      鹅二: 'ee',
      发父: 'ff',
      嘎果: 'gg',
      哈货: 'hh',
      机军: 'jj',
      咖阔: 'kk',
      拉罗: 'll',
      妈木: 'mm',
      拿诺: 'nn',
      哦欧: 'oo',
      趴铺: 'pp',
      七群: 'qq',
      然若: 'rr',
      撒所: 'ss',
      他拓: 'tt',
      挖物: 'ww',
      西寻: 'xx',
      丫云: 'yy',
      杂作: 'zz',
      深圳大学: 'szdx',
      雁湾海港职业技术大学: 'ywhgzyjsdx',
      潮屿风能: 'cyfn',
      左诗涵: 'zsh',
    };
    for (const [name, initials] of Object.entries(known)) {
      expect(pinyinInitials(name), name).toBe(initials);
    }
  });

  it('keep letters and numbers that stand between, whatever their width', () => {
    expect(pinyinInitials('华为５Ｇ实验室')).toBe('hw5gsys');
    expect(pinyinInitials('A股')).toBe('ag');
    expect(pinyinInitials('Maravel Turbines')).toBe('');
    expect(pinyinInitials('')).toBe('');
  });

  it('never go back in a list that is sorted by pinyin', () => {
    const { compare } = new Intl.Collator('zh-CN-u-co-pinyin');
    const character = fc
      .integer({ min: 0x4e00, max: 0x9fa5 })
      .map((at) => String.fromCodePoint(at));
    fc.assert(
      fc.property(fc.array(character, { minLength: 2, maxLength: 40 }), (characters) => {
        const initials = [...characters].sort(compare).map(pinyinInitials).filter(Boolean);
        expect(initials).toEqual([...initials].sort());
      }),
    );
  });
});

describe('what was typed', () => {
  it('is found as a piece of the initials, a single letter at their start only', () => {
    expect(hasInitials('szdx', 'sz')).toBe(true);
    expect(hasInitials('szdx', 'ZDX')).toBe(true);
    expect(hasInitials('szdx', 's')).toBe(true);
    expect(hasInitials('szdx', 'z')).toBe(false);
    expect(hasInitials('szdx', '')).toBe(false);
    expect(hasInitials('', 'sz')).toBe(false);
  });

  it('is found in the name itself, too', () => {
    expect(isNameTyped('深圳大学', '圳大')).toBe(true);
    expect(isNameTyped('深圳大学', 'sz')).toBe(true);
    expect(isNameTyped('Maravel Turbines', 'turb')).toBe(true);
    expect(isNameTyped('Maravel Turbines', 'mt')).toBe(false);
    expect(isNameTyped('anything', '')).toBe(true);
  });
});
