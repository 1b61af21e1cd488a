import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../../../src/archive/importing/readers/docx/docx-reader';
import { withoutHidden } from '../../../../../src/archive/importing/readers/docx/hidden-text';
import {
  docxOf,
  drawing,
  given,
  itemsOf,
  paragraph,
  png,
  releaseOf,
  run,
  zipOf,
} from './reading-fixtures';

async function read(parts: Parameters<typeof docxOf>[0]) {
  return releaseOf(docxReader, given('release.docx', await docxOf(parts)));
}

describe('reading a Word document', () => {
  it('takes headings and text, and the title out of the text', async () => {
    const release = await read({
      body:
        paragraph('College opens lab', 'Title') +
        paragraph('Plans', 'Kop2') +
        paragraph('The lab opens.'),
    });
    expect(release).toMatchObject({
      title: 'College opens lab',
      body: '## Plans\n\nThe lab opens.',
    });
  });

  it.each([
    ['Real headline', paragraph('Text'), 'Real headline'],
    ['Microsoft Word - Document1', paragraph('Opening', 'Kop1') + paragraph('Text'), 'Opening'],
    ['Press Release', paragraph('Text'), ''],
    ['无标题文档', paragraph('学院开放日', 'Title') + paragraph('正文'), '学院开放日'],
    ['An older release', paragraph('This release', 'Title') + paragraph('Text'), 'This release'],
  ])('with the property "%s" knows its title', async (title, body, expected) => {
    expect((await read({ title, body })).title).toBe(expected);
  });

  it('takes author, date and keywords from their own fields', async () => {
    const body =
      paragraph('Wang Fang', 'Auteur') + paragraph('July 28, 2024', 'Datum') + paragraph('Text');
    expect(await read({ body, keywords: '校企合作，robots; labs' })).toMatchObject({
      byline: 'Wang Fang',
      publicationDate: '2024-07-28',
      tags: ['校企合作', 'robots', 'labs'],
      body: 'July 28, 2024\n\nText',
    });
  });

  it('leaves out what is hidden, says so, and keeps fields whole', async () => {
    const hidden = (inner: string, off = '') =>
      `<w:r><w:rPr><w:vanish${off}/></w:rPr>${inner}</w:r>`;
    const styled = (style: string, inner: string) =>
      `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr>${inner}</w:r>`;
    const begin = '<w:fldChar w:fldCharType="begin"/>';
    const address = '<w:instrText> HYPERLINK "https://example.org/" </w:instrText>';
    const end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const release = await read({
      body: [
        `<w:p>${run('Shown')}${hidden('<w:t>secret</w:t>')}${hidden('<w:t>, more</w:t>')}${run('.')}</w:p>`,
        `<w:p>${hidden('<w:t>Whole paragraph</w:t>')}</w:p>`,
        `<w:p>${hidden('<w:t>Not hidden</w:t>', ' w:val="0"')}${styled('Note', '<w:t>by style</w:t>')}</w:p>`,
        `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('Its mark alone is hidden')}</w:p>`,
        `<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Hidden once</w:t></w:r></w:p>`,
        `<w:p>${hidden(begin)}${hidden(address)}${end}${run('Link')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ].join(''),
      parts: {
        'word/styles.xml':
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Base"/></w:style></w:styles>',
      },
    });
    expect(release.body).toBe(
      'Shown.\n\nNot hidden\n\nIts mark alone is hidden\n\nHidden once\n\n[Link](https://example.org/)',
    );
    expect(release.remarks).toEqual([{ code: 'hidden-left-out', count: 3 }]);
  });

  it('looks for what is hidden in time in proportion to the size', async () => {
    const nested = '<w:r><w:rPr><w:vanish/></w:rPr>'.repeat(50_000) + '</w:r>'.repeat(50_000);
    const began = performance.now();
    expect(withoutHidden(`<w:p>${nested}</w:p>`, new Set()).xml).toBe('<w:p></w:p>');
    expect(withoutHidden('<w:vanish'.repeat(100_000), new Set()).count).toBe(0);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('leaves an undated document undated', async () => {
    expect((await read({ body: paragraph('Text') })).publicationDate).toBeNull();
  });

  it('keeps pictures where they stand, with alt text and caption', async () => {
    const release = await read({
      body: `${paragraph('One')}<w:p>${drawing('r:embed="p1"', 'Two people')}</w:p>${paragraph('Signing', 'Bijschrift')}${paragraph('Two')}`,
      pictures: { p1: png() },
    });
    expect(release.body).toBe('One\n\n![](image:0)\n\nTwo');
    expect(release.images).toMatchObject([{ caption: 'Signing', altText: 'Two people' }]);
  });

  it('counts pictures elsewhere and missing ones, and never fetches', async () => {
    const release = await read({
      body: `<w:p>${drawing('r:link="x1"')}${drawing('r:embed="gone"')}${drawing('r:embed="p9"')}</w:p>${paragraph('Text')}`,
      relationships:
        '<Relationship Id="x1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.org/a.png"/>' +
        '<Relationship Id="p9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/none.png"/>',
    });
    expect(release).toMatchObject({
      body: 'Text',
      images: [],
      remarks: [{ code: 'pictures-not-in-file', count: 3 }],
    });
  });

  it('accepts changes, leaves comments out, and says both', async () => {
    const body = `<w:p>${run('The lab ')}<w:del>${run('closes')}</w:del><w:ins>${run('opens')}</w:ins></w:p>`;
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p/></w:comment></w:comments>';
    expect(await read({ body, parts: { 'word/comments.xml': comments } })).toMatchObject({
      body: 'The lab opens',
      remarks: [
        { code: 'changes-accepted', count: 2 },
        { code: 'comments-left-out', count: 1 },
      ],
    });
  });

  it('reads text boxes, once, whichever form they have', async () => {
    const box = `<w:txbxContent>${paragraph('In a box')}</w:txbxContent>`;
    const drawn = `<w:drawing><wp:anchor><wps:txbx>${box}</wps:txbx></wp:anchor></w:drawing>`;
    const old = `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>${box}</v:textbox></v:shape></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    const newOnly = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice></mc:AlternateContent>`;
    for (const content of [both, newOnly, drawn, old]) {
      const { body } = await read({ body: `<w:p><w:r>${content}</w:r>${run('Outside')}</w:p>` });
      expect(body).toBe('Outside\n\nIn a box');
    }
  });

  it('writes notes out at the end', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const release = await read({
      body: `<w:p>${run('Ranked first')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      parts: {
        'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="2">${paragraph('By the ministry.')}</w:footnote></w:footnotes>`,
      },
    });
    expect(release.body).toBe('Ranked first[1]\n\n[1] By the ministry.');
  });

  it('reads the strict form, names in another case, and a part that says UTF-16', async () => {
    const strict = `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${paragraph('Strict')}</w:body></w:document>`;
    const bare = await zipOf({ 'Word/Document.xml': strict });
    expect(await releaseOf(docxReader, given('a.docx', bare))).toMatchObject({ body: 'Strict' });
    const wide = await zipOf({
      'word/document.xml': Buffer.from(`\ufeff${strict}`, 'utf16le'),
    });
    expect(await releaseOf(docxReader, given('a.docx', wide))).toMatchObject({ body: 'Strict' });
  });
});

describe('what is no readable Word document', () => {
  const unreadable: [string, () => Promise<Buffer>, string][] = [
    ['a spreadsheet', () => zipOf({ 'xl/workbook.xml': '<x/>' }), 'file-unsupported'],
    [
      'one that is cut off',
      async () => (await docxOf({ body: paragraph('x') })).subarray(0, 400),
      'file-damaged',
    ],
    ['one without XML', () => zipOf({ 'word/document.xml': 'nothing' }), 'file-damaged'],
    [
      'one that declares entities',
      () =>
        zipOf({
          'word/document.xml': '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        }),
      'file-too-complex',
    ],
    [
      'a bomb',
      () => zipOf({ 'word/document.xml': Buffer.alloc(40_000_000, 32) }),
      'file-too-complex',
    ],
    [
      'one nested without end',
      () => zipOf({ 'word/document.xml': `${'<w:p>'.repeat(60_000)}${'</w:p>'.repeat(60_000)}` }),
      'file-too-complex',
    ],
  ];

  it.each(unreadable)('%s is recognised and named', async (_, make, code) => {
    const file = given('release.docx', await make());
    expect(docxReader.recognises(file)).toBe(true);
    await expect(itemsOf(docxReader, file)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^release\.docx .*\.$/) as unknown,
    });
  });

  it('leaves other ZIP files to their reader', async () => {
    const file = given(
      'photos.zip',
      await zipOf({ 'a.txt': 'x', 'inner/word.docx': 'word/document.xml' }),
    );
    expect(docxReader.recognises(file)).toBe(false);
  });
});
