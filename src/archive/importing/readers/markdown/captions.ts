import type { Element, Root } from 'hast';
import {
  attribute,
  elementsOf,
  firstElement,
  isElement,
  labels,
  textOf,
  type Parent,
} from './hast';

/** What a page says of one picture. */
interface PictureWords {
  caption: string;
  creditLine: string;
}

const captionLabel =
  /caption|cutline|legende|(?:img|image|pic|picture|photo)[-_]?(?:desc|descr|description|text|txt|info|title|note)/i;
const creditLabel = /credit|copyright|photographer|photo-?by/i;
/** Longer than this it's text that somebody gave a misleading class. */
const longestCaption = 1500;
const longestCredit = 300;

/**
 * Takes the captions and credits of pictures out of the tree: `figcaption`, and the classes that
 * WordPress and other systems give them. `isPicture` says which images are kept; beside another one
 * its caption stays in the text.
 */
export function takeCaptions(
  tree: Root,
  isPicture: (image: Element) => boolean,
): Map<Element, PictureWords> {
  const words = new Map<Element, PictureWords>();
  const taken = new Set<Element>();
  for (const element of elementsOf(tree)) {
    if (element.tagName !== 'figure') continue;
    const caption = element.children.find((child) => isElement(child, 'figcaption'));
    if (!isElement(caption)) continue;
    const image = firstElement(
      element,
      (inner) => inner.tagName === 'img' && isPicture(inner) && !words.has(inner),
    );
    if (image === null || holdsPicture(caption)) continue;
    words.set(image, wordsOf(caption));
    taken.add(caption);
  }
  takeLabelled(tree, isPicture, words, taken);
  remove(tree, taken);
  return words;
}

/** A labelled line counts where nothing but blanks stands between it and a picture before it. */
function takeLabelled(
  tree: Root,
  isPicture: (image: Element) => boolean,
  words: Map<Element, PictureWords>,
  taken: Set<Element>,
): void {
  let last: Element | null = null;
  const walk = (parent: Parent) => {
    for (const child of parent.children) {
      if (child.type === 'text' && child.value.trim() !== '') last = null;
      if (child.type !== 'element' || taken.has(child)) continue;
      if (child.tagName === 'img') {
        last = isPicture(child) ? child : null;
        continue;
      }
      if (last !== null && take(child, last)) {
        taken.add(child);
        continue;
      }
      walk(child);
    }
  };
  const take = (element: Element, image: Element): boolean => {
    const label = labels(element);
    if (label === '' || holdsPicture(element)) return false;
    const isCredit = creditLabel.test(label);
    if (!isCredit && !captionLabel.test(label)) return false;
    const text = textOf(element);
    if (text === '' || text.length > (isCredit ? longestCredit : longestCaption)) return false;
    const known = words.get(image) ?? { caption: '', creditLine: '' };
    if (isCredit ? known.creditLine !== '' : known.caption !== '') return false;
    if (isCredit) words.set(image, { ...known, creditLine: text });
    else {
      const found = wordsOf(element);
      words.set(image, {
        caption: found.caption,
        creditLine: known.creditLine || found.creditLine,
      });
    }
    return true;
  };
  walk(tree);
}

function holdsPicture(element: Element): boolean {
  return firstElement(element, (inner) => inner.tagName === 'img') !== null;
}

function wordsOf(caption: Element): PictureWords {
  const credit = firstElement(
    caption,
    (inner) =>
      creditLabel.test(labels(inner)) || attribute(inner, 'itemProp').includes('copyrightHolder'),
  );
  const creditLine = credit === null ? '' : textOf(credit);
  if (credit === null || creditLine.length > longestCredit || creditLine === textOf(caption)) {
    return { caption: textOf(caption), creditLine: '' };
  }
  remove(caption, new Set([credit]));
  return { caption: textOf(caption), creditLine };
}

function remove(parent: Parent, taken: ReadonlySet<Element>): void {
  if (taken.size === 0) return;
  parent.children = parent.children.filter(
    (child) => child.type !== 'element' || !taken.has(child),
  );
  for (const child of parent.children) if (child.type === 'element') remove(child, taken);
}
