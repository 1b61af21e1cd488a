import { describe, expect, it } from 'vitest';
import { barLines } from '../../../src/cli/format/bars';
import { bytesText } from '../../../src/cli/format/bytes';
import { displayWidth, padColumns } from '../../../src/cli/format/display-width';
import { countOf, fieldLines, numbered } from '../../../src/cli/format/fields';
import { facetLines } from '../../../src/cli/format/facet-lines';
import { hitLines, suggestionLine, totalLine } from '../../../src/cli/format/hit-lines';
import { partnerLines } from '../../../src/cli/format/partner-lines';
import { queryNoteSentence } from '../../../src/cli/format/query-note-sentence';
import { readOnlySentence } from '../../../src/cli/format/read-only-sentence';
import { releaseLines } from '../../../src/cli/format/release-text';
import { remarkSentence } from '../../../src/cli/format/remark-sentence';
import { embargoAt } from '../../../src/shared/embargo';
import type { PackRemark } from '../../../src/shared/press-pack';
import { parseQuery } from '../../../src/shared/query';
import { emptyReleaseContent, type Release } from '../../../src/shared/release';
import type { FindHit } from '../../../src/shared/search';

describe('fields', () => {
  it('stand in one column, further lines below the first', () => {
    const lines = fieldLines([
      ['headline', 'A bridge opens'],
      ['captions', numbered(['The ribbon', 'The crowd'])],
    ]);
    expect(lines).toEqual([
      '  headline  A bridge opens',
      '  captions  1. The ribbon',
      '            2. The crowd',
    ]);
  });

  it('without a value are left out and make nothing wider', () => {
    expect(
      fieldLines(
        [
          ['a', 'x'],
          ['a long label', ''],
          ['people', []],
        ],
        '',
      ),
    ).toEqual(['a  x']);
  });
});

