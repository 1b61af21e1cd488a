import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { decode } from 'fast-png';
import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';
import { ArchiveError } from '../../../../../../src/archive/errors';
import { pdfReader } from '../../../../../../src/archive/importing/readers/pdf/pdf-reader';
import { tidyText } from '../../../../../../src/archive/importing/readers/pdf/tidy-text';
import { inspectPhoto } from '../../../../../../src/archive/photos/photo-inspection';
import type { ReadRelease } from '../../../../../../src/archive/importing/readers/reader';
import { alone, codeOf, given, readAll, releasesOf, testData } from '../read-all';
import { makePdf, paragraph, textPage, type MadePage } from './make-pdf';

async function read(bytes: Uint8Array, name = 'a.pdf'): Promise<ReadRelease> {
  const [release] = releasesOf(await readAll(pdfReader, given(name, bytes)));
  if (release === undefined) throw new Error('no release');
  return release;
}

const made = (pages: readonly MadePage[], info?: string): Promise<ReadRelease> =>
  read(makePdf(pages, info));

/** A line is 70 letters of 6 points wide; the text block ends 490 points from the left. */
const first = [
  'GENEVA, 4 August 2022 - The university and its partner opened a joint',
  'laboratory for industrial robotics, in which forty researchers of both',
  'sides will work on well-known questions. It will admit students from',
  'the autumn.',
];
const second = [
  'The partners had prepared the project for more than two years and have',
  'agreed on a budget for the next five, said the dean of the faculty.',
];

describe('the text of a PDF', () => {
  test('has its title, paragraphs and headings', async () => {
    const release = await made([
      textPage([
        { text: 'University opens laboratory', y: 780, size: 20 },
        { text: 'for robotics', y: 757, size: 20 },
        ...paragraph(first, 720),
        ...paragraph(second, 655),
        { text: 'About the university', y: 610, size: 14 },
        ...paragraph(['It was founded in 1559.'], 590),
      ]),
    ]);
    expect(release.title).toBe('University opens laboratory for robotics');
    expect(release.body).toBe(
      [
        first.join(' '),
        second.join(' '),
        '## About the university',
        'It was founded in 1559.',
      ].join('\n\n'),
    );
    expect(release).toMatchObject({
      byline: '',
      publicationDate: null,
      status: 'filed',
      remarks: [],
    });
  });

  test('parts paragraphs by their last lines and by indents where no gap does', async () => {
    const bySize = await made([textPage(paragraph([...first, ...second], 720))]);
    expect(bySize.body).toBe([first.join(' '), second.join(' ')].join('\n\n'));
    const full = [
      ...first.slice(0, 3),
      'the autumn term, which begins in the second week of September 2022.',
    ];
    const indented = await made([
      textPage([
        ...paragraph(full, 720),
        { text: second[0] ?? '', x: 90, y: 664 },
        { text: second[1] ?? '', y: 650 },
      ]),
    ]);
    expect(indented.body).toBe([full.join(' '), second.join(' ')].join('\n\n'));
  });

  test('keeps a centred line apart from the paragraph below it', async () => {
    const line = { text: 'Published on 4 August 2022', x: 200, y: 714 };
    const { body } = await made([textPage([line, ...paragraph([...first, ...second], 700)])]);
    expect(body.split('\n\n')[0]).toBe(line.text);
  });

  test('rejoins words that were parted, and keeps the hyphens of words', async () => {
    const { body } = await made([
      textPage(
        paragraph(
          [
            'The long-term programme of the partners is about the international-',
            'isation of teaching, and about research into energy of the long-',
            'term kind that both of the partners have planned for many years now.',
          ],
          700,
        ),
      ),
    ]);
    expect(body).toContain('the internationalisation of');
    expect(body).toContain('the long-term kind');
  });

  test('is read column by column below a line across both', async () => {
    const line = (side: string, n: number): string => `${side} column line ${n} with words`;
    const rows = Array.from({ length: 12 }, (_, n) => n);
    const { body } = await made([
      textPage([
        { text: 'A headline that goes across both of the columns', y: 780, size: 16 },
        ...rows.map((n) => ({ text: line('left', n), x: 60, y: 740 - n * 12 })),
        ...rows.map((n) => ({ text: line('right', n), x: 310, y: 744 - n * 12 })),
      ]),
    ]);
    expect(body.indexOf('left column line 11')).toBeLessThan(body.indexOf('right column line 0'));
    expect(body.indexOf('left column line 11')).toBeGreaterThan(0);
  });

  test('keeps the rows of a table', async () => {
    const rows = ['09:00', '10:00', '11:00', '12:00', '13:00'];
    const { body } = await made([
      textPage([
        ...paragraph(first, 760),
        ...rows.flatMap((hour, n) => [
          { text: hour, x: 70, y: 680 - n * 14 },
          { text: `Lecture ${n}`, x: 180, y: 680 - n * 14 },
          { text: `Room ${n}`, x: 400, y: 680 - n * 14 },
        ]),
      ]),
    ]);
    expect(body).toContain('09:00 Lecture 0 Room 0\\\n10:00 Lecture 1 Room 1\\\n');
  });

  test('leaves out what repeats on its pages, and goes on over their ends', async () => {
    const page = (n: number, lines: readonly string[]): MadePage =>
      textPage([
        { text: 'University of Examples - Communications', y: 815, size: 8 },
        ...paragraph(lines, 700),
        { text: `Page ${n} of 3`, y: 30, size: 8 },
      ]);
    const { body } = await made([
      page(1, first.slice(0, 2)),
      page(2, [...first.slice(2, 4), ...second]),
      page(3, ['Nothing else was announced.']),
    ]);
    expect(body).toBe(
      [first.join(' '), second.join(' '), 'Nothing else was announced.'].join('\n\n'),
    );
  });

  test('is marked so that no sign of it turns into Markdown', async () => {
    const { body } = await made([textPage([{ text: '# 1. *not* [bold](x) <b>', y: 700 }])]);
    expect(body).toBe('\\# 1. \\*not\\* [bold]\\(x) \\<b>');
  });

  test.each([
    ['Microsoft Word - release_v3.doc', ''],
    ['release.indd', ''],
    ['A joint laboratory for robotics', 'A joint laboratory for robotics'],
  ])('has the title %s from the document only where a person wrote it', async (title, expected) => {
    const release = await made([textPage(paragraph(first, 700))], `/Title(${title})`);
    expect(release.title).toBe(expected);
  });

  test('has no label for a title', async () => {
    const release = await made([
      textPage([
        { text: 'PRESS RELEASE', y: 800, size: 28 },
        { text: 'University opens laboratory', y: 760, size: 18 },
        ...paragraph(first, 700),
      ]),
    ]);
    expect(release.title).toBe('University opens laboratory');
    expect(release.body).toContain('PRESS RELEASE');
  });
});

