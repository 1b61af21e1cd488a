import { describe, expect, it } from 'vitest';
import { Corpus } from '../../bench/material/corpus';
import { madeUpTexts } from '../../bench/material/made-up-texts';
import { queriesFrom } from '../../bench/search/speed/queries';

const base = madeUpTexts(100);

describe('Releases for the benches', () => {
  it('are the same every time', () => {
    expect(new Corpus(base, false).at(250)).toEqual(new Corpus(base, false).at(250));
  });

  it('are as they come first, then changed copies with ids, texts and dates of their own', () => {
    const corpus = new Corpus(base, false);
    const [original, copy] = [corpus.at(5), corpus.at(105)];
    expect(original.body).toBe(base[5]?.body);
    expect(copy.id).not.toBe(original.id);
    expect(copy.body).not.toBe(original.body);
    expect(copy.body.split(' ')).toHaveLength(original.body.split(' ').length);
    expect(copy.publicationDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('give the same queries every time, and enough of each kind', () => {
    const documents = new Corpus(base, false).take(300);
    const queries = queriesFrom(documents);
    expect(queriesFrom(documents)).toEqual(queries);
    expect(queries.words).toHaveLength(200);
    expect(queries.pairs).toHaveLength(200);
    expect(queries.phrases).toHaveLength(200);
    expect(queries.filtered).toHaveLength(200);
    expect(queries.keystrokes.length).toBeGreaterThan(200);
  });
});
