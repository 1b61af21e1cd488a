import type { Element, Root } from 'hast';
import mammoth from 'mammoth';
import { styled, styleNames } from '../office/styles';
import type { GivenFile } from '../reader';
import {
  attribute,
  elementOf,
  isElement,
  parsedHtml,
  replaceChildren,
  textOf,
} from '../markdown/hast';

const blocks: Readonly<Record<keyof typeof styleNames, string>> = {
  title: `h1.${styled.title}`,
  byline: `p.${styled.byline}`,
  date: `p.${styled.date}`,
  caption: `p.${styled.caption}`,
  quote: 'blockquote > p',
};

const styleMap = [
  ...Object.entries(blocks).flatMap(([role, block]) =>
    styleNames[role as keyof typeof styleNames].map(
      (name) => `p[style-name='${name}'] => ${block}:fresh`,
    ),
  ),
  'strike => s',
];

/** What mammoth reads parts from; it takes this in place of a buffer. */
export interface PartSource {
  exists: (path: string) => boolean;
  read: (path: string, encoding?: string) => Promise<Uint8Array | string>;
}

/** The document as a tree of HTML, its pictures named `picture:N`. */
export async function treeOfDocument(source: PartSource): Promise<{
  readonly tree: Root;
  readonly pictures: readonly GivenFile[];
  readonly isCutOff: boolean;
}> {
  const pictures: GivenFile[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    try {
      const bytes = new Uint8Array(await image.readAsArrayBuffer());
      return { src: `picture:${pictures.push({ name: '', bytes }) - 1}` };
    } catch {
      // A link to elsewhere, or a part that isn't there.
      return { src: 'picture:missing' };
    }
  });
  const input = { file: source } as unknown as { buffer: Buffer };
  const { value } = await mammoth.convertToHtml(input, {
    styleMap,
    convertImage,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
  });
  const { tree, isCutOff } = parsedHtml(value);
  writeOutNotes(tree);
  return { tree, pictures, isCutOff };
}

/** Notes become paragraphs at the end, each with the mark that stands in the text: "[1] …". */
function writeOutNotes(tree: Root): void {
  const isNote = (element: Element) => /^(?:foot|end)note-\d+$/.test(attribute(element, 'id'));
  replaceChildren(tree, (element) => {
    if (element.tagName !== 'ol') return null;
    const items = element.children.filter((child): child is Element => isElement(child, 'li'));
    if (items.length === 0 || !items.every(isNote)) return null;
    return items.map((item, index) => {
      const text = textOf(item).replace(/\s*↑$/, '');
      return elementOf('p', [{ type: 'text', value: `[${index + 1}] ${text}` }]);
    });
  });
}
