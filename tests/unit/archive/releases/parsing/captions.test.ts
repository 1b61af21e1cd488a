import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

function captions(line: string, text: string): readonly string[] {
  return values(
    read(`Calder opens a workshop\n\n3 May 2022\n\n${text}\n\n${line}\n\n${text}`).captions,
  );
}

describe('a caption between paragraphs', () => {
  it.each([
    'The signing ceremony was held at the town hall',
    'Anna Roe delivered a speech',
    'Students measure the first wave in the new tank',
    'Group photo after the ceremony',
    'Anna Roe (left) shakes hands with Tom Okafor',
  ])('is "%s"', (line) => {
    expect(captions(line, englishText)).toEqual([line]);
  });

  it.each([
    '签约仪式现场',
    '图为签约仪式现场',
    '陈建国致辞',
    '双方合影留念',
    '参观校史馆',
    '学生在实训室向来宾展示作品',
  ])('is "%s"', (line) => {
    expect(captions(line, chineseText)).toEqual([line]);
  });

  it.each([
    ['▲陈建国致辞', '陈建国致辞'],
    ['图1：签约现场', '签约现场'],
    ['Photo 2: The new tank', 'The new tank'],
    ['Caption: The new tank', 'The new tank'],
    ['![The new tank](tank.jpg)', 'The new tank'],
    ['The new tank at night (Photo by Ann Lee)', 'The new tank at night'],
    ['签约现场（张三 摄）', '签约现场'],
  ])('of "%s" is without its label and credit', (line, caption) => {
    expect(captions(line, englishText)).toEqual([caption]);
  });

  it.each([
    'Background',
    'Key facts',
    'About Calder',
    '## The signing ceremony was held',
    'WHAT THE STUDENTS SIGNED',
    'How the Workshop Was Built',
    'The guests signed the following:',
    '- Anna Roe delivered a speech',
    '"We signed it at last," said Anna Roe.',
    'Dear colleagues',
    '一、深化产教融合',
    '强化协同育人，打造发展新格局',
    '背景',
  ])('is not "%s"', (line) => {
    expect(captions(line, englishText)).toEqual([]);
    expect(captions(line, chineseText)).toEqual([]);
  });

  it('gives the photo credit where no other is named', () => {
    const release = read(
      `Calder opens\n\n${englishText}\n\nThe tank (Photo by Ann Lee/Calder)\n\n${englishText}`,
    );
    expect(release.photoCredit?.value).toEqual({ name: 'Ann Lee', organisation: 'Calder' });
  });
});
