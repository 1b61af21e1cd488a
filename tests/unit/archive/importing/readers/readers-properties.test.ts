import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../../../src/archive/errors';
import { docReader } from '../../../../../src/archive/importing/readers/doc/doc-reader';
import { docxReader } from '../../../../../src/archive/importing/readers/docx/docx-reader';
import { emlReader } from '../../../../../src/archive/importing/readers/eml/eml-reader';
import { htmlReader } from '../../../../../src/archive/importing/readers/html/html-reader';
import { msgReader } from '../../../../../src/archive/importing/readers/msg/msg-reader';
import { mhtmlReader } from '../../../../../src/archive/importing/readers/mhtml/mhtml-reader';
import { parsedMarkdown } from '../../../../../src/archive/importing/readers/markdown/plain-markdown';
import { odtReader } from '../../../../../src/archive/importing/readers/odt/odt-reader';
import { rtfReader } from '../../../../../src/archive/importing/readers/rtf/rtf-reader';
import type { Reader, ReadRelease } from '../../../../../src/archive/importing/readers/reader';
import {
  markdownReader,
  textReader,
} from '../../../../../src/archive/importing/readers/text/text-reader';
import { msgOf } from './make-msg';
import { odtOf } from './make-odt';
import { dataAddress, docxOf, drawing, given, itemsOf, paragraph, png } from './reading-fixtures';

const picture = `<figure><img src="${dataAddress(png())}"><figcaption>图为签约现场</figcaption></figure>`;
const html = `<!doctype html><title>A – B</title><article><h1>A</h1><p>Some <b>text，</b>以及 <a href="javascript:x">more</a> of it, and still more.</p>${picture}<table><tr><td>1<td>2</table><img src="https://example.org/x.png"></article>`;
const eml = `Subject: =?utf-8?B?5YWx5bu6?=\r\nMIME-Version: 1.0\r\nDate: Thu, 4 Aug 2022 10:00:00 +0800\r\nContent-Type: multipart/mixed; boundary=e\r\n\r\n--e\r\nContent-Type: text/html\r\n\r\n${html}\r\n--e\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(png(3)).toString('base64')}\r\n--e--`;
const mht = eml
  .replace('multipart/mixed', 'multipart/related')
  .replace(/^Subject/, 'From: <Saved by Blink>\r\nSubject');
const odt = `<text:h text:outline-level="1">A</text:h><text:p>B<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>C</text:p></text:note-body></text:note> <text:a xlink:href="javascript:x">d</text:a> <draw:frame><draw:image xlink:href="Pictures/p.png"/></draw:frame></text:p><text:list><text:list-item><text:p>e</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>f</text:p></table:table-cell></table:table-row></table:table>`;
const md = `---\ntitle: x\ntags: [a]\n---\n# x\n\n[a](javascript:b) ![c](d.png) ![e](https://example.org/f.png)\n\n${picture}\n`;

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../fixtures/documents', name));

const readers: [Reader, () => Promise<Uint8Array>][] = [
  [htmlReader, async () => Buffer.from(html)],
  [emlReader, async () => Buffer.from(eml)],
  [markdownReader, async () => Buffer.from(md)],
  [textReader, async () => Buffer.from(md)],
  [mhtmlReader, async () => Buffer.from(mht)],
  [rtfReader, async () => fixture('placed.rtf')],
  [
    msgReader,
    async () =>
      msgOf({
        subject: 'A',
        html: Buffer.from(html),
        sent: new Date(0),
        attachments: [
          { name: 'b.png', bytes: png(3) },
          { name: 'c', message: { subject: 'D', text: 'E' } },
        ],
      }),
  ],
  [docReader, async () => fixture('release.doc')],
  [odtReader, () => odtOf({ text: odt, parts: { 'Pictures/p.png': png() } })],
  [
    docxReader,
    () =>
      docxOf({
        title: 'A',
        body:
          paragraph('A', 'Title') +
          `<w:p>${drawing('r:embed="p1"', 'x')}</w:p>` +
          paragraph('B', 'Bijschrift'),
        pictures: { p1: png() },
      }),
  ],
];

