import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Confidence, ParsedEmbargo } from '../../../../../src/shared/parsed-release';
import { chineseText, englishText, read } from '../reading';

const headline = 'Harbour workshop opens its doors';
const hanHeadline = '港口工坊正式对外开放';

const release = (line: string): string => `${line}\n\n${headline}\n\n${englishText}\n`;
const hanRelease = (line: string): string => `${line}\n\n${hanHeadline}\n\n${chineseText}\n`;

type Case = readonly [
  line: string,
  date: string | null,
  time: string | null,
  zone: string | null,
  confidence?: Confidence,
];

const english: readonly Case[] = [
  ['EMBARGOED UNTIL 00:01 GMT, 5 August 2026', '2026-08-05', '00:01', 'UTC', 'medium'],
  ['EMBARGOED UNTIL 00:01 GMT, 5 December 2026', '2026-12-05', '00:01', 'UTC'],
  ['EMBARGOED UNTIL 00:01 BST, 5 August 2026', '2026-08-05', '00:01', 'Europe/London'],
  ['Embargo: 14:00 CET Tuesday 4 March 2025', '2025-03-04', '14:00', 'Europe/Berlin'],
  [
    'Not for publication before 9 a.m. EDT on August 5, 2026',
    '2026-08-05',
    '09:00',
    'America/New_York',
  ],
  ['STRICTLY EMBARGOED UNTIL 14.00 CEST ON 4 JUNE 2025', '2025-06-04', '14:00', 'Europe/Berlin'],
  ['Under embargo until 0001 hrs GMT 5 December 2026', '2026-12-05', '00:01', 'UTC'],
  [
    'EMBARGOED UNTIL: Wednesday, August 5, 2026, 9:00 AM ET',
    '2026-08-05',
    '09:00',
    'America/New_York',
  ],
  ['Embargoed until 5 August 2026, 09:00 Beijing time', '2026-08-05', '09:00', 'Asia/Shanghai'],
  [
    'Embargoed until 5 August 2026, 09:00 (Hong Kong time)',
    '2026-08-05',
    '09:00',
    'Asia/Hong_Kong',
  ],
  ['Embargoed until 5 August 2026, 09:00 London time', '2026-08-05', '09:00', 'Europe/London'],
  ['Embargoed until noon UTC+2 on 5 August 2026', '2026-08-05', '12:00', 'Etc/GMT-2'],
  ['*** EMBARGOED UNTIL 2026-08-05 10:00 UTC ***', '2026-08-05', '10:00', 'UTC'],
  ['[Embargoed until 5 August 2026, 16:30 JST]', '2026-08-05', '16:30', 'Asia/Tokyo'],
  [
    'PRESS RELEASE – EMBARGOED UNTIL 10:00 PDT, 5 August 2026',
    '2026-08-05',
    '10:00',
    'America/Los_Angeles',
  ],
  [
    'Not to be released before 10:00 PST, 5 January 2026',
    '2026-01-05',
    '10:00',
    'America/Los_Angeles',
  ],
  ['Embargoed until 10:00 CST (Beijing) on 5 August 2026', '2026-08-05', '10:00', 'Asia/Shanghai'],
];

const han: readonly Case[] = [
  ['北京时间2026年8月5日上午9时前请勿发布', '2026-08-05', '09:00', 'Asia/Shanghai'],
  ['（北京时间2026年8月5日下午3点半前禁止发布）', '2026-08-05', '15:30', 'Asia/Shanghai'],
  ['请勿在北京时间2026年8月5日9:00前对外发布。', '2026-08-05', '09:00', 'Asia/Shanghai'],
  ['发布禁令至2026年8月5日9:00（北京时间）', '2026-08-05', '09:00', 'Asia/Shanghai'],
  ['禁发期至：2026年8月5日 09:00（香港时间）', '2026-08-05', '09:00', 'Asia/Hong_Kong'],
];

