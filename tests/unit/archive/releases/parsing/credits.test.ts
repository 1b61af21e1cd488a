import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

const of = (name: string, organisation = '') => ({ name, organisation });
const credits = (line: string, text: string) => {
  const release = read(`Calder opens a workshop\n\n${text}\n\n${line}`);
  return [release.textCredit?.value ?? null, release.photoCredit?.value ?? null];
};

describe('credits under an English text', () => {
  it.each([
    [
      '(Text by Ann Lee from Office A,\n\nPhoto by Tom Oak from Department B)',
      of('Ann Lee', 'Office A'),
      of('Tom Oak', 'Department B'),
    ],
    ['Text: Ann Lee / Photo: Tom Oak', of('Ann Lee'), of('Tom Oak')],
    ['Text and photos by Ann Lee', of('Ann Lee'), of('Ann Lee')],
    ['(Text/Ann Lee, Photos/Tom Oak)', of('Ann Lee'), of('Tom Oak')],
    ['Text & photo: Ann Lee', of('Ann Lee'), of('Ann Lee')],
    ['Text/Photo: Press Office', of('', 'Press Office'), of('', 'Press Office')],
    ['Reporter: Ann Lee; Photographer: Tom Oak; Editor: Jo May', of('Ann Lee'), of('Tom Oak')],
    ['Written by Ann Lee', of('Ann Lee'), null],
    ['Photographs: Tom Oak', null, of('Tom Oak')],
    ['Photos: Tom Oak / Calder University', null, of('Tom Oak', 'Calder University')],
    ['Photo: Courtesy of Calder Museum', null, of('', 'Calder Museum')],
  ])('%j', (line, text, photo) => {
    expect(credits(line, englishText)).toEqual([text, photo]);
  });
});

describe('credits under a Chinese text', () => {
  it.each([
    ['文/李四 图/王五', of('李四'), of('王五')],
    ['文字：李四 摄影：王五', of('李四'), of('王五')],
    ['（宣传部 张三 文/图）', of('张三', '宣传部'), of('张三', '宣传部')],
    ['供稿：教务处 张三', of('张三', '教务处'), null],
    ['摄影：李四', null, of('李四')],
    ['（图文/李四 编辑/王五 审核/赵六）', of('李四'), of('李四')],
    ['撰稿：李四　摄影：王五　审核：赵六', of('李四'), of('王五')],
    ['（文/国际处 摄影/校报记者 王五）', of('', '国际处'), of('王五')],
    ['（通讯员 李四 摄影 王五）', of('李四'), of('王五')],
    ['（记者 张三 通讯员 李四）', of('张三、李四'), null],
    ['来源：党委宣传部', of('', '党委宣传部'), null],
  ])('%j', (line, text, photo) => {
    expect(credits(line, chineseText)).toEqual([text, photo]);
  });

  it('leave what they do not know in the text', () => {
    const release = read(`校园开放日\n\n${chineseText}\n\n文字：张三 编辑：王五`);
    expect(release.textCredit?.value).toEqual(of('张三'));
    expect(values(release.paragraphs)).toContain('编辑：王五');
  });

  it('leave no bracket behind with the names that they leave', () => {
    const release = read(`校园开放日\n\n${chineseText}\n\n（图文/李四 编辑/王五）`);
    expect(values(release.paragraphs)).toContain('编辑/王五');
  });

  it('of a second photographer stay in the text', () => {
    const release = read(
      `A day\n\n${englishText}\n\nPhoto: Tom Oak\n\nText: Jo May; Photo: Ann Lee`,
    );
    expect(release.photoCredit?.value).toEqual(of('Tom Oak'));
    expect(values(release.paragraphs).join(' ')).toContain('Ann Lee');
  });
});
