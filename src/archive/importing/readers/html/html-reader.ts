import type { Element, Root } from 'hast';
import type { GivenFile, ReadItem, Reader, ReadingOptions } from '../reader';
import { named, requireSize } from '../file-errors';
import { localPath } from '../local-path';
import { withFiguresForShortcodes } from '../markdown/caption-shortcodes';
import { elementsOf, firstElement, labels, parsedHtml } from '../markdown/hast';
import { markdownOf } from '../markdown/markdown-of';
import { withoutTitle } from '../markdown/without-title';
import { articleOf } from './article';
import { decodeHtml } from './decode-html';
import { bylineOf } from './byline';
import { addressOf, publicationDateOf, titleOf } from './page-metadata';

/** In bytes; pages that were saved into one file carry their pictures. */
const maxHtmlBytes = 64 * 1024 * 1024;

const opening =
  /^(?:\s|<!--[\s\S]{0,4000}?-->|<\?xml[^>]{0,300}\?>)*<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|h[1-6]|p|table|center|font|span|link|style|script)(?=[\s>/])/i;

/** Saved web pages and HTML of other programs. */
export const htmlReader: Reader = {
  format: 'html',
  recognises(file: GivenFile): boolean {
    const head = Buffer.from(file.bytes.subarray(0, 8192));
    // Bytes of UTF-16 show their letters between zeros.
    const text = head
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
    if (opening.test(text)) return true;
    return /\.x?html?$/i.test(file.name) && /<[a-z!][^<>]{0,2000}>/i.test(text);
  },
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxHtmlBytes);
    const decoded = decodeHtml(file.name, file.bytes, options.encoding);
    const read = await named(file.name, () => readPage(decoded.text, options));
    yield {
      kind: 'release',
      release: { ...read, encoding: { name: decoded.encoding, sure: decoded.sure } },
    };
  },
};

async function readPage(html: string, options: ReadingOptions) {
  const { tree, isCutOff } = parsedHtml(withFiguresForShortcodes(html));
  prepare(tree);
  const article = articleOf(tree);
  const title = titleOf(tree, article);
  const publicationDate = publicationDateOf(tree, article);
  const baseAddress = addressOf(tree, html);
  options.signal?.throwIfAborted();
  const findPicture = async (source: string) => {
    const path = localPath(source);
    return path === null ? null : await options.findBeside(path);
  };
  const body = await markdownOf(article.content ?? bodyOf(tree), { findPicture, baseAddress });
  return {
    key: '',
    title,
    byline: bylineOf(tree, article),
    publicationDate,
    status: 'filed' as const,
    tags: [],
    body: withoutTitle(body.markdown, title),
    images: body.images,
    remarks: isCutOff
      ? [...body.remarks, { code: 'text-cut-off' as const, count: 1 }]
      : body.remarks,
  };
}

/** What a page hides until its scripts have run: WeChat's article, and pictures that load late. */
function prepare(tree: Root): void {
  for (const element of elementsOf(tree)) {
    if (/\b(?:js_content|rich_media_content)\b/.test(labels(element))) {
      delete element.properties['style'];
    }
    if (element.tagName === 'form') element.tagName = 'div';
  }
}

function bodyOf(tree: Root): Root {
  const body: Element | null = firstElement(tree, (element) => element.tagName === 'body');
  return { type: 'root', children: body?.children ?? [] };
}
