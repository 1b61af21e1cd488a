import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../../../src/archive/errors';
import { rtfReader } from '../../../../../src/archive/importing/readers/rtf/rtf-reader';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { given, itemsOf, png, releaseOf } from './reading-fixtures';

const read = (rtf: string | Uint8Array) => releaseOf(rtfReader, given('release.rtf', rtf));
const body = async (content: string) => (await read(`{\\rtf1\\ansi ${content}}`)).body;

/** Letters as Word writes those of a code page. */
function coded(text: string, encoding: string): string {
  return [...iconv.encode(text, encoding)]
    .map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`)
    .join('');
}

describe('reading rich text', () => {
  it('is known by its beginning, whatever its name', () => {
    const file = given('release.doc', '{\\rtf1 Text}');
    expect(readers.find((reader) => reader.recognises(file))).toBe(rtfReader);
  });

  it.each([
    [
      'the code page of the document',
      `\\ansicpg936 ${coded('滨江职业大学', 'gbk')}`,
      '滨江职业大学',
    ],
    [
      'that of a font',
      `\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}}\\f0 ${coded('Café ', 'windows-1252')}\\f1 ${coded('实验室', 'gbk')}`,
      'Café 实验室',
    ],
    [
      'Chinese under the name of a Western font',
      `\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Times;}}\\f0 ${coded('学院', 'gbk')} it\\'92s`,
      '学院 it’s',
    ],
    ['Big5', `{\\fonttbl{\\f2\\fcharset136 MingLiU;}}\\f2 ${coded('會場', 'big5')}`, '會場'],
    ['a second byte that is a letter of ASCII', "\\ansicpg936 \\'d2\\'bb\\'81@", '一丂'],
    ['Unicode with what old readers show', "\\uc2\\u23454\\'ca\\'b5\\u-26716 ??x", '实鞤x'],
    ['Unicode beyond the first plane', '\\u-10179?\\u-8704?', '😀'],
    ['bytes as they are', '\\ansicpg1252 Caf\xe9', 'Café'],
  ])('decodes %s', async (_, content, expected) => {
    const file = Buffer.from(`{\\rtf1\\ansi${content}}`, 'latin1');
    expect((await read(file)).body).toBe(expected);
  });

  it('takes the title by its style, headings, captions, and keywords', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 2;}{\\s5 Title;}{\\s6\\sbasedon5 Mine;}{\\s7 caption;}}';
    const picture = `{\\pict\\pngblip ${Buffer.from(png()).toString('hex')}}`;
    const release = await read(
      `{\\rtf1${styles}{\\info{\\title Old}{\\keywords ships, robots}}\\pard\\s6 Lab opens\\par\\pard\\s1 Plans\\par\\pard ${picture}\\par\\pard\\s7 The hall\\par\\pard Text\\par}`,
    );
    expect(release).toMatchObject({
      title: 'Lab opens',
      tags: ['ships', 'robots'],
      body: '## Plans\n\n![](image:0)\n\nText',
      images: [{ fileName: 'picture-1.png', caption: 'The hall' }],
    });
  });

  it('reads the properties in Unicode', async () => {
    const release = await read(
      '{\\rtf1{\\info{\\title \\u26032?\\u38395?}{\\keywords \\u33337?, {\\uc0\\u28207 }}}Text\\par}',
    );
    expect(release).toMatchObject({ tags: ['船', '港'] });
  });

  it('keeps bold, italic and struck words, breaks and marks', async () => {
    expect(
      await body(
        'A {\\b bold} \\i word\\i0  {\\strike old}\\line next\\~line\\emdash x \\{\\\\\\}\\par {\\b\\plain p}',
      ),
    ).toBe('A **bold** *word* ~~old~~\\\nnext line—x {\\\\}\n\np');
  });

  it('reads tables', async () => {
    expect(
      await body(
        'Before\\par\\trowd\\cellx1\\cellx2\\pard\\intbl A\\cell B\\cell\\row\\trowd\\pard\\intbl 1\\par one\\cell\\cell\\row\\pard After',
      ),
    ).toBe('Before\n\n| A | B |\n| - | - |\n| 1 one | |\n\nAfter');
  });

  it('reads lists, those of Word and those of WordPad', async () => {
    const tables =
      '{\\*\\listtable{\\list{\\listlevel\\levelnfc0{\\leveltext x}}{\\listlevel\\levelnfc23}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}';
    const word = `${tables}\\pard\\ls1{\\listtext 1.\\tab}one\\par{\\listtext b}\\ls1\\ilvl1 inner\\par\\pard\\ls1 two\\par`;
    expect(await body(word)).toBe('1. one\n   - inner\n2. two');
    const pad =
      "\\pard{\\pntext\\f1\\'B7\\tab}{\\*\\pn\\pnlvlblt\\pnf1\\pnindent0{\\pntxtb\\'B7}}first\\par{\\pntext\\'B7\\tab}second\\par\\pard last";
    expect(await body(pad)).toBe('- first\n- second\n\nlast');
  });

  it('follows links, and only those of the web', async () => {
    const link = (to: string) =>
      `{\\field{\\*\\fldinst{HYPERLINK "${to}" \\\\o "tip"}}{\\fldrslt{\\ul here}}}`;
    expect(await body(`${link('https://example.org/a')} and ${link('javascript:x')} end`)).toBe(
      '[here](https://example.org/a) and here end',
    );
  });

  it('accepts changes, leaves comments and what is hidden out, and writes notes at the end', async () => {
    const release = await read(
      '{\\rtf1 The lab {\\deleted closes}{\\revised opens}{\\*\\atnid x}{\\*\\annotation Why?}{\\footnote\\pard\\chftn{} By us.}{\\v hidden}{\\header Page 1}{\\*\\unknown {\\b words}}.{\\xe index}\\par}',
    );
    expect(release).toMatchObject({
      body: 'The lab opens[1].\n\n[1] By us.',
      remarks: [
        { code: 'changes-accepted', count: 2 },
        { code: 'comments-left-out', count: 1 },
        { code: 'hidden-left-out', count: 1 },
      ],
    });
  });

  it('takes pictures in digits and in bytes once, with their description, and fetches none', async () => {
    const hex = Buffer.from(png())
      .toString('hex')
      .replaceAll(/(.{60})/g, '$1\r\n');
    const binary = Buffer.concat([
      Buffer.from(`{\\pict\\pngblip\\bin${png(2).length} `),
      png(2),
      Buffer.from('}'),
    ]);
    const content = Buffer.concat([
      Buffer.from(
        `{\\rtf1 One{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv Two people}}}\\pngblip ${hex}}}{\\nonshppict{\\pict\\wmetafile8 0102}}\\par `,
      ),
      binary,
      Buffer.from(
        '\\par{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv Floating}}{\\sp{\\sn pib}{\\sv{\\pict\\pngblip ' +
          Buffer.from(png(3)).toString('hex') +
          '}}}{\\shptxt In a box\\par}}{\\shprslt{\\pict\\wmetafile8 01}}}Two{\\pict\\wmetafile8 0102}{\\field{\\*\\fldinst INCLUDEPICTURE "https://example.org/a.png"}{\\fldrslt }}\\par}',
      ),
    ]);
    const release = await read(content);
    expect(release.body).toBe(
      'One\n\n![](image:0)\n\n![](image:1)\n\n![](image:2)\n\nTwo\n\nIn a box',
    );
    expect(release.images.map(({ altText }) => altText)).toEqual(['Two people', '', 'Floating']);
    expect(release.remarks).toEqual([{ code: 'pictures-unreadable', count: 1 }]);
  });

  it('reads the Unicode of two forms of a text', async () => {
    expect(await body('{\\upr{old}{\\*\\ud{n\\u233?w}}} text')).toBe('néw text');
  });

  it('keeps what came of a file that was cut off, and says so', async () => {
    expect(await read('{\\rtf1 Text that {\\b goes')).toMatchObject({
      body: 'Text that **goes**',
      remarks: [{ code: 'text-cut-off', count: 1 }],
    });
  });
});

