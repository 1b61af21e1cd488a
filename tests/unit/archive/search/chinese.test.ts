import { describe, expect, it } from 'vitest';
import { found, indexOf } from './documents';

describe('finding Chinese', () => {
  const index = indexOf({
    signing: '我校与华为技术有限公司签署合作协议，共建5G联合实验室。',
    visit: '为中华学生参观技术公司。',
    mixed: '华为5G设备',
    lone: 'A 华 B',
  });

  it('finds a single character wherever it stands', () => {
    expect(found(index, '华').sort()).toEqual(['lone', 'mixed', 'signing', 'visit']);
    expect(found(index, '校')).toEqual(['signing']);
    expect(found(index, '备')).toEqual(['mixed']);
    expect(found(index, '生')).toEqual(['visit']);
  });

  it('finds two characters only next to each other, in that order', () => {
    expect(found(index, '华为').sort()).toEqual(['mixed', 'signing']);
    expect(found(index, '为中')).toEqual(['visit']);
  });

  it('finds three and four characters as one word', () => {
    expect(found(index, '实验室')).toEqual(['signing']);
    expect(found(index, '合作协议')).toEqual(['signing']);
    const parts = indexOf({ whole: '四字词语', parts: '四字，字词，词语' });
    expect(found(parts, '四字词语')).toEqual(['whole']);
  });

  it('falls back to parts of a word that nobody wrote', () => {
    expect(found(index, '合作意向')).toEqual(['signing']);
    expect(found(index, '"合作意向"')).toEqual([]);
  });

  it('finds mixed runs by both parts', () => {
    expect(found(index, '华为5G').sort()).toEqual(['mixed', 'signing']);
    expect(found(index, '"华为5G"')).toEqual(['mixed']);
    expect(found(index, '５Ｇ').sort()).toEqual(['mixed', 'signing']);
  });

  it('answers a question by its parts', () => {
    expect(found(index, '哪一家公司与我校共同建设了联合实验室？')[0]).toBe('signing');
  });

  it('finds either script with either', () => {
    const scripts = indexOf({ simplified: '华为与台湾后发', traditional: '華為與臺灣後發' });
    for (const query of ['华为', '華為', '臺灣', '台湾', '"後發"', '后']) {
      expect(found(scripts, query).sort()).toEqual(['simplified', 'traditional']);
    }
  });
});
