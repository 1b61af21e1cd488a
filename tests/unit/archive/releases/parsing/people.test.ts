import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

const people = (sentence: string, text: string) =>
  values(read(`A workshop opens\n\n${sentence} ${text}`).people);

describe('people with a title', () => {
  it.each([
    ['It was opened at LVC. Wei Jian, Mayor of Qinghe, spoke.', 'Wei Jian', 'Mayor of Qinghe'],
    ['Then President Li Yuehan thanked all.', 'Li Yuehan', 'President'],
    ['Professor Anna Roe led the tour.', 'Anna Roe', 'Professor'],
    ['Captain Luo Haifeng explained the bridge.', 'Luo Haifeng', 'Captain'],
    ['"It works," said Jonas Brandt, harbour master.', 'Jonas Brandt', 'harbour master'],
    [
      '"It works," said Jonas Brandt, keeper of the tide tables.',
      'Jonas Brandt',
      'keeper of the tide tables',
    ],
  ])('are found in %j', (sentence, name, title) => {
    expect(people(sentence, englishText)).toEqual([{ name, title }]);
  });

  it.each([
    ['校长钱文博在会上致辞。', '钱文博', '校长'],
    ['钱文博校长在致辞中表示感谢。', '钱文博', '校长'],
    ['教师代表李佳教授勉励新生。', '李佳', '教授'],
    ['校长佐藤健一行来访。', '佐藤健', '校长'],
  ])('are found in "%s"', (sentence, name, title) => {
    expect(people(sentence, chineseText)).toEqual([{ name, title }]);
  });

  it.each(['公司总经理表示欢迎。', '高级工程师和项目经理参加。', '全体教授出席。'])(
    'are none in "%s"',
    (sentence) => {
      expect(people(sentence, chineseText)).toEqual([]);
    },
  );
});
