import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueryMatcher } from '../../../../src/archive/search/query-matcher';
import { QueryNeedles } from '../../../../src/archive/search/query-needles';
import { QuickMatcher } from '../../../../src/archive/search/quick-matcher';
import { termOf } from '../../../../src/archive/search/stemming';
import { tokenise } from '../../../../src/archive/search/text-analysis';
import { beginningOfWords } from '../../../../src/archive/search/word-beginnings';
import type { ParsedQuery, QueryNode } from '../../../../src/shared/query/query';
import { pasted, phrase, query, words } from './query-nodes';

const quick = (asked: ParsedQuery, text: string) =>
  new QuickMatcher(new QueryNeedles(asked).inField('body')).in(text);
const whole = (asked: ParsedQuery, text: string) =>
  new QueryMatcher(new QueryNeedles(asked).inField('body')).in(text);

const releasesFile = resolve(
  process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data',
  'releases/senate-10k.jsonl.gz',
);

/** What a text is made of, and queries: with everything that may stand inside a word. */
const piece = fc.constantFrom(
  ...['sign', 'signed', 'Signing', 'the', 'of', 'e', 'mail', 'email', 'e-mail', 'e‐mail', 'E-Mail'],
  ...[
    'U.S.',
    'u.s',
    'us',
    'U.S.-China',
    'uschina',
    'U.',
    'S',
    '20,000',
    '20000',
    '20',
    '3.5',
    '5G',
  ],
  ...['don’t', "don't", 'dont', 'senator’s', "senator's", 'senators', 'it’s', 'O’Neil', 'oneil'],
  ...['AT&T', 'at', 't', 'R&D', 'AT&amp;T', 'rock’n’roll', 'rocknroll', "I's-mail", "it's-a"],
  ...['well-known', 'wellknown', 'known', 'well', '_sign', 'sign_', 'dying', 'die', 'skies', 'sky'],
  ...['possibility', 'possible', 'happy', 'happier', 'hoping', 'hope', 'Zürich', 'zurich', 'naïve'],
  ...['华为', '华', '5', '—', '“', '”', '…', '.', ',', "'", '’', '-', '\n', '\r\n', ' ', '\u00a0'],
  ...['\u00ad', 'ｆｕｌｌ', 'full', '🎉', '𝐀', 'а', 'Москва', '①', 'sign\u0301ed', 'ﬁnd', 'find'],
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '\n', '-')), { maxLength: 40 })
  .map((parts) => parts.map(([part, space]) => part + space).join(''));
const node: fc.Arbitrary<QueryNode> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(piece, piece).map(([a]) => words(a)) },
  fc.tuple(piece, fc.constantFrom('', '-', '+')).map(([a, b]) => words(a + b + a)),
  piece.map((part) => words(part, 'asked')),
  fc.tuple(piece, piece).map(([a, b]) => words(a + b, 'typing')),
  fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => phrase(parts.join(' '))),
);
const asked = fc
  .tuple(fc.array(node, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([nodes, isPasted]) => (isPasted ? pasted(...nodes) : query(...nodes)));

describe('matching without reading every word', () => {
  it('finds exactly what reading every word finds', () => {
    fc.assert(
      fc.property(asked, text, (wanted, body) => {
        expect(quick(wanted, body)).toEqual(whole(wanted, body));
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds exactly that in texts of any signs', () => {
    const signs = fc
      .array(fc.constantFrom(...Array.from("aAsStTuU12,.'’-‐&_ \né华為́ſ")), { maxLength: 24 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(signs, signs, fc.boolean(), (wanted, body, isPhrase) => {
        const nodes = isPhrase ? [phrase(wanted)] : [words(wanted), words(wanted, 'asked')];
        expect(quick(query(...nodes), body)).toEqual(whole(query(...nodes), body));
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds exactly that in Chinese texts of any signs', () => {
    const sign = fc.constantFrom(
      ...Array.from('学校校企业企業华華為为⼀一學ががｶﾞカー㐀𠀀𠀁5５A𝐀s'),
      ...Array.from("。，、；．：「」—…,.-'’&;_/ \n\r\t\u3000\u00ad\ufe00é"),
    );
    const signs = (most: number) =>
      fc.array(sign, { maxLength: most }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(signs(6), signs(40), fc.nat({ max: 3 }), (wanted, body, kind) => {
        const node = [
          words(wanted),
          words(wanted, 'asked'),
          phrase(wanted),
          words(`${wanted} 学校`),
        ];
        const asking = query(node[kind] ?? words(wanted));
        const text = `${body}${wanted}${body}`;
        expect(quick(asking, body)).toEqual(whole(asking, body));
        expect(quick(asking, text)).toEqual(whole(asking, text));
      }),
      { numRuns: 3_000 },
    );
  });

  it.skipIf(!existsSync(releasesFile))('finds exactly that in real releases', () => {
    const lines = gunzipSync(readFileSync(releasesFile)).toString('utf8').split('\n', 400);
    const bodies = lines.map((line) => (JSON.parse(line) as { body: string }).body);
    let matches = 0;
    bodies.forEach((body, number) => {
      const other = tokenise(bodies[(number * 7 + 1) % bodies.length] ?? '');
      const [first = 'the', second = 'of', third = 'a'] = [3, 9, 20].map(
        (at) => other[(at * 13 + number) % Math.max(1, other.length)]?.text,
      );
      const own = tokenise(body)
        .slice(number % 50, (number % 50) + 3)
        .map((token) => token.text)
        .join(' ');
      const wanted = query(words(first), words(second, 'typing'), words(third), phrase(own));
      const found = quick(wanted, body);
      expect(found).toEqual(whole(wanted, body));
      matches += found.length;
    });
    expect(matches).toBeGreaterThan(bodies.length);
  });
});

describe('the beginning of words with one stem', () => {
  it.each([
    'dying',
    'lying',
    'skies',
    'idly',
    'gently',
    'early',
    'possibility',
    'hoping',
    'happily',
  ])('%s begins so', (word) => {
    expect(word.startsWith(beginningOfWords(termOf(word)))).toBe(true);
  });

  it('is that of whatever words', () => {
    const word = fc.stringMatching(
      /^[a-z]{1,6}(|s|es|ies|ied|ing|ed|y|ly|bly|bility|ational|ization|fulness|iveness|alism|logi)$/,
    );
    fc.assert(
      fc.property(word, (made) => {
        expect(made.startsWith(beginningOfWords(termOf(made)))).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it.skipIf(!existsSync(releasesFile))('is that of all words of real releases', () => {
    const body = gunzipSync(readFileSync(releasesFile)).toString('utf8').toLowerCase();
    const others = new Set(body.match(/[a-z]{3,}/g));
    expect(others.size).toBeGreaterThan(10_000);
    const wrong = [...others].filter((word) => !word.startsWith(beginningOfWords(termOf(word))));
    expect(wrong).toEqual([]);
  });
});
