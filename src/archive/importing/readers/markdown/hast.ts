import type { Element, ElementContent, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { boundedNesting } from './bounded-nesting';

export type Parent = Root | Element;

const parser = unified().use(rehypeParse);

/** Parses as a browser does; whatever the nesting. */
export function parsedHtml(html: string): { readonly tree: Root; readonly isCutOff: boolean } {
  const bounded = boundedNesting(html);
  return { tree: parser.parse(bounded.html), isCutOff: bounded.isCutOff };
}

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** Every element below, in the order of the text. */
export function* elementsOf(parent: Parent): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function firstElement(parent: Parent, test: (element: Element) => boolean): Element | null {
  for (const element of elementsOf(parent)) {
    if (test(element)) return element;
  }
  return null;
}

const apart = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The text below, in one line: blanks collapsed, blocks kept apart. */
export function textOf(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return tidyLine(parts.join(''));
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value);
  if (node.type !== 'element' && node.type !== 'root') return;
  const isApart = node.type === 'element' && apart.has(node.tagName);
  if (isApart) parts.push(' ');
  for (const child of node.children) collect(child, parts);
  if (isApart) parts.push(' ');
}

/** One line without characters that nobody sees. */
export function tidyLine(text: string): string {
  return text
    .replaceAll(invisible, '')
    .replaceAll(/[\s\u3000]+/g, ' ')
    .trim();
}

/** Controls, zero-width blanks, soft hyphens, object marks; joiners stay, scripts need them. */
export const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffc]/g;

/** The attribute as text; '' where there is none. Names are hast's: `className`, `dataSrc`. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Class names and id in one line. */
export function labels(element: Element): string {
  return `${attribute(element, 'className')} ${attribute(element, 'id')}`.trim();
}

export function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/** Puts others in the place of each child, deepest first; what isn't named stays. */
export function replaceChildren(
  parent: Parent,
  replacement: (element: Element) => ElementContent[] | null,
): void {
  const next: ElementContent[] = [];
  let changed = false;
  for (const child of parent.children as ElementContent[]) {
    if (child.type !== 'element') {
      next.push(child);
      continue;
    }
    replaceChildren(child, replacement);
    const others = replacement(child);
    if (others === null) next.push(child);
    else {
      changed = true;
      for (const other of others) next.push(other);
    }
  }
  if (changed) parent.children = next;
}