describe('counts and sizes', () => {
  it('are in words', () => {
    expect(countOf(1, 'file')).toBe('1 file');
    expect(countOf(1_204, 'file')).toBe('1,204 files');
    expect(countOf(0, 'copy', 'copies')).toBe('0 copies');
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [5_368_709_120, '5.4 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

describe('bars', () => {
  it('are as long as their share of the most, and never vanish', () => {
    const bars = [
      { label: '2024', count: 100 },
      { label: '2023', count: 50 },
      { label: '2022', count: 1 },
      { label: '2021', count: 0 },
    ];
    expect(barLines(bars, 10)).toEqual([
      '2024  100  ██████████',
      '2023   50  █████',
      '2022    1  █',
      '2021    0',
    ]);
  });

  it('of nothing are nothing', () => {
    expect(barLines([])).toEqual([]);
  });
});

describe('partners', () => {
  it('line up although Chinese characters take two columns', () => {
    expect(displayWidth('华为5G')).toBe(6);
    expect(padColumns('华为', 6)).toBe('华为  ');
    const partner = { kind: 'other', country: '', note: '', aliases: [] } as const;
    const lines = partnerLines([
      { ...partner, id: '1', name: '北风', releaseCount: 12, lastMention: '2024-01-01' },
      { ...partner, id: '2', name: 'Acme', releaseCount: 3, lastMention: null },
    ]);
    expect(lines).toEqual(['北风  12  2024-01-01', 'Acme   3  -']);
  });
});

describe('a hit', () => {
  const hit: FindHit = {
    release: {
      id: '0190-1',
      headline: 'A bridge opens',
      language: 'en',
      status: 'filed',
      publicationDate: null,
      eventDate: null,
      partnerIds: [],
      tags: [],
      photoCount: 0,
      leadPhotoId: null,
      excerpt: '',
      deletedAt: null,
      embargo: null,
      isInStory: false,
    },
    headline: [
      { text: 'A ', hit: false },
      { text: 'bridge', hit: true },
      { text: ' opens', hit: false },
    ],
    snippets: [
      { field: 'headline', segments: [{ text: 'A bridge opens', hit: true }] },
      { field: 'body', segments: [{ text: 'The\n\nbridge', hit: true }] },
    ],
  };

  it('shows its hits by the emphasis given, each snippet on one line, the headline once', () => {
    expect(hitLines(hit, 7, 2, (text) => `<${text}>`)).toEqual([
      ' 7  undated     A <bridge> opens',
      '    body: <The bridge>',
      '    0190-1',
    ]);
  });

  const page = { complete: 30, facets: null, months: null, suggestion: null };

  it('is counted, with the part that is shown', () => {
    expect(totalLine({ ...page, hits: [hit], total: 1, complete: 1, tookMs: 0.4 }, 0)).toBe(
      '1 release, 1 ms',
    );
    expect(totalLine({ ...page, hits: [hit], total: 30, tookMs: 3 }, 20)).toBe(
      '30 releases, 21 to 21 shown, 3 ms',
    );
    expect(totalLine({ ...page, hits: [], total: 30, tookMs: 3 }, 50)).toBe(
      '30 releases, none shown, 3 ms',
    );
  });

  it('says how many have all that was asked for', () => {
    const found = { ...page, hits: [hit], total: 1_052, tookMs: 3 };
    expect(totalLine({ ...found, complete: 12 }, 0)).toBe(
      '1,052 releases, 12 with all the words, 1,040 with some, 1 to 1 shown, 3 ms',
    );
    expect(totalLine({ ...found, complete: 0, total: 1 }, 0)).toBe(
      '1 release, none with all the words, 3 ms',
    );
  });

  it('is asked for in other words', () => {
    const segments = [
      { text: 'opening ', hit: false },
      { text: 'bridge', hit: true },
    ];
    expect(suggestionLine({ text: 'opening bridge', segments }, (text) => `<${text}>`)).toBe(
      'Did you mean: opening <bridge>',
    );
  });
});

describe('facets', () => {
  const none = { year: [], partner: [], tag: [], person: [], status: [], language: [] };

  it('stand one a line, partners by their names, those without a value left out', () => {
    const facets = {
      ...none,
      year: [
        { value: '2023', count: 1_204 },
        { value: '2022', count: 1 },
      ],
      partner: [{ value: 'p1', count: 2 }],
    };
    expect(facetLines(facets, (id) => (id === 'p1' ? 'Northwind\nFoundation' : ''))).toEqual([
      'year     2023 (1,204)  2022 (1)',
      'partner  Northwind Foundation (2)',
    ]);
    expect(facetLines(none, String)).toEqual([]);
  });

  it('of many values show the first ten', () => {
    const tag = Array.from({ length: 12 }, (_, at) => ({ value: `t${at}`, count: 3 }));
    expect(facetLines({ ...none, tag }, String).join('')).toMatch(
      /^tag {2}t0 \(3\) .* t9 \(3\) {2}and 2 others$/,
    );
  });
});

describe('notes on a query', () => {
  const notesOn = (text: string): readonly string[] =>
    parseQuery(text, { today: '2026-06-15', typing: false }).notes.map(queryNoteSentence);

  it.each([
    ['colour:red', 'colour:red was searched as words, since there is no such field.'],
    ['status:open', 'status:open was searched as words, since the field has no such value.'],
    ['date:2022-02-30', 'date:2022-02-30 was searched as words, since there is no such date.'],
    ['"radio net', '"radio net was searched as words, since its quotation mark is not closed.'],
    ['(radio net', '(radio net has a parenthesis that is not closed; it ends with the query.'],
    ['radio NOT', 'NOT leaves out nothing, since nothing follows it.'],
    [
      `${'('.repeat(30)}b${')'.repeat(30)}`,
      'So many parentheses within each other were not kept apart.',
    ],
  ])('are sentences: %s', (text, sentence) => {
    expect(notesOn(text)).toEqual([sentence]);
  });

  it('repeat no more than the beginning of a long piece, on one line', () => {
    expect(notesOn(`"${'word '.repeat(19)}`)).toEqual([
      `"${'word '.repeat(12).slice(0, 59)}… was searched as words, since its quotation mark is not closed.`,
    ]);
  });
});

describe('sentences', () => {
  it('say why an archive is read-only', () => {
    const reason = {
      why: 'locked',
      host: 'desk',
      user: '',
      since: '9:00',
      lastSeen: null,
      free: false,
      canTakeOver: false,
      changed: false,
    } as const;
    expect(readOnlySentence(reason)).toBe(
      'The archive is open for reading only: somebody on desk has had it open since 9:00.',
    );
  });

  const kinds: readonly PackRemark['kind'][] = [
    'release-missing',
    'release-in-trash',
    'release-withdrawn',
    'release-draft',
    'photo-without-caption',
    'photo-without-credit',
    'photo-without-alt-text',
  ];
  it.each(kinds)('name what the remark %s is about', (kind) => {
    const sentence = remarkSentence({ kind, releaseId: null, photoId: null, name: 'The name' });
    expect(sentence).toMatch(/^[A-Z"].*The name.*\.$/);
  });
});

describe('an embargo on the terminal', () => {
  const embargo = embargoAt('2126-08-05T00:01', 'Europe/London');
  const over = embargoAt('2020-08-05T00:01', 'Europe/London');
  const release: Release = {
    ...emptyReleaseContent,
    id: '0190-1',
    revision: 1,
    createdAt: '',
    modifiedAt: '',
    deletedAt: null,
    source: null,
    embargo,
  };
  const shown = (changes: Partial<Release>): string =>
    releaseLines({ release: { ...release, ...changes }, partners: [], photos: [] }).join('\n');

  it('stands among the fields of a release, and says whether it still holds', () => {
    expect(shown({})).toMatch(
      /^embargo +until 2126-08-05 00:01 Europe\/London \(2126-08-04 23:01 UTC\)$/m,
    );
    expect(shown({ embargo: over })).toMatch(/^embargo +ended 2020-08-05 00:01 Europe\/London/m);
    expect(shown({ status: 'draft' })).toMatch(/UTC\), not in force$/m);
    expect(shown({ embargo: null })).not.toContain('embargo');
  });
});
