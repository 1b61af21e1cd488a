import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../bench/material/corpus-document';
import { phrasesOf } from '../../bench/search/quality/phrases';
import { sequencesOf } from '../../bench/search/quality/sequences';

describe('Phrases that every engine is asked for', () => {
  const documents = [
    plainDocument('plain', '', 'we let us go home again'),
    plainDocument('punctuated', '', 'They, (again), LET; us - go home!'),
    plainDocument('apart', 'let us', 'go home'),
  ];

  it('are held by the texts that have the words in sequence, whatever stands between them', () => {
    const holders = new Map(phrasesOf(documents).asked.map((one) => [one.text, [...one.holders]]));
    expect(holders.get('let us go')).toEqual(['plain', 'punctuated']);
    expect(holders.get('go home')).toEqual(['plain', 'punctuated', 'apart']);
    expect(holders.get('go home again')).toEqual(['plain']);
  });

  it('leave out those whose holders depend on how dots and apostrophes are read', () => {
    const unclear = phrasesOf([...documents, plainDocument('dots', '', 'to let U.S. go')]);
    expect(unclear.asked.map(({ text }) => text)).not.toContain('let us');
    expect(unclear.ambiguous).toBeGreaterThan(0);
  });
});

describe('Sequences of Han characters', () => {
  const documents = [
    plainDocument('one', '', '深圳大学，学生'),
    plainDocument('two', '', '大学abc学生'),
  ];

  it('are cut from unbroken runs and held by what includes them', () => {
    const asked = new Map(sequencesOf(documents, 2).map((one) => [one.text, [...one.holders]]));
    expect(Object.fromEntries(asked)).toEqual({
      深圳: ['one'],
      圳大: ['one'],
      大学: ['one', 'two'],
      学生: ['one', 'two'],
    });
  });
});
