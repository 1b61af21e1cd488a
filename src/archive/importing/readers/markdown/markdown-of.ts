import type { Element, Root } from 'hast';
import type { ReadImage, ReadRemark } from '../reader';
import { withFiguresForShortcodes } from './caption-shortcodes';
import { takeCaptions } from './captions';
import { cleanTree, settleTables } from './clean-tree';
import { attribute, elementsOf, parsedHtml, replaceChildren, tidyLine } from './hast';
import { findPictures, unwrapPictures, type FindPicture } from './pictures';
import { markdownOfTree } from './to-markdown';

interface MarkdownOptions {
  /**
   * The file behind the `src` of an image, null where it isn't at hand. Never asked for `data:`.
   * Nothing may be fetched.
   */
  readonly findPicture: FindPicture;
  /** The address of the page, against which its links are completed; null where it isn't known. */
  readonly baseAddress?: string | null;
}

export interface MarkdownWithImages {
  /** CommonMark with GFM's tables and strikethrough; pictures as `![](image:N)`, N in `images`. */
  readonly markdown: string;
  readonly images: readonly ReadImage[];
  /** 'pictures-not-in-file', 'pictures-unreadable', 'text-cut-off'. */
  readonly remarks: readonly ReadRemark[];
}

/**
 * HTML (a string, or a tree, which is used up) as Markdown with its pictures. Scripts, styles, forms,
 * frames, hidden parts and links that don't lead to a page or an address are left out. Captions
 * (`figcaption`, WordPress' shortcode and class, the usual class names) go to their pictures.
 */
export async function markdownOf(
  html: string | Root,
  options: MarkdownOptions,
): Promise<MarkdownWithImages> {
  const { tree, isCutOff } =
    typeof html === 'string'
      ? parsedHtml(withFiguresForShortcodes(html))
      : { tree: html, isCutOff: false };
  cleanTree(tree);
  unwrapPictures(tree);
  const { pictures, missing, unreadable } = await findPictures(tree, options.findPicture);
  const numbers = new Map<Element, number>();
  pictures.forEach(({ shownBy }, number) => {
    for (const image of shownBy) numbers.set(image, number);
  });
  const words = takeCaptions(tree, (image) => numbers.has(image));
  settleTables(tree);
  const images = pictures.map(({ fileName, bytes, shownBy }): ReadImage => {
    const said = shownBy.map((image) => words.get(image)).find((found) => found !== undefined);
    const altText = shownBy.map((image) => tidyLine(attribute(image, 'alt'))).find(Boolean) ?? '';
    return {
      fileName,
      bytes,
      caption: said?.caption ?? '',
      altText,
      creditLine: said?.creditLine ?? '',
    };
  });
  replaceChildren(tree, (element) => {
    if (element.tagName !== 'img') return null;
    const number = numbers.get(element);
    if (number === undefined) return [];
    element.properties = { src: `image:${number}` };
    return null;
  });
  completeLinks(tree, options.baseAddress ?? null);
  const remarks: ReadRemark[] = [
    { code: 'pictures-not-in-file' as const, count: missing },
    { code: 'pictures-unreadable' as const, count: unreadable },
    { code: 'text-cut-off' as const, count: isCutOff ? 1 : 0 },
  ].filter(({ count }) => count > 0);
  return { markdown: markdownOfTree(tree), images, remarks };
}

function completeLinks(tree: Root, baseAddress: string | null): void {
  for (const element of elementsOf(tree)) {
    if (element.tagName !== 'a') continue;
    const href = attribute(element, 'href').trim();
    element.properties = { href: href.startsWith('#') ? '' : completed(href, baseAddress) };
  }
}

function completed(href: string, baseAddress: string | null): string {
  try {
    return baseAddress === null ? new URL(href).href : new URL(href, baseAddress).href;
  } catch {
    return '';
  }
}