describe('the pictures of a PDF', () => {
  const photo = (shade: number, y: number) => ({
    x: 70,
    y,
    width: 200,
    height: 120,
    pixels: 80,
    shade,
  });

  test('stand where they stood, as PNG, icons left out', async () => {
    const release = await made([
      textPage(
        [...paragraph(first, 760), ...paragraph(second, 500)],
        [photo(120, 560), { ...photo(9, 400), pixels: 20 }],
      ),
    ]);
    expect(release.body).toBe([first.join(' '), '![](image:0)', second.join(' ')].join('\n\n'));
    expect(release.images.map(({ fileName }) => fileName)).toEqual(['picture-1.png']);
    const png = decode(release.images[0]?.bytes ?? new Uint8Array());
    expect([png.width, png.height, png.channels, png.data[0]]).toEqual([80, 80, 3, 120]);
  });

  test('come once each; a logo on every page does not come at all', async () => {
    const logo = { ...photo(50, 780), width: 50, height: 50 };
    const release = await made([
      textPage(paragraph(first, 700), [logo, photo(1, 500), photo(1, 300)]),
      textPage(paragraph(second, 700), [logo, photo(2, 500)]),
      textPage(paragraph(['The end.'], 700), [logo]),
    ]);
    expect(release.images).toHaveLength(2);
    expect(release.body.match(/image:\d/g)).toEqual(['image:0', 'image:1']);
  });
});

describe('a photo in a PDF', () => {
  test('comes out as the very JPEG that went in', async () => {
    const photos = join(import.meta.dirname, '../../../../../../resources/sample/photos');
    const jpeg = new Uint8Array(readFileSync(join(photos, 'exhibition.jpg')));
    const { width, height } = imageSize(jpeg);
    const image = { x: 70, y: 400, width: 300, height: 200, pixels: 0, shade: 0 };
    const { images } = await made([
      textPage(paragraph(first, 700), [{ ...image, jpeg: { bytes: jpeg, width, height } }]),
    ]);
    expect(images.map(({ fileName }) => fileName)).toEqual(['picture-1.jpg']);
    expect(inspectPhoto(images[0]?.bytes ?? jpeg)).toEqual({ format: 'jpg', width, height });
    expect(Buffer.from(images[0]?.bytes ?? []).equals(jpeg)).toBe(true);
  });
});

