import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryMatcher } from '../../../../src/archive/search/snippets';
import { tokenise } from '../../../../src/archive/search/text-analysis';
import { parseQuery } from '../../../../src/shared/query';
import { ask, document, found, indexOf, today } from './documents';

const matcherOf = (text: string) => queryMatcher(parseQuery(text, { today, typing: true }));

const word = fc.constantFrom(
  'sign',
  'signed',
  'the',
  'visit',
  '2020',
  'U.S.',
  '华',
  '华为',
  '为华',
  '5G',
  '，',
  '-',
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const han = fc.stringMatching(/^[一丁七，]{0,14}$/);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '“',
        '”',
        '-',
        ' ',
        '「',
        '」',
        'a',
        '华',
        '.',
        '&',
        "'",
        ',',
        '1',
        '\n',
      ),
    )
    .map((c) => c.join('')),
);
const queries = [
  'sign',
  'si',
  'visit 2020 ',
  'the ',
  '华',
  '华为',
  '"华 为"',
  '-visit',
  'sign visit 华为 us 5g ',
];

describe('the index', () => {
  it('answers as a fresh one after any sequence of changes', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      body: fc.option(text),
      tag: text,
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const index = indexOf();
        const state = new Map<string, ReturnType<typeof document>>();
        for (const { id, body, tag } of changes) {
          state.delete(id);
          if (body === null) {
            index.remove(id);
          } else {
            state.set(id, document(id, { body, tags: [tag] }));
            index.put(document(id, { body, tags: [tag] }));
          }
        }
        const fresh = indexOf();
        for (const filed of state.values()) fresh.put(filed);
        expect(index.size).toBe(fresh.size);
        for (const query of queries) {
          expect(ask(index, query)).toEqual(ask(fresh, query));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever is filed or asked', () => {
    fc.assert(
      fc.property(anything, anything, fc.integer(), fc.integer(), (body, query, offset, limit) => {
        const index = indexOf();
        index.put(document('a', { body, headline: query }));
        const answer = ask(index, query, {
          offset: Math.abs(offset),
          limit: Math.abs(limit) % 1000,
        });
        expect(answer.total).toBeLessThanOrEqual(1);
        matcherOf(query).snippetsFor(document('a', body));
      }),
    );
  });

  it('finds a document by any of its tokens', () => {
    fc.assert(
      fc.property(anything, (body) => {
        const index = indexOf();
        index.put(document('a', body));
        for (const { start, end } of tokenise(body)) {
          expect(found(index, body.slice(start, end).replace(/^-/, ''))).toEqual(['a']);
        }
      }),
    );
  });

  it('finds exactly the phrases that a plain reading of the words finds', () => {
    const tokens = fc.array(fc.constantFrom('a', 'the', 'sign', 'signs', 'visit'), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(
        fc.array(tokens, { maxLength: 8 }),
        fc.array(fc.constantFrom('the', 'sign', 'visit'), { minLength: 1, maxLength: 3 }),
        (bodies, phrase) => {
          const index = indexOf();
          bodies.forEach((body, number) => index.put(document(`${number}`, body.join(' '))));
          const expected = bodies.flatMap((body, number) =>
            ` ${body.join(' ')} `.includes(` ${phrase.join(' ')} `) ? [`${number}`] : [],
          );
          expect(found(index, `"${phrase.join(' ')}"`).sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  it('finds exactly the Chinese sequences that the texts hold', () => {
    const sought = fc.stringMatching(/^[一丁七]{1,5}$/);
    fc.assert(
      fc.property(fc.array(han, { maxLength: 8 }), sought, (bodies, sequence) => {
        const index = indexOf();
        bodies.forEach((body, number) => index.put(document(`${number}`, body)));
        const expected = bodies.flatMap((body, number) =>
          body.includes(sequence) ? [`${number}`] : [],
        );
        expect(found(index, `"${sequence}"`).sort()).toEqual(expected.sort());
        if (expected.length > 0) expect(found(index, sequence).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('survives a whole book as a query', () => {
    const index = indexOf();
    index.put(document('a', 'chapter word77 华为'));
    const words = Array.from({ length: 150_000 }, (_, number) => `word${number}`).join(' ');
    expect(found(index, words)).toEqual(['a']);
    expect(found(index, `${'章'.repeat(200_000)}，华为`)).toEqual(['a']);
    // Nothing is asked for yet, so nothing is left out.
    expect(found(index, '"'.repeat(300_001))).toEqual(['a']);
  });

  it('survives a megabyte without a space, right-to-left text and emoji', () => {
    const index = indexOf();
    index.put(document('long', `${'x'.repeat(2 ** 20)} rector`));
    index.put(document('han', '华'.repeat(2 ** 18)));
    index.put(document('digits', '1'.repeat(2 ** 20)));
    index.put(document('arabic', 'وقّعت الجامعة اتفاقية مع هواوي 🎉'));
    expect(found(index, 'rector')).toEqual(['long']);
    expect(found(index, 'x'.repeat(2 ** 20))).toEqual(['long']);
    expect(found(index, '华华华华')).toEqual(['han']);
    expect(found(index, 'هواوي')).toEqual(['arabic']);
    expect(found(index, '🎉')).toEqual([]);
    expect(
      matcherOf('rector').snippetsFor(document('long', `${'x'.repeat(2 ** 20)} rector`)),
    ).toHaveLength(1);
    expect(matcherOf('华华').snippetsFor(document('han', '华'.repeat(2 ** 18)))).not.toEqual([]);
  });
});

describe('marking', () => {
  it('cuts a text without losing or adding a character', () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), fc.oneof(text, anything), (marked, query) => {
        const segments = matcherOf(query).markAll(marked, 'body');
        expect(segments.map((segment) => segment.text).join('')).toBe(marked);
        for (const segment of segments) expect(segment.text).not.toBe('');
      }),
    );
  });

  it('shows only what stands in the document', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 150 }), text, (words, query) => {
        const body = words.join(' ');
        for (const { segments } of matcherOf(query).snippetsFor(document('a', body), 60)) {
          const shown = segments.map((segment) => segment.text).join('');
          expect(body).toContain(shown.replace(/^…|…$/g, ''));
          expect(shown.length).toBeLessThanOrEqual(62);
          expect(segments.some((segment) => segment.hit)).toBe(true);
        }
      }),
    );
  });
});
