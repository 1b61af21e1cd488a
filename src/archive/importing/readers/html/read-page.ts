import type { Element, Root } from 'hast';
import { withFiguresForShortcodes } from '../markdown/caption-shortcodes';
import { elementsOf, firstElement, labels, parsedHtml } from '../markdown/hast';
import { markdownOf } from '../markdown/markdown-of';
import type { FindPicture } from '../markdown/pictures';
import { withoutTitle } from '../markdown/without-title';
import type { ReadRelease } from '../reader';
import { articleOf } from './article';
import { bylineOf } from './byline';
import { addressOf, publicationDateOf, titleOf } from './page-metadata';

interface PageOptions {
  readonly findPicture: FindPicture;
  /** Where the page came from, unless it says so itself. */
  readonly address: string | null;
  readonly signal: AbortSignal | null;
}

/** The article of a page with its title, day, byline and pictures. */
export async function readPage(html: string, options: PageOptions): Promise<ReadRelease> {
  const { tree, isCutOff } = parsedHtml(withFiguresForShortcodes(html));
  prepare(tree);
  const article = articleOf(tree);
  const title = titleOf(tree, article);
  const publicationDate = publicationDateOf(tree, article);
  const baseAddress = addressOf(tree, html) ?? options.address;
  options.signal?.throwIfAborted();
  const body = await markdownOf(article.content ?? bodyOf(tree), {
    findPicture: options.findPicture,
    baseAddress,
  });
  return {
    key: '',
    title,
    byline: bylineOf(tree, article),
    publicationDate,
    status: 'filed',
    tags: [],
    body: withoutTitle(body.markdown, title),
    images: body.images,
    remarks: isCutOff ? [...body.remarks, { code: 'text-cut-off', count: 1 }] : body.remarks,
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