test('names in Chinese keep the blank between them; lines that were pushed apart lose theirs', () => {
  expect(tidyText('签约仪式现场（张磊 摄）')).toBe('签约仪式现场（张磊 摄）');
  expect(tidyText('深 圳 职 业 大 学')).toBe('深圳职业大学');
  expect(tidyText('⼤学校⻓')).toBe('大学校长');
});

describe('a PDF that is no text', () => {
  test('says that it is a scanned picture, or that it is empty', async () => {
    const scan = makePdf([
      textPage([], [{ x: 0, y: 0, width: 595, height: 842, pixels: 200, shade: 200 }]),
    ]);
    await expect(readAll(pdfReader, given('scan.pdf', scan))).rejects.toThrow(
      'scan.pdf is a scanned picture without text.',
    );
    expect(await codeOf(pdfReader, given('a.pdf', makePdf([textPage([])])))).toBe(
      'file-without-text',
    );
  });

  test('is unreadable where the letters have lost their meaning', async () => {
    const shifted = (text: string): string =>
      text.replaceAll(/[!-~]/g, (sign) =>
        String.fromCharCode(Math.max(33, sign.charCodeAt(0) - 29)),
      );
    const page = textPage(paragraph([...first, ...second].map(shifted), 700));
    expect(await codeOf(pdfReader, given('a.pdf', makePdf([page])))).toBe('file-unreadable');
  });

  test('is damaged, unless it can be mended', async () => {
    expect(await codeOf(pdfReader, given('a.pdf', '%PDF-1.7\nnothing'))).toBe('file-damaged');
    const whole = makePdf([textPage(paragraph(first, 700))]);
    const text = Buffer.from(whole).toString('latin1');
    const cut = whole.subarray(0, text.lastIndexOf('xref\n0'));
    expect((await read(cut)).body).toBe(first.join(' '));
  });

  test('is known by its first bytes', () => {
    expect(pdfReader.recognises(given('a.doc', '%PDF-1.4'))).toBe(true);
    expect(pdfReader.recognises(given('a.pdf', '\r\n%PDF-1.4'))).toBe(true);
    expect(pdfReader.recognises(given('a.pdf', 'A file begins with %PDF-1.4.'))).toBe(false);
  });
});

test('broken PDFs end in a release or an ArchiveError', { timeout: 120_000 }, async () => {
  const whole = makePdf([
    textPage(paragraph(first, 700), [{ x: 9, y: 9, width: 99, height: 99, pixels: 66, shade: 7 }]),
    textPage(paragraph(second, 700)),
  ]);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 20 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const bytes = new Uint8Array(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          await readAll(pdfReader, given('a.pdf', cut % 4 === 0 ? bytes.subarray(0, cut) : bytes));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ArchiveError);
        }
      },
    ),
    { numRuns: 80 },
  );
});

interface Expected {
  readonly pdftotext: { readonly exit: number; readonly text: string };
}

const folder = join(testData, 'pdf');
const expected = existsSync(folder)
  ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>)
  : {};

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe.skipIf(!existsSync(folder))('the PDFs of the test data', () => {
  test.each(Object.entries(expected))('%s', async (name, { pdftotext }) => {
    const file = given(name, new Uint8Array(readFileSync(join(folder, name))));
    const wanted = words(pdftotext.text);
    if (wanted.length === 0) {
      const outcome = await readAll(pdfReader, file, alone).then(
        () => 'read',
        (thrown: unknown) => (thrown instanceof ArchiveError ? thrown.code : thrown),
      );
      // A bomb for those that draw it; its words can be read.
      if (name === 'bomb_giant.pdf') expect(outcome).toBe('read');
      else expect(outcome).toMatch(/^file-/);
      return;
    }
    const { title, body } = await read(file.bytes, name);
    const found = new Set(words(`${title} ${body}`));
    // The last word may be cut off in the expectation; page numbers are left out.
    const kept = wanted.slice(0, -1).filter((word) => found.has(word)).length;
    expect(kept).toBeGreaterThanOrEqual(Math.floor((wanted.length - 1) * 0.75));
  });
});
