import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentEncoder } from '../../../../src/archive/search/document-encoder';
import { GrowingUint32 } from '../../../../src/archive/search/index/growing';
import { tokenise } from '../../../../src/archive/search/text-analysis';
import { streamBreak, WordTable } from '../../../../src/archive/search/word-table';

/** What a text holds, as words: "|" parts Han characters that don't touch, "-" joins two words. */
type Reading = readonly string[];

/** The reading that the tokens themselves give. */
function readingOf(text: string): Reading {
  const reading: string[] = [];
  let afterHan = false;
  for (const { kind, text: form, joined, hyphened, accented } of tokenise(text)) {
    if (kind === 'han' && afterHan && !joined) reading.push('|');
    afterHan = kind === 'han';
    const word = `${hyphened ? '-' : ''}${form}`;
    reading.push(`${kind} ${word}${accented === null ? '' : ` (${accented})`}`);
  }
  return reading;
}

class Encoding {
  readonly words = new WordTable();
  readonly #encoder = new DocumentEncoder(this.words);
  readonly #sink = new GrowingUint32();

  readingOf(text: string): Reading {
    const from = this.#sink.length;
    this.#encoder.encode(text, this.#sink);
    const joins = new Set(this.#encoder.hyphenJoins);
    const accents = new Map(this.#encoder.accents);
    return Array.from(this.#sink.view().subarray(from), (id, offset) => {
      if (id === streamBreak) return '|';
      const accented = accents.get(from + offset);
      const form = this.words.word(id);
      const kind = this.words.isHan(id) ? 'han' : 'word';
      const known = kind === 'han' ? this.words.knownHan(form) : this.words.known(form);
      if (known !== id) return `${form} has another id too`;
      const word = `${joins.has(from + offset) ? '-' : ''}${form}`;
      return `${kind} ${word}${accented === undefined ? '' : ` (${accented})`}`;
    });
  }
}

const pieces = [
  ...[
    'U.S.',
    'U.S',
    'e.g.',
    'Sen.',
    'J.',
    'A.B.c',
    '20,000',
    '20,000.5',
    '3.5',
    '2022.08',
    '4.8.2022',
  ],
  ...[
    '1,234,5678',
    'v1.2.5',
    '5G',
    '5',
    '20+8',
    '２０，０００．５',
    '５Ｇ',
    'Ｈｕａｗｅｉ',
    '1.5２',
    '12，３４５',
  ],
  ...[
    'AT&T',
    'R&amp;D',
    'R&D',
    'abcd&e',
    '&',
    '&amp',
    ';',
    'e-mail',
    'state-of-the-art',
    'COVID-19',
    '2022-08-04',
  ],
  ...[
    'don’t',
    "don't",
    "senator's",
    'Senator’S',
    "s'",
    "'s",
    "O'Brien's",
    'donʼt',
    'l＇eau',
    "é's",
    "x's5",
    "a'é",
  ],
  ...[
    'résumé',
    'Résume\u0301',
    'naïve',
    'Straße',
    'İzmir',
    'ŁÓDŹ',
    'λόγος',
    'Привет',
    'й',
    'part\u00adner',
    '\u00ad',
    '\u0301',
  ],
  ...[
    '华为',
    '華為',
    '臺',
    '，',
    '。',
    '校\n  庆',
    '⼤学',
    '𠮷野',
    '葛\u{e0100}',
    'ｶﾞｲﾄﾞ',
    'か\u3099',
    'ー',
    '々',
    '\uff9e',
    '㏠',
  ],
  ...[
    '👍🏽',
    '👨‍👩‍👧',
    '5️⃣',
    '\ud800',
    '\udc00',
    '½',
    'CO₂',
    '①',
    '\u200b',
    '\u0000',
    '\u00a0',
    '—',
    '“',
    '”',
    '…',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '-',
    '‐',
    '‑',
    '－',
    '--',
    '.',
    ',',
    "'",
    '’',
    '(',
    ')',
    '/',
    '_',
    '@',
  ],
  ...[
    'the',
    'A',
    'z',
    'Signed',
    'x'.repeat(70),
    "y'".repeat(40),
    '1'.repeat(66),
    'é'.repeat(70),
    '한국어',
    'สวัสดี',
  ],
];
const mixed = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));

const data = process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data';

function textsOf(file: string): readonly string[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const { title, body } = JSON.parse(line) as { title: string; body: string };
    return `${title}\n${body}`;
  });
}

describe('the encoder', () => {
  it('reads any text as its tokens say, with whatever it has read before', () => {
    const encoding = new Encoding();
    fc.assert(
      fc.property(mixed, (text) => {
        expect(encoding.readingOf(text)).toEqual(readingOf(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('tells for each text alone what is joined and what has accents', () => {
    const encoder = new DocumentEncoder(new WordTable());
    const sink = new GrowingUint32();
    encoder.encode('an e-mail about a résumé', sink);
    expect(encoder.hyphenJoins).toEqual([2]);
    expect(encoder.accents).toEqual([[5, 'résumé']]);
    encoder.encode('the state-run naïveté', sink);
    expect(encoder.hyphenJoins).toEqual([8]);
    expect(encoder.accents).toEqual([[9, 'naïveté']]);
    encoder.encode('plain', sink);
    expect([...encoder.hyphenJoins, ...encoder.accents]).toEqual([]);
    expect(sink.length).toBe(11);
  });

  it('reads a text of a megabyte, with and without spaces, and short ones after it', () => {
    const encoding = new Encoding();
    const words = ['Signed ', 'x', '1.', '华', 'é', "a'"];
    for (const long of words.map((word) => word.repeat(2 ** 18))) {
      expect(encoding.readingOf(long).length).toBe(readingOf(long).length);
      expect(encoding.readingOf('华为 5G’s e-mail')).toEqual(readingOf('华为 5G’s e-mail'));
    }
  });

  it('gives a word one id, however it is written and wherever it stands', () => {
    const encoding = new Encoding();
    const read = encoding.readingOf("Us US us U.S. U.S ＵＳ us's “US” us-us 华us華 us,us");
    expect(new Set(read.map((word) => word.replace('-', '')))).toEqual(
      new Set(['word us', 'han 华']),
    );
    expect(encoding.words.end).toBe(18);
  });
});

describe.each(['releases/senate-10k.jsonl.gz', 'ir/zh_cmrc.docs.jsonl.gz'])('%s', (name) => {
  const file = resolve(data, name);
  it.skipIf(!existsSync(file))('is read as its tokens say', () => {
    const encoding = new Encoding();
    for (const text of textsOf(file)) {
      const read = encoding.readingOf(text).join('\n');
      const expected = readingOf(text).join('\n');
      if (read !== expected) expect(read).toBe(expected);
    }
  });
});