/** What the text leaves open stays open. */
const partial: readonly Case[] = [
  ['EMBARGOED UNTIL 5 August 2026', '2026-08-05', null, null],
  ['EMBARGOED UNTIL 09:00, 5 August 2026', '2026-08-05', '09:00', null],
  ['EMBARGOED UNTIL 09:00 CST, 5 August 2026', '2026-08-05', '09:00', null],
  ['EMBARGOED UNTIL 09:00 CET, 5 August 2026', '2026-08-05', '09:00', null],
  ['EMBARGOED UNTIL 09:00 GMT, 5 August', null, '09:00', 'UTC'],
  ['EMBARGOED UNTIL midnight BST, 5 August 2026', '2026-08-05', null, 'Europe/London'],
  ['STRICTLY EMBARGOED', null, null, null],
];
const hanPartial: readonly Case[] = [
  ['2026年8月5日上午9时前请勿发布', '2026-08-05', '09:00', null],
  ['8月5日上午9时前禁止发布', null, '09:00', null],
  ['请于2026年8月5日之前不得对外发布', '2026-08-05', null, null],
];

const named = (cases: readonly Case[]) => cases.map((each) => ({ line: each[0], each }));

function expectRead(text: string, [line, date, time, zone, confidence]: Case): void {
  const { embargo } = read(text);
  expect(embargo?.value).toEqual({ date, time, zone } satisfies ParsedEmbargo);
  const isWhole = date !== null && time !== null && zone !== null;
  expect(embargo?.confidence).toBe(confidence ?? (isWhole ? 'high' : 'low'));
  const marked = text.slice(embargo?.span.start, embargo?.span.end);
  expect(line).toContain(marked);
  expect(marked.length).toBeGreaterThan(line.length * 0.6);
}

describe('an embargo', () => {
  it.each(named(english))('is read from “$line”', ({ line, each }) => {
    expectRead(release(line), each);
    expect(read(release(line)).headline?.value).toBe(headline);
    expect(read(release(line)).paragraphs.map(({ value }) => value)).toEqual([englishText]);
  });

  it.each(named(han))('is read from “$line”', ({ line, each }) => {
    expectRead(hanRelease(line), each);
    expect(read(hanRelease(line)).headline?.value).toBe(hanHeadline);
    expect(read(hanRelease(line)).paragraphs.map(({ value }) => value)).toEqual([chineseText]);
  });

  it.each(named(partial))(
    'that leaves something open is read as far as it goes: “$line”',
    ({ line, each }) => {
      expectRead(release(line), each);
    },
  );

  it.each(named(hanPartial))('… “$line”', ({ line, each }) => {
    expectRead(hanRelease(line), each);
  });

  it('may stand on two lines', () => {
    const text = release('EMBARGOED UNTIL:\n10:00 BST, Wednesday 5 August 2026');
    const { embargo, headline: found } = read(text);
    expect(embargo?.value).toEqual({ date: '2026-08-05', time: '10:00', zone: 'Europe/London' });
    expect(found?.value).toBe(headline);
  });

  it('dates the release where nothing else does', () => {
    const line = 'EMBARGOED UNTIL 00:01 BST, 5 August 2026';
    expect(read(release(line)).publicationDate).toMatchObject({
      value: '2026-08-05',
      confidence: 'medium',
    });
    const dated = read(`${line}\n\n${headline}\n\n3 August 2026\n\n${englishText}\n`);
    expect(dated.publicationDate?.value).toBe('2026-08-03');
  });

  it.each([
    'Arms embargo lifted on 5 August 2026',
    'Embargo on sand exports ends on 5 August 2026',
    'The workshop must not be used before 5 August 2026, when the paint has dried on its floor.',
    '自8月5日起，不得使用旧仓库的东门，新仓库的西门同日启用',
    '五月五日前完成，八月五日起对外开放',
  ])('is not what “%s” speaks of', (line) => {
    expect(read(release(line)).embargo).toBeNull();
  });

  it('is none where the text speaks of embargoes further down', () => {
    const text = `${headline}\n\n${englishText}\n\nEmbargoes were common in the harbour until 5 August 1926, when the last one ended at noon.\n`;
    expect(read(text).embargo).toBeNull();
  });

  it('has its span inside the text, whatever stands around it', () => {
    const lines = [...english, ...han, ...partial, ...hanPartial].map(([line]) => line);
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (line, before, after) => {
          const text = `${before}${line}${after}`;
          const { embargo } = read(text);
          if (embargo === null) return;
          expect(embargo.span.start).toBeGreaterThanOrEqual(0);
          expect(embargo.span.end).toBeLessThanOrEqual(text.length);
          expect(embargo.span.start).toBeLessThan(embargo.span.end);
        },
      ),
    );
  });
});
