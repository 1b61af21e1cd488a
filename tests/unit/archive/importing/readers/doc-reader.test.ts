import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docReader } from '../../../../../src/archive/importing/readers/doc/doc-reader';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { compoundOf } from './make-compound';
import { docOf } from './make-doc';
import { given, itemsOf, releaseOf } from './reading-fixtures';

const fixtures = join(import.meta.dirname, '../../../../fixtures/documents');

async function read(parts: Parameters<typeof docOf>[0]) {
  return releaseOf(docReader, given('release.doc', docOf(parts)));
}

describe('reading a Word 97 document', () => {
  it('joins its pieces, Western and others, in the order of the text', async () => {
    expect(
      (await read({ pieces: ['The “lab” – ', '实验室', ' opens.\rA second\vline.\r'] })).body,
    ).toBe('The “lab” – 实验室 opens.\n\nA second\\\nline.');
  });

  it('shows what fields show, links of the web and no others', async () => {
    const link = (to: string, text: string) => `\x13 HYPERLINK "${to}" \\o "tip" \x14${text}\x15`;
    const pieces = [
      `See ${link('https://example.org/a', 'this')} and ${link('javascript:x', 'that')} on page \x13 PAGE \x14\x13 = 1 + 1 \x142\x15\x15.\x13 TC "unseen" \x15\r`,
    ];
    expect((await read({ pieces })).body).toBe(
      'See [this](https://example.org/a) and that on page 2.',
    );
  });

  it('makes a table of cells, also where its row has no end', async () => {
    expect((await read({ pieces: ['A\u0007B\u0007\r', 'Text\r'] })).body).toContain(
      '| A | B |\n\nText',
    );
  });

  it('reads a file with the name of a DOCX, and a document of WPS', async () => {
    for (const name of ['release.docx', 'release.wps']) {
      const file = given(name, docOf({ pieces: ['Text\r'] }));
      expect(readers.find((reader) => reader.recognises(file))).toBe(docReader);
      expect((await releaseOf(docReader, file)).body).toBe('Text');
    }
  });

  it('places pictures and text boxes that lie on the page, and captions in frames', async () => {
    const bytes = readFileSync(join(fixtures, 'placed.doc'));
    const release = await releaseOf(docReader, given('placed.doc', bytes));
    expect(release.body.split('\n\n')).toEqual([
      'A plain line of ASCII only.',
      'Anchored here: and the text goes on.',
      '![](image:0)',
      'Box: behind it.',
      'Words in a box.',
      'Another',
      '![](image:1)',
      '| A | B |\n| - | - |\n| one two | inner |',
      'Last.',
    ]);
    expect(release.images).toMatchObject([
      { fileName: 'picture-1.jpg', caption: '' },
      { fileName: 'picture-2.png', caption: 'Figure 1: the sign' },
    ]);
    expect(release.remarks).toEqual([]);
  });
});

describe('what is no readable Word document', () => {
  const stub = (...names: string[]) =>
    compoundOf(Object.fromEntries(names.map((name) => [name, Buffer.from('x')])));
  const whole = readFileSync(join(fixtures, 'release.doc'));
  const circle = (at: number): Buffer => {
    const bytes = Buffer.from(whole);
    const fat = (bytes.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) {
      if (bytes.readUInt32LE(fat + sector * 4) < 0xfffffff0)
        bytes.writeUInt32LE(at, fat + sector * 4);
    }
    return bytes;
  };
  const unreadable: [string, () => Buffer, string][] = [
    ['a locked one', () => stub('EncryptionInfo', 'EncryptedPackage'), 'file-encrypted'],
    ['one with a password', () => docOf({ pieces: ['x'], flags: 0x0300 }), 'file-encrypted'],
    ['one of Word 95', () => docOf({ pieces: ['x'], version: 104 }), 'file-unsupported'],
    ['a workbook', () => stub('Workbook'), 'file-unsupported'],
    ['one without a text', () => stub('WordDocument'), 'file-damaged'],
    ['one without its table', () => docOf({ pieces: ['x'], flags: 0 }), 'file-damaged'],
    ['one without pieces', () => docOf({ pieces: [] }), 'file-damaged'],
    ['a mere beginning', () => whole.subarray(0, 512), 'file-damaged'],
  ];

  it.each(unreadable)('%s is named', async (_, make, code) => {
    const file = given('release.doc', make());
    expect(docReader.recognises(file)).toBe(true);
    await expect(itemsOf(docReader, file)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^release\.doc .*\.$/) as unknown,
    });
  });

  it('chains in circles end', async () => {
    for (const at of [0, 1, 5]) {
      await itemsOf(docReader, given('a.doc', circle(at))).catch((thrown: unknown) => {
        expect(thrown).toMatchObject({ code: expect.stringMatching(/^file-/) as unknown });
      });
    }
  });

  it('a text that claims to be longer than its file ends with it', async () => {
    expect((await read({ pieces: ['Short\r'], length: 2_000_000_000 })).body).toBe('Short');
  });

  it('pieces that share their bytes without end are named', async () => {
    const pieces = ['The same words. '.repeat(10_000)];
    expect((await read({ pieces, repeated: 1 })).body).toHaveLength(319_999);
    await expect(read({ pieces, repeated: 40 })).rejects.toMatchObject({
      code: 'file-too-complex',
    });
  });

  it('takes pieces without end, and time in proportion to them', async () => {
    const pieces = Array.from({ length: 60_000 }, (_, i) => (i % 2 === 0 ? 'a ' : '实'));
    const started = process.cpuUsage();
    expect((await read({ pieces })).body).toHaveLength(90_000);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