describe('hostile rich text', () => {
  it('nested without end is refused', async () => {
    await expect(
      itemsOf(rtfReader, given('a.rtf', `{\\rtf1${'{'.repeat(100_000)}`)),
    ).rejects.toMatchObject({ code: 'file-too-complex' });
  });

  it('claims of binary data beyond the file end with it', async () => {
    expect((await read('{\\rtf1 Text{\\pict\\pngblip\\bin2000000000 xx}}')).body).toBe('Text');
  });

  it('takes time in proportion to its size', async () => {
    const started = process.cpuUsage();
    await read(`{\\rtf1 ${"{\\b\\'d6\\'d0}\\u20013?{\\field{\\*\\fldinst x}}".repeat(15_000)}}`);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(30);
  });

  it('never throws but with one plain sentence, whatever the words', async () => {
    const scraps =
      "{ } {\\b \\par \\pard \\cell \\row \\intbl {\\fonttbl{\\f1\\fcharset134 \\f1 \\'d6 \\'d0 \\u20013? \\uc0 {\\*\\fldinst HYPERLINK_\"https://x\" {\\fldrslt {\\field {\\footnote {\\pict\\pngblip 8950 \\bin4_ \\ls1\\ilvl9 {\\*\\listtable {\\list{\\listlevel\\levelnfc0 {\\stylesheet {\\s1 \\s1 Title; {\\shp {\\shptxt {\\sn wzDescription {\\sv {\\upr {\\*\\ud {\\info {\\title {\\* \\\\ \\{ \\' \\v \\deleted text 中文 {\\*\\pn \\pnlvlblt \\ansicpg0 \\f-1 \\u-99999999999 \\ud".split(
        ' ',
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...scraps), { maxLength: 60 }), async (parts) => {
        try {
          const content = `{\\rtf1 ${parts.join('').replaceAll('_', ' ')}`;
          for (const item of await itemsOf(rtfReader, given('a.rtf', content))) {
            if (item.kind !== 'release') continue;
            expect(item.release.body).not.toContain('javascript:');
          }
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ArchiveError);
          expect((thrown as ArchiveError).code).toMatch(/^file-(?:damaged|too-complex)$/);
        }
      }),
      { numRuns: 600 },
    );
  });
});
