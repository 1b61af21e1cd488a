import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWordId, WordTable } from '../../../../src/archive/search/word-table';

describe('the word table', () => {
  it('gives ids in order of first sight, whatever the words are', () => {
    const word = fc.oneof(
      fc.constantFrom('', 'a', 'us', 'at&t', '3.5', 'résumé', '华', 'x'.repeat(64), 'x'.repeat(65)),
      fc.constantFrom('__proto__', 'constructor', 'the', 'signed'),
      fc.stringMatching(/^[a-c0-2]{1,3}$/),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), word), { maxLength: 200 }), (seen) => {
        const table = new WordTable();
        const ids = new Map<string, number>();
        for (const [isHan, text] of seen) {
          const key = `${isHan ? 'han' : 'word'} ${text}`;
          expect(isHan ? table.knownHan(text) : table.known(text)).toBe(ids.get(key));
          const expected = ids.get(key) ?? firstWordId + ids.size;
          const id = isHan ? table.hanId(text) : table.wordId(text);
          expect(id).toBe(expected);
          ids.set(key, id);
          expect(table.word(id)).toBe(text);
          expect(table.isHan(id)).toBe(isHan);
        }
        expect(table.end).toBe(firstWordId + ids.size);
      }),
    );
  });

  it('keeps hundreds of thousands of words apart', () => {
    const table = new WordTable();
    const words = Array.from({ length: 300_000 }, (_, number) => `w${number.toString(36)}`);
    expect(words.every((word, number) => table.wordId(word) === firstWordId + number)).toBe(true);
    expect(words.every((word, number) => table.known(word) === firstWordId + number)).toBe(true);
    expect(table.known('w')).toBeUndefined();
  });

  it('knows stop words and the terms of words', () => {
    const table = new WordTable();
    const ids = ['signing', 'the', 'signed', 'университет', '2020'].map((w) => table.wordId(w));
    const han = table.hanId('华');
    expect(ids.map((id) => table.isStopWord(id))).toEqual([false, true, false, false, false]);
    expect(table.termCount).toBe(0);
    expect(ids.map((id) => table.term(table.termOf(id)))).toEqual([
      ...['sign', 'the', 'sign', 'университет', '2020'],
    ]);
    expect(table.termCount).toBe(4);
    expect(table.isStopWord(han)).toBe(false);
    expect([han, 0, 1, 15, 10_000].map((id) => table.termOf(id))).toEqual([-1, -1, -1, -1, -1]);
    // a word that comes later takes over an id that was asked for before
    expect(table.termOf(table.end)).toBe(-1);
    expect(table.term(table.termOf(table.wordId('later')))).toBe('later');
  });
});
