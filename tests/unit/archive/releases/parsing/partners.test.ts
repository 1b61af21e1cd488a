import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read } from '../reading';

function proposals(
  headline: string,
  sentence: string,
  text: string,
  names: readonly string[] = [],
) {
  return read(`${headline}\n\n3 May 2022\n\n${sentence}${text}`, { names }).partners;
}
const inEnglish = (sentence: string, names: readonly string[] = []) =>
  proposals('A workshop opens in spring', `${sentence} `, englishText, names);
const inChinese = (sentence: string, names: readonly string[] = []) =>
  proposals('新车间启用', sentence, chineseText, names);

describe('organisations that nobody has filed yet', () => {
  it.each([
    [
      'Northwind Turbines Co., Ltd. joins as a technology partner.',
      ['Northwind Turbines Co., Ltd.'],
    ],
    [
      'It was sponsored by Kestrel Marine plc, the Hollins Foundation and the Ministry of Tides.',
      ['Kestrel Marine plc', 'Hollins Foundation', 'Ministry of Tides'],
    ],
    [
      'It was organised with Calder Institute of Technology and Zhongbei Motors (Group) Co., Ltd.',
      ['Calder Institute of Technology', 'Zhongbei Motors (Group) Co., Ltd.'],
    ],
    ['It is built in cooperation with Crumb & Sons Ltd.', ['Crumb & Sons Ltd.']],
    ['An agreement was signed by the Director of Ostermund Bank.', ['Ostermund Bank']],
  ])('are found in "%s"', (sentence, names) => {
    const found = inEnglish(sentence).filter(({ confidence }) => confidence !== 'low');
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('are one proposal with their acronym', () => {
    const found = inEnglish(
      'The Harbour Research Institute (HRI) cooperates with us. HRI has a ship. HRI lends it.',
    );
    expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Harbour Research Institute', 4],
    ]);
  });

  it.each([
    ['我校与东泽市人力资源和社会保障局签署合作协议。', ['东泽市人力资源和社会保障局']],
    [
      '明舟机器人股份有限公司和云岭乳业股份公司参加校企合作洽谈会。',
      ['明舟机器人股份有限公司', '云岭乳业股份公司'],
    ],
    ['我校与泰禾医药和健康研究院共建实验室。', ['泰禾医药和健康研究院']],
    ['实训室可同时容纳三百名学生开展实践教学，双方共建产业学院。', []],
  ])('are found in "%s"', (sentence, names) => {
    expect(
      inChinese(sentence)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
  });

  it('are not the institution, its acronym, a person or a place of the text', () => {
    const found = inEnglish(
      'Linwan College (LVC) signed an agreement with Qinghe Development Co., Ltd. Wei Jian, Mayor of Qinghe, and LVC thanked Qinghe. Qinghe is near LVC.',
      ['Linwan College'],
    );
    expect(found.map(({ name }) => name)).toEqual(['Qinghe Development Co., Ltd.']);
  });
});
