import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

describe('what a paper is called', () => {
  it.each(['【新闻稿】', '「新聞稿」', '[Press Release]', '*** PRESS RELEASE ***', '(新闻通稿)'])(
    'is no headline: %s',
    (label) => {
      const release = read(`${label}\n\nCalder bridge opens again\n\n${englishText}\n`);
      expect(release.headline?.value).toBe('Calder bridge opens again');
      expect(values(release.paragraphs)).toEqual([englishText]);
    },
  );

  it.each([
    ['Media advisory: Calder bridge opens again', 'Calder bridge opens again'],
    ['PRESS RELEASE – Calder bridge opens again', 'Calder bridge opens again'],
    ['新闻稿：卡尔德大桥重新通车', '卡尔德大桥重新通车'],
    ['Press releases are dead, says editor', 'Press releases are dead, says editor'],
    ['News: what is it?', 'News: what is it?'],
  ])('is no part of the headline: %s', (line, headline) => {
    expect(read(`${line}\n\n${englishText}\n`).headline?.value).toBe(headline);
  });
});

describe('closing parts in lenticular brackets', () => {
  it('are the boilerplate and the contact', () => {
    const release = read(
      `【新闻稿】\n\n北湖大学发布绿色校园计划\n——到2030年实现碳中和\n\n${chineseText}\n\n【关于北湖大学】\n北湖大学创建于1952年，是一所综合性大学，位于北湖之滨。\n\n【媒体垂询】\n李敏 010-0000 0000\nlimin@beihu.example\n`,
    );
    expect(release.headline?.value).toBe('北湖大学发布绿色校园计划');
    expect(release.subheadline?.value).toBe('——到2030年实现碳中和');
    expect(release.boilerplate?.value).toBe(
      '【关于北湖大学】\n\n北湖大学创建于1952年，是一所综合性大学，位于北湖之滨。',
    );
    expect(release.mediaContact?.value).toBe(
      '【媒体垂询】\n李敏 010-0000 0000\nlimin@beihu.example',
    );
    expect(values(release.paragraphs)).toEqual([chineseText]);
  });
});

describe('the reporters in brackets before the text', () => {
  it('are its credit', () => {
    const release = read(
      `北湖大学发布绿色校园计划\n\n（本报讯 记者 李敏）北湖大学6日发布绿色校园计划。${chineseText}\n`,
    );
    expect(release.textCredit?.value).toEqual({ name: '李敏', organisation: '' });
    expect(values(release.paragraphs)[0]).toMatch(/^北湖大学6日/);
    expect(release.partners.map(({ name }) => name).join()).not.toContain('李敏');
  });
});
