import { afterEach, describe, expect, it } from 'vitest';
import { parseQuery, type QueryNode } from '../../../../src/shared/query';
import { i18n } from '../../../../src/renderer/src/i18n';
import { nodeLabel } from '../../../../src/renderer/src/features/search/node-label';
import {
  noteSentence,
  notesToSay,
} from '../../../../src/renderer/src/features/search/note-sentence';

const options = { today: '2024-05-15', typing: false };

function nodes(text: string): readonly QueryNode[] {
  return parseQuery(text, options).nodes;
}

function labels(text: string): readonly string[] {
  return nodes(text).map((node) => nodeLabel(node, () => 'A tidal laboratory opens'));
}

afterEach(async () => {
  await i18n.changeLanguage('en');
});

describe('a condition', () => {
  it('is named as a person says it', () => {
    expect(
      labels('partner:"Maravel Turbines" headline:tidal by:"Lena Holm" "exact phrase"'),
    ).toEqual([
      'Partner: Maravel Turbines',
      'Headline: tidal',
      'By: “Lena Holm”',
      '“exact phrase”',
    ]);
    expect(labels('pack:spring lang:zh status:draft photo:yes photo:no')).toEqual([
      'Press pack: spring',
      'Language: Chinese',
      'Status: Draft',
      'With photos',
      'Without photos',
    ]);
    expect(labels('-budget harbour OR port')).toEqual(['not: budget', 'harbour or port']);
    expect(labels('a OR (b c)')).toEqual(['a or (b + c)']);
    expect(labels('labor*')).toEqual(['labor…']);
  });

  it('names days and years in words', () => {
    expect(labels('year:2019')).toEqual(['Year 2019']);
    expect(labels('year:2019..2022')).toEqual(['Years 2019–2022']);
    expect(labels('year:2019..')).toEqual(['From 2019']);
    expect(labels('year:..2019')).toEqual(['Until 2019']);
    expect(labels('date:2020-03-12')).toEqual(['12 Mar 2020']);
    expect(labels('before:2020-03-12')).toEqual(['Until 11 Mar 2020']);
    expect(labels('date:2020-03-12..2020-04-01')).toEqual(['12 Mar 2020 – 1 Apr 2020']);
  });

  it('names the release that others are like', () => {
    const id = '019a0000-0000-7000-8000-000000000000';
    expect(labels(`like:${id}`)).toEqual(['Like: A tidal laboratory opens']);
  });

  it('is named in Chinese, too', async () => {
    await i18n.changeLanguage('zh');
    expect(labels('标题:潮汐 -预算 year:2019..2022')).toEqual([
      '标题：潮汐',
      '不含：预算',
      '2019–2022 年',
    ]);
  });
});

describe('a note about the query', () => {
  const said = (text: string, isBeingTyped = false): readonly string[] =>
    notesToSay(parseQuery(text, options).notes, text, isBeingTyped).map(noteSentence);

  it('is one plain sentence', () => {
    expect(said('colour:red tank')).toEqual([
      '“colour:red” was searched as words: there is no field “colour”.',
    ]);
    expect(said('status:late tank')).toEqual([
      '“status:late” was searched as words: “late” means nothing for “status”.',
    ]);
    expect(said('year:20x9 tank')).toEqual([
      '“year:20x9” was searched as words: “20x9” is no date.',
    ]);
  });

  it('waits while its end is being typed', () => {
    expect(said('tank status:fi', true)).toEqual([]);
    expect(said('tank "test ph', true)).toEqual([]);
    expect(said('status:fi tank', true)).toHaveLength(1);
    expect(said('tank status:fi')).toHaveLength(1);
  });

  it('shortens what is long', () => {
    const [sentence = ''] = said(`colour:${'red'.repeat(100)} tank`);
    expect(sentence.length).toBeLessThan(450);
    expect(sentence).toContain('…” was searched as words');
  });
});
