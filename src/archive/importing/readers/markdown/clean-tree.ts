import type { Comment, Element, ElementContent, Root } from 'hast';
import { attribute, elementOf, firstElement, isElement, replaceChildren, textOf } from './hast';

const dropped = new Set(
  'script style template iframe frame frameset noframes object embed applet svg canvas math audio video source track input select textarea button datalist output meter progress dialog link meta base title head nav menu noembed'.split(
    ' ',
  ),
);

/** Elements that only a screen's layout needs; their children take their place. */
const unwrapped = new Set('font center nobr blink marquee big small slot data'.split(' '));

/** The first words of a letter that only lists of letters show are hidden in the latter ways. */
const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$)|font-size\s*:\s*0(?:px)?\s*(?:;|$))/i;

/** A form around more text than this is a page in one form, as ASP.NET makes them. */
const textOfPageForm = 400;

/** What runs, asks, hides or frames goes; what is left is text, structure and pictures. */
export function cleanTree(tree: Root): void {
  dropComments(tree);
  replaceChildren(tree, (element) => {
    const { tagName } = element;
    if (dropped.has(tagName) || isHidden(element)) return [];
    if (tagName === 'form') return textOf(element).length > textOfPageForm ? element.children : [];
    if (tagName === 'noscript') return replacementOfNoscript(element);
    // Namespaced marks of Word's HTML ("o:p", "st1:place").
    if (unwrapped.has(tagName) || tagName.includes(':')) return element.children;
    if (tagName === 'pre') return linesOf(element);
    if (/\bMsoListParagraph/.test(attribute(element, 'className'))) return itemOf(element);
    if (/mso-list\s*:\s*ignore/i.test(attribute(element, 'style'))) return bulletOf(element);
    return null;
  });
}

function dropComments(parent: Root | Element): void {
  const isKept = (child: { type: string }) => child.type !== 'comment' && child.type !== 'doctype';
  if (!parent.children.every(isKept)) {
    parent.children = (parent.children as (ElementContent | Comment)[]).filter(isKept);
  }
  for (const child of parent.children) if (child.type === 'element') dropComments(child);
}

function isHidden(element: Element): boolean {
  const { hidden, style } = element.properties;
  if (hidden === true || hidden === '') return true;
  if (typeof style !== 'string') return false;
  return hiddenStyle.test(style);
}

/** Beside a lazy picture stands its plain one; the one of a counter is one pixel. */
function replacementOfNoscript(element: Element): ElementContent[] {
  const image = firstElement(element, (inner) => isElement(inner, 'img'));
  return image === null || textOf(element) !== '' ? [] : [image];
}

const bullet = /^[·•●▪◆■○§o–-]$/;

/** What Word and Outlook write before an item of a list, with blanks to set it apart. */
function bulletOf(span: Element): ElementContent[] {
  return [{ type: 'text', value: `${textOf(span)} ` }];
}

/** A list of Word's in HTML is a paragraph for each item, which begins with its bullet or number. */
function itemOf(paragraph: Element): ElementContent[] | null {
  const [first] = paragraph.children;
  if (first?.type !== 'text' || !bullet.test(first.value.trim())) return null;
  return [elementOf('ul', [elementOf('li', paragraph.children.slice(1))])];
}

/** Text set in lines, as letters have it, and no program's code. */
function linesOf(pre: Element): ElementContent[] | null {
  if (firstElement(pre, (inner) => isElement(inner, 'code')) !== null) return null;
  if (firstElement(pre, (inner) => isElement(inner, 'p', 'div', 'table')) !== null) {
    return pre.children;
  }
  const paragraphs: ElementContent[][] = [[]];
  for (const child of pre.children) {
    if (child.type !== 'text') {
      paragraphs.at(-1)?.push(child);
      continue;
    }
    child.value.split(/\n[ \t]*(?:\n[ \t]*)+/).forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      part.split('\n').forEach((line, lineIndex) => {
        if (lineIndex > 0) paragraphs.at(-1)?.push(elementOf('br', []));
        paragraphs.at(-1)?.push({ type: 'text', value: line });
      });
    });
  }
  return paragraphs.map((children) => elementOf('p', children));
}

/** Whether the table only places things on the page, as letters and old pages do. */
function isLayoutTable(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true;
  let columns = 0;
  let isLayout = false;
  const rows: Element[] = [];
  collectRows(table, rows);
  for (const row of rows) {
    const cells = row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'));
    columns = Math.max(columns, cells.filter((cell) => textOf(cell) !== '').length);
    isLayout ||= cells.some(
      (cell) =>
        firstElement(cell, (inner) =>
          isElement(inner, 'table', 'h1', 'h2', 'h3', 'img', 'figure', 'ul', 'ol', 'blockquote'),
        ) !== null || textOf(cell).length > 800,
    );
  }
  return isLayout || columns < 2;
}

function collectRows(parent: Element, rows: Element[]): void {
  for (const child of parent.children) {
    if (isElement(child, 'tr')) rows.push(child);
    else if (isElement(child, 'tbody', 'thead', 'tfoot')) collectRows(child, rows);
  }
}

/** Tables that place become blocks; cells of true tables become one line each. */
export function settleTables(tree: Root): void {
  replaceChildren(tree, (element) => {
    if (element.tagName !== 'table') return null;
    return isLayoutTable(element) ? blocksOf(element) : [withLinesForCells(element)];
  });
}

function blocksOf(table: Element): ElementContent[] {
  const caption = table.children.filter((child) => isElement(child, 'caption'));
  const rows: Element[] = [];
  collectRows(table, rows);
  const cells = rows.flatMap((row) =>
    row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th')),
  );
  return [...caption, ...cells].map((block) => elementOf('div', block.children));
}

function withLinesForCells(table: Element): Element {
  const rows: Element[] = [];
  collectRows(table, rows);
  for (const row of rows) {
    for (const cell of row.children) {
      if (!isElement(cell, 'td', 'th')) continue;
      const blocks = cell.children.filter(
        (child) => child.type !== 'text' || child.value.trim() !== '',
      );
      cell.children = blocks.flatMap((block, index) => [
        ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
        ...(isElement(block, 'p', 'div') ? block.children : [block]),
      ]);
      replaceChildren(cell, (inner) =>
        isElement(inner, 'br', 'p', 'div')
          ? [{ type: 'text', value: ' ' }, ...inner.children, { type: 'text', value: ' ' }]
          : null,
      );
    }
  }
  const head = rows[0];
  const heads = head?.children.filter((cell) => isElement(cell, 'td', 'th')) ?? [];
  if (rows.length > 1 && heads.every((cell) => textOf(cell) !== '')) {
    for (const cell of heads) if (isElement(cell)) cell.tagName = 'th';
  }
  return table;
}
