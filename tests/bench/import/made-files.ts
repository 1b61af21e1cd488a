import yazl from 'yazl';
import type { ReleaseContent } from '../../../src/shared/release';

/** A release as a file of one format; several at once where the format holds several. */
export interface FileMaker {
  readonly format: string;
  readonly extension: string;
  readonly make: (releases: readonly ReleaseContent[]) => Promise<Uint8Array>;
  /** Releases in one file. */
  readonly perFile: number;
}

export const makers: readonly FileMaker[] = [
  one(
    'plain text',
    'txt',
    (release) => `${release.headline}\n\n${dated(release)}${release.body}\n`,
  ),
  one('Markdown', 'md', (release) => `# ${release.headline}\n\n${dated(release)}${release.body}\n`),
  one(
    'web page',
    'html',
    (release) =>
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(release.headline)} – Bench</title></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${escaped(release.headline)}</h1>${paragraphs(release, (text) => `<p>${escaped(text)}</p>`)}</article><footer>Bench</footer></body></html>`,
  ),
  one(
    'e-mail',
    'eml',
    (release) =>
      `From: Press office <press@bench.example>\r\nTo: desk@paper.example\r\nSubject: ${asciiOnly(release.headline)}\r\nDate: ${new Date(release.publicationDate ?? 0).toUTCString()}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(release.body).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`,
  ),
  { format: 'Word', extension: 'docx', perFile: 1, make: makeDocx },
  { format: 'WordPress export', extension: 'xml', perFile: 500, make: makeExport },
];

function one(
  format: string,
  extension: string,
  text: (release: ReleaseContent) => string,
): FileMaker {
  return {
    format,
    extension,
    perFile: 1,
    make: async ([release]) => Buffer.from(release === undefined ? '' : text(release)),
  };
}

function dated({ publicationDate }: ReleaseContent): string {
  return publicationDate === null ? '' : `${publicationDate}\n\n`;
}

/** The real releases have one paragraph; pages have several. */
function paragraphs(release: ReleaseContent, write: (text: string) => string): string {
  return (release.body.match(/[\s\S]{1,600}(?:\s|$)/g) ?? []).map(write).join('\n');
}

async function makeDocx([release]: readonly ReleaseContent[]): Promise<Uint8Array> {
  if (release === undefined) return new Uint8Array();
  const paragraph = (text: string, style = ''): string =>
    `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const zip = new yazl.ZipFile();
  const add = (name: string, text: string): void => {
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`), name);
  };
  add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  add(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  add(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(release.headline, 'Heading1')}${paragraphs(release, (text) => paragraph(text))}</w:body></w:document>`,
  );
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function makeExport(releases: readonly ReleaseContent[]): Promise<Uint8Array> {
  const items = releases.map(
    (release, index) =>
      `<item><title>${escaped(release.headline)}</title><guid>https://bench.example/?p=${index}-${release.publicationDate ?? ''}-${escaped(release.headline.slice(-24))}</guid><dc:creator><![CDATA[desk]]></dc:creator><content:encoded><![CDATA[${paragraphs(release, (text) => `<p>${escaped(text)}</p>`)}]]></content:encoded><wp:post_id>${index}</wp:post_id><wp:post_date>${release.publicationDate ?? '2020-01-01'} 09:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bench</title><wp:wxr_version>1.2</wp:wxr_version>${items.join('\n')}</channel></rss>`,
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function asciiOnly(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]+/g, ' ');
}
