import { describe, expect, it } from 'vitest';
import { odtReader } from '../../../../../src/archive/importing/readers/odt/odt-reader';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { odtOf, type OdtParts } from './make-odt';
import { given, itemsOf, png, releaseOf, zipOf } from './reading-fixtures';

async function read(parts: OdtParts) {
  return releaseOf(odtReader, given('release.odt', await odtOf(parts)));
}

const p = (text: string, style = '') => `<text:p text:style-name="${style}">${text}</text:p>`;
const image = (href: string) => `<draw:image xlink:href="${href}"/>`;

describe('reading an OpenDocument text', () => {
  it('takes the title out of the text, also in a style made from another', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
    expect(
      await read({ styles, title: 'An older one', text: p('This one', 'P1') + p('Text') }),
    ).toMatchObject({ title: 'This one', body: 'Text' });
  });

  it('reads headings by level and by style, blanks, tabs and breaks', async () => {
    const text = `<text:h text:outline-level="2">Plans</text:h>${p('More', 'Heading_20_3')}${p('A<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d')}`;
    expect((await read({ text })).body).toBe('## Plans\n\n### More\n\nA b c\\\nd');
  });

  it('gives a picture the caption in its frame, and its description', async () => {
    const box = `<draw:text-box>${p(`<draw:frame>${image('Pictures/a.png')}<svg:title>Two people</svg:title></draw:frame>Figure <text:sequence>1</text:sequence>: Signing`, 'Illustration')}</draw:text-box>`;
    const release = await read({
      text: p(`Before <draw:frame>${box}</draw:frame>and after`) + p('Next'),
      parts: { 'Pictures/a.png': png() },
    });
    expect(release.body).toBe('Before and after\n\n![](image:0)\n\nNext');
    expect(release.images).toMatchObject([{ caption: 'Figure 1: Signing', altText: 'Two people' }]);
  });

  it('counts pictures that are elsewhere, missing or no picture, and fetches none', async () => {
    const text = p(
      `Text${image('https://example.org/a.png')}</text:p><text:p><draw:frame>${image('Pictures/none.png')}${image('Pictures/other.png')}</draw:frame></text:p><text:p><draw:frame>${image('Pictures/b.svm')}</draw:frame>`,
    );
    expect(
      await read({ text, parts: { 'Pictures/b.svm': 'VCLMTF', 'Pictures/other.png': png() } }),
    ).toMatchObject({
      body: 'Text',
      images: [],
      remarks: [
        { code: 'pictures-not-in-file', count: 2 },
        { code: 'pictures-unreadable', count: 1 },
      ],
    });
  });

  it('unpacks a picture once, however often and however spelt it is shown', async () => {
    const names = ['Pictures/a.png', 'Pictures/A.PNG', './Pictures/a.png'];
    const text = p(names.map((name) => `<draw:frame>${image(name)}</draw:frame>`).join(''));
    const { images } = await read({ text, parts: { 'Pictures/a.png': png() } });
    expect(images).toHaveLength(3);
    expect(new Set(images.map(({ bytes }) => bytes)).size).toBe(1);
  });

  it('keeps cells that are merged or empty in their column', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell ${more}>${text === '' ? '' : p(text)}</table:table-cell>`;
    const text = `<table:table><table:table-row>${cell('A')}${cell('B')}${cell('C')}</table:table-row><table:table-row>${cell('1', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('2')}</table:table-row><table:table-row>${cell('', 'table:number-columns-repeated="2"')}${cell('3')}${cell('', 'table:number-columns-repeated="16000000"')}</table:table-row></table:table>`;
    const { body } = await read({ text });
    expect(body.split('\n').slice(0, 3)).toEqual([
      '| A | B | C | |',
      '| - | - | - | - |',
      '| 1 | | 2 | |',
    ]);
    expect(body).toContain('| | | 3 | |');
    expect(body.length).toBeLessThan(1000);
  });

  it('numbers lists as their styles say, and says all of the text of those without end', async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-bullet/><text:list-level-style-number style:num-format="1"/></text:list-style>';
    const inner = `<text:list><text:list-item>${p('two')}</text:list-item></text:list>`;
    const text = `<text:list text:style-name="L"><text:list-item>${p('one')}${inner}</text:list-item></text:list>`;
    expect((await read({ styles, text })).body).toBe('- one\n  1. two');
    const deep = `${'<text:list><text:list-item>'.repeat(100)}${p('deep')}${'</text:list-item></text:list>'.repeat(100)}`;
    expect((await read({ text: deep })).body).toContain('deep');
  });

  it('reads a flat file with its pictures inside', async () => {
    const data = Buffer.from(png()).toString('base64');
    const flat = `<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>A lab opens</dc:title></office:meta><office:body><office:text>${p('Text')}${p(`<draw:frame><draw:image><office:binary-data>${data}</office:binary-data></draw:image></draw:frame>`)}</office:text></office:body></office:document>`;
    const file = given('release.xml', flat);
    expect(readers.find((reader) => reader.recognises(file))).toBe(odtReader);
    expect(await releaseOf(odtReader, file)).toMatchObject({
      title: 'A lab opens',
      body: 'Text\n\n![](image:0)',
      images: [{ fileName: 'picture-1.png' }],
    });
  });
});

describe('what is no readable OpenDocument text', () => {
  const odf = (type: string) => ({ mimetype: `application/vnd.oasis.opendocument.${type}` });
  const unreadable: [string, () => Promise<Buffer>, string][] = [
    [
      'a locked one',
      () =>
        odtOf({
          text: '',
          parts: {
            'META-INF/manifest.xml':
              '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
          },
        }),
      'file-encrypted',
    ],
    [
      'a spreadsheet',
      () => zipOf({ ...odf('spreadsheet'), 'content.xml': '<x/>' }),
      'file-unsupported',
    ],
    ['a drawing', () => zipOf({ ...odf('graphics'), 'content.xml': '<x/>' }), 'file-unsupported'],
    ['one without a document', () => zipOf(odf('text')), 'file-damaged'],
    [
      'one that is cut off',
      async () => (await odtOf({ text: p('x') })).subarray(0, 400),
      'file-damaged',
    ],
    ['one without XML', () => zipOf({ ...odf('text'), 'content.xml': 'nothing' }), 'file-damaged'],
    [
      'one that declares entities',
      () =>
        zipOf({
          ...odf('text'),
          'content.xml': '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        }),
      'file-too-complex',
    ],
    [
      'a bomb',
      () => zipOf({ ...odf('text'), 'content.xml': Buffer.alloc(40_000_000, 32) }),
      'file-too-complex',
    ],
    [
      'one nested without end',
      () => odtOf({ text: `${'<text:span>'.repeat(60_000)}${'</text:span>'.repeat(60_000)}` }),
      'file-too-complex',
    ],
  ];

  it.each(unreadable)('%s is recognised and named', async (_, make, code) => {
    const file = given('release.odt', await make());
    expect(odtReader.recognises(file)).toBe(true);
    await expect(itemsOf(odtReader, file)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^release\.odt .*\.$/) as unknown,
    });
  });

  it('a text without end is cut off and says so', async () => {
    const release = await read({ text: p('').repeat(260_000) });
    expect(release.remarks).toEqual([{ code: 'text-cut-off', count: 1 }]);
  });
});
