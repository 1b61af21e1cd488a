import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { describe, expect, it } from 'vitest';
import { simplifiedHan } from '../../../../src/archive/search/han-variants';

const simplified = (text: string): string =>
  [...text]
    .map((character) => String.fromCodePoint(simplifiedHan(Number(character.codePointAt(0)))))
    .join('');

describe('simplifiedHan', () => {
  it.each([
    ['華為技術有限公司', '华为技术有限公司'],
    ['簽署戰略合作協議', '签署战略合作协议'],
    ['什麼 什么', '什么 什么'],
    ['臺灣 台灣', '台湾 台湾'],
    ['裡面 裏面 里面', '里面 里面 里面'],
    ['說明 説明', '说明 说明'],
    ['為 爲', '为 为'],
    ['瞭解 憑藉 答覆', '了解 凭借 答复'],
    ['㗲', '𠵾'],
  ])('reads %s as %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it('leaves simplified text, kana and everything else alone', () => {
    const text = '我校与华为签署战略合作协议，共建５Ｇ联合实验室。ガイド, resume';
    expect(simplified(text)).toBe(text);
  });

  it('folds both sides of every pair of the table to one character that stays itself', () => {
    const pairs = traditionalToSimplified.split('|').map((pair) => pair.split(' '));
    expect(pairs.length).toBeGreaterThan(3000);
    for (const [from = '', to = ''] of pairs) {
      expect(simplified(from)).toBe(simplified(to));
      expect(simplified(simplified(to))).toBe(simplified(to));
    }
  });
});
