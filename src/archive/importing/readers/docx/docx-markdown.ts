import type { Element, Root } from 'hast';
import mammoth from 'mammoth';
import type { GivenFile } from '../reader';
import {
  attribute,
  elementOf,
  elementsOf,
  isElement,
  parsedHtml,
  replaceChildren,
  textOf,
} from '../markdown/hast';

/** What stands where among a document's styles, by class. */
export const styled = {
  title: 'document-title',
  byline: 'document-byline',
  date: 'document-date',
  caption: 'document-caption',
} as const;

const styleMap = [
  ...['Title', '标题'].map((name) => `p[style-name='${name}'] => h1.${styled.title}:fresh`),
  ...['Author', 'Byline'].map((name) => `p[style-name='${name}'] => p.${styled.byline}:fresh`),
  `p[style-name='Date'] => p.${styled.date}:fresh`,
  ...[
    'Caption',
    'Image Caption',
    'Picture Caption',
    'Photo Caption',
    'Illustration',
    'Figure',
    '题注',
  ].map((name) => `p[style-name='${name}'] => p.${styled.caption}:fresh`),
  ...['Quote', 'Intense Quote', 'Block Text', 'Quotations'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  'strike => s',
];

/** What mammoth reads parts from; it takes this in place of a buffer. */
export interface PartSource {
  exists: (path: string) => boolean;
  read: (path: string, encoding?: string) => Promise<Uint8Array | string>;
}

/** The document as a tree of HTML, its pictures named `docx:N`. */
export async function treeOfDocument(source: PartSource): Promise<{
  readonly tree: Root;
  readonly pictures: readonly GivenFile[];
  readonly isCutOff: boolean;
}> {
  const pictures: GivenFile[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    try {
      const bytes = new Uint8Array(await image.readAsArrayBuffer());
      return { src: `docx:${pictures.push({ name: '', bytes }) - 1}` };
    } catch {
      // A link to elsewhere, or a part that isn't there.
      return { src: 'docx:missing' };
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

/** The lines in this style, taken out of the tree where `isTaken`. */
export function takeStyled(tree: Root, className: string, isTaken: boolean): readonly string[] {
  const texts: string[] = [];
  for (const element of elementsOf(tree)) {
    if (attribute(element, 'className') !== className) continue;
    const text = textOf(element);
    if (text !== '') texts.push(text);
    if (isTaken) element.children = [];
  }
  return texts;
}
