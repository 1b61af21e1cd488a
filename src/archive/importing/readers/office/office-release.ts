import type { Element, Root } from 'hast';
import { attribute, elementsOf, textOf, tidyLine } from '../markdown/hast';
import { markdownOf } from '../markdown/markdown-of';
import { withoutTitle } from '../markdown/without-title';
import type { GivenFile, ReadRelease, ReadRemark } from '../reader';
import { writtenDate } from '../written-date';
import { isRealTitle, type CoreProperties } from './core-properties';
import { styled } from './styles';

/** What a program for texts wrote, whichever its format. */
interface OfficeDocument {
  /** HTML, its parts in the classes of `styled`; used up. */
  readonly tree: Root;
  /** The address of a picture in the tree is `picture:N`, N counting these from 0; null: it isn't there. */
  readonly pictures: readonly (GivenFile | null)[];
  readonly properties: CoreProperties;
  readonly remarks: readonly ReadRemark[];
}

/** The release that a document holds, its title and day as the text shows them. */
export async function officeRelease(document: OfficeDocument): Promise<ReadRelease> {
  const { tree, pictures, properties, remarks } = document;
  const title = titleOf(tree, tidyLine(properties.title));
  const byline = takeStyled(tree, styled.byline, true).join(', ');
  const publicationDate = writtenDate(takeStyled(tree, styled.date, false)[0] ?? '');
  const body = await markdownOf(tree, {
    findPicture: async (address) => pictures[Number(address.replace('picture:', ''))] ?? null,
  });
  return {
    key: '',
    title,
    byline,
    publicationDate,
    status: 'filed',
    tags: properties.keywords
      .split(/[,;，；、]/)
      .map(tidyLine)
      .filter(Boolean),
    body: withoutTitle(body.markdown, title),
    images: body.images,
    remarks: summedUp([...body.remarks, ...remarks]),
  };
}

/** The lines in this style, taken out of the tree where `isTaken`. */
function takeStyled(tree: Root, className: string, isTaken: boolean): readonly string[] {
  const texts: string[] = [];
  for (const element of elementsOf(tree)) {
    if (attribute(element, 'className') !== className) continue;
    const text = textOf(element);
    if (text !== '') texts.push(text);
    if (isTaken) element.children = [];
  }
  return texts;
}

/**
 * The title that the text shows, where it shows one; a property often stays behind from the document
 * that this one was made from. So the property counts where the text says it too, or has no title.
 */
function titleOf(tree: Root, property: string): string {
  const shown = takeStyled(tree, styled.title, false)[0] ?? '';
  const isProperty = isRealTitle(property);
  if (isProperty && (shown === '' || textOf(tree).includes(property))) return property;
  if (isRealTitle(shown)) return shown;
  const heading = [...elementsOf(tree)].find(
    (element) => element.tagName === 'h1' && isRealTitle(textOf(element)),
  );
  if (heading === undefined) return isProperty ? property : '';
  return textOf(heading);
}

function summedUp(remarks: readonly ReadRemark[]): readonly ReadRemark[] {
  const counts = new Map<ReadRemark['code'], number>();
  for (const { code, count } of remarks) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count })).filter(({ count }) => count > 0);
}

/** A picture within a tree for `officeRelease`; one that isn't in the file has no number. */
export function pictureElement(number: number | null, altText: string): Element {
  const src = number === null ? 'picture:missing' : `picture:${number}`;
  return { type: 'element', tagName: 'img', properties: { src, alt: altText }, children: [] };
}