function checkRelease(release: ReadRelease): void {
  const seen: string[] = [];
  const walk = (node: { type: string; url?: string; children?: unknown[] }) => {
    if (node.type === 'image') seen.push(node.url ?? '');
    if (node.type === 'link') expect(node.url).toMatch(/^(?:https?:|mailto:|tel:)/i);
    expect(node.type).not.toBe('html');
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(parsedMarkdown(release.body));
  for (const url of seen) {
    expect(url).toMatch(/^image:\d+$/);
    expect(release.images[Number(url.slice(6))]).toBeDefined();
  }
  expect(release.publicationDate ?? '2022-08-04').toMatch(/^\d{4}-\d\d-\d\d$/);
}

async function check(reader: Reader, bytes: Uint8Array): Promise<void> {
  const file = given('given.bin', bytes);
  reader.recognises(file);
  try {
    for (const item of await itemsOf(reader, file)) {
      if (item.kind === 'release') checkRelease(item.release);
    }
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError)) throw thrown;
    expect(thrown.code).toMatch(/^file-/);
    expect(thrown.message).toMatch(/^given\.bin .+\.$/);
  }
}

describe.each(readers.map(([reader, sample]) => ({ format: reader.format, reader, sample })))(
  'the reader of $format',
  ({ reader, sample }) => {
    it('reads its sample without fault', async () => {
      const items = await itemsOf(reader, given('given.bin', await sample()));
      for (const item of items) if (item.kind === 'release') checkRelease(item.release);
      expect(items.length).toBeGreaterThan(0);
    });

    it('reads any bytes, or says in a sentence why not', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => check(reader, bytes)),
        { numRuns: 60 },
      );
    });

    it('reads a damaged file, or says in a sentence why not', async () => {
      const whole = await sample();
      const damage = fc.record({
        at: fc.nat(whole.length - 1),
        bytes: fc.uint8Array({ maxLength: 6 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(damage, { minLength: 1, maxLength: 5 }),
          fc.nat(whole.length),
          fc.boolean(),
          async (damages, length, isCut) => {
            const bytes = Uint8Array.from(isCut ? whole.subarray(0, length) : whole);
            for (const { at, bytes: others } of damages) {
              if (at + others.length <= bytes.length) bytes.set(others, at);
            }
            await check(reader, bytes);
          },
        ),
        { numRuns: 120 },
      );
    });
  },
);

const scraps = [
  '<p>',
  '</p>',
  '<div>',
  '<b>',
  '</b>',
  '<i>',
  '<table><tr><td>',
  '</table>',
  '<ul><li>',
  '</ul>',
  '<br>',
  '<figure>',
  '<figcaption>',
  '<a href="javascript:x">',
  '<a href="https://example.org">',
  '</a>',
  '<pre>',
  '</pre>',
  '<h1>',
  '<blockquote>',
  '<form>',
  '<svg>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<select>',
  '<template>',
  '<noscript>',
  '<math>',
  '[caption]',
  '[/caption]',
  '<img src="x.png">',
  `<img src="${dataAddress(png())}">`,
  '![a](b)',
  '[x](javascript:y)',
  '<',
  '&lt;script&gt;',
  '&#0;',
  '*',
  '_',
  '`',
  '# ',
  '1. ',
  '---',
  '|',
  '~~',
  '\\',
  '\n\n',
  '　　',
  '中文，',
  'words ',
  '\0',
  '\ud800',
];

describe('scraps of markup in any order', () => {
  it.each(readers.slice(0, 4).map(([reader]) => ({ format: reader.format, reader })))(
    'become safe Markdown as $format',
    async ({ reader }) => {
      const head =
        reader.format === 'eml' ? 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n' : '';
      await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...scraps), { maxLength: 40 }), (parts) =>
          check(reader, Buffer.from(head + parts.join(''))),
        ),
        { numRuns: 300 },
      );
    },
  );
});
