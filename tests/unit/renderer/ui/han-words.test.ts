import { describe, expect, it } from 'vitest';
import { hanPieces } from '../../../../src/renderer/src/ui/han-words';

describe('hanPieces', () => {
  it.each([
    ['“半份菜”的账，学生是怎么算出来的', '学生'],
    ['“海雁二号”将开工建造：出港时没有声音', '建造：'],
    ['十二个班的学生来到图书馆', '图书'],
  ])('keeps the words of %s whole', (headline, word) => {
    const pieces = hanPieces(headline);
    expect(pieces.join('')).toBe(headline);
    expect(pieces.some((piece) => piece.includes(word))).toBe(true);
  });

  it('begins no line with what leans on the word before', () => {
    for (const piece of hanPieces('老师们讲了十年的课，第3个星期')) {
      expect(piece).not.toMatch(/^[们了年的个，]/);
    }
  });

  it('leaves the spaces of Latin words to the browser', () => {
    expect(hanPieces('A Second Haiyan')).toEqual(['A Second Haiyan']);
  });
});
