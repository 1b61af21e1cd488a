import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root } from 'hast';
import { parseHTML } from 'linkedom';
import { attribute, isElement, type Parent } from '../markdown/hast';

/** What stands on a page between menus and footers, and what the page says of it. */
export interface Article {
  /** null where no main part was found. */
  readonly content: Root | null;
  readonly title: string;
  readonly byline: string;
  readonly siteName: string;
  readonly publishedTime: string;
}

/** Chinese says in 140 characters what takes English 500, which is the library's own threshold. */
const shortestArticle = 140;

/** Attributes by which the library judges; all else of an element is kept beside the document. */
const judged = new Map(
  Object.entries({
    id: 'id',
    className: 'class',
    style: 'style',
    href: 'href',
    src: 'src',
    rel: 'rel',
    role: 'role',
    name: 'name',
    property: 'property',
    content: 'content',
    type: 'type',
    itemProp: 'itemprop',
    itemType: 'itemtype',
    itemScope: 'itemscope',
    hidden: 'hidden',
    ariaHidden: 'aria-hidden',
    ariaModal: 'aria-modal',
    lang: 'lang',
    dir: 'dir',
    colSpan: 'colspan',
    rowSpan: 'rowspan',
    summary: 'summary',
    dataTable: 'datatable',
  }),
);
const identity = 'data-press-archive-element';

/** The main article of a page, by Mozilla's Readability. The tree is left as it is. */
export function articleOf(page: Root): Article {
  const blank = '<!doctype html><html><head></head><body></body></html>';
  const { document } = parseHTML(blank) as unknown as { readonly document: DomDocument };
  const elements: Element[] = [];
  fill(document.documentElement, page, document, elements);
  const reader = new Readability<unknown>(document as never, {
    charThreshold: shortestArticle,
    keepClasses: true,
    serializer: (node: unknown) => node,
  });
  const found = reader.parse();
  const content: Root = { type: 'root', children: [] };
  if (found?.content != null) content.children = childrenOf(found.content as DomNode, elements);
  return {
    content: content.children.length === 0 ? null : content,
    title: found?.title ?? '',
    byline: found?.byline ?? '',
    siteName: found?.siteName ?? '',
    publishedTime: found?.publishedTime ?? '',
  };
}

/** What this file uses of linkedom's nodes. */
interface DomNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  getAttribute: (name: string) => string | null;
  setAttribute: (name: string, value: string) => void;
  appendChild: (child: DomNode) => unknown;
}

interface DomDocument {
  readonly documentElement: DomNode;
  readonly head: DomNode;
  readonly body: DomNode;
  createElement: (name: string) => DomNode;
  createTextNode: (text: string) => DomNode;
}

function fill(into: DomNode, parent: Parent, document: DomDocument, elements: Element[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') into.appendChild(document.createTextNode(child.value));
    if (child.type !== 'element' || isUseless(child)) continue;
    if (child.tagName === 'html') {
      copyAttributes(into, child, elements);
      fill(into, child, document, elements);
    } else if (child.tagName === 'head') fill(document.head, child, document, elements);
    else if (child.tagName === 'body') {
      copyAttributes(document.body, child, elements);
      fill(document.body, child, document, elements);
    } else {
      const node = document.createElement(child.tagName);
      copyAttributes(node, child, elements);
      fill(node, child, document, elements);
      into.appendChild(node);
    }
  }
}

function isUseless(element: Element): boolean {
  if (element.tagName === 'script') return attribute(element, 'type') !== 'application/ld+json';
  return !/^[a-z][a-z0-9]*$/.test(element.tagName) || /^(?:style|template)$/.test(element.tagName);
}

function copyAttributes(node: DomNode, element: Element, elements: Element[]): void {
  node.setAttribute(identity, String(elements.push(element) - 1));
  for (const [property, name] of judged) {
    const value = element.properties[property];
    if (value === undefined || value === null || value === false) continue;
    const text = attribute(element, property);
    node.setAttribute(name, text);
  }
  // Where a picture comes from says nothing to a judge of text, and one without a source would go.
  if (element.tagName === 'img') node.setAttribute('src', 'picture.jpg');
}

function childrenOf(node: DomNode, elements: readonly Element[]): ElementContent[] {
  const children: ElementContent[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType === 3) children.push({ type: 'text', value: child.nodeValue ?? '' });
    if (child.nodeType !== 1) continue;
    const original = elements[Number(child.getAttribute(identity) ?? -1)];
    children.push({
      type: 'element',
      tagName: child.localName,
      properties: isElement(original) ? { ...original.properties } : {},
      children: childrenOf(child, elements),
    });
  }
  return children;
}
