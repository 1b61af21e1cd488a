import type { Element, ElementContent, Root } from 'hast';
import { elementOf } from '../markdown/hast';
import type { GivenFile } from '../reader';
import { pictureElement } from './office-release';
import { styled, type ParagraphRole } from './styles';

/** How letters look. */
export interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  /** Where they lead; '' where nowhere. */
  readonly href: string;
}

export interface ParagraphShape {
  readonly role: ParagraphRole;
  /** `level` counts from 0. */
  readonly list: { readonly isNumbered: boolean; readonly level: number } | null;
  readonly isInTable: boolean;
}

/** Of text that is nothing in particular. */
export const plainShape: ParagraphShape = { role: null, list: null, isInTable: false };

interface Surroundings {
  readonly blocks: ElementContent[];
  readonly words: ElementContent[];
  readonly cell: ElementContent[];
  readonly row: Element[];
  readonly table: Element | null;
  readonly waiting: ElementContent[];
}

/** As much as of other formats. */
const maxElements = 250_000;
const maxLetters = 12 * 1024 * 1024;
const deepestList = 12;

/**
 * A document as Word's own formats keep it: one paragraph after the other, each told at its end what it
 * is, tables as cells that end and rows that end.
 */
export class FlatDocument {
  readonly pictures: (GivenFile | null)[] = [];
  #blocks: ElementContent[] = [];
  readonly #notes: ElementContent[] = [];
  #words: ElementContent[] = [];
  #cell: ElementContent[] = [];
  #row: Element[] = [];
  #table: Element | null = null;
  #last: { readonly marks: Marks; readonly text: { type: 'text'; value: string } } | null = null;
  /** Blocks of text boxes, which come after the paragraph in which they stand. */
  #waiting: ElementContent[] = [];
  readonly #around: Surroundings[] = [];
  #elements = 0;
  #letters = 0;

  /** Whether the rest is left out, since there is more than any document has. */
  get isFull(): boolean {
    return this.#elements > maxElements || this.#letters > maxLetters;
  }

  text(value: string, marks: Marks): void {
    if (value === '' || this.isFull) return;
    this.#letters += value.length;
    if (this.#last !== null && isSame(this.#last.marks, marks)) {
      this.#last.text.value += value;
      return;
    }
    const text = { type: 'text' as const, value };
    this.#last = { marks, text };
    this.#words.push(this.#marked(text, marks));
  }

  lineBreak(): void {
    this.#push(elementOf('br', []));
  }

  /** null: a picture that isn't in the file. */
  picture(file: GivenFile | null, altText: string): void {
    if (this.isFull) return;
    this.#push(pictureElement(this.pictures.push(file) - 1, altText));
  }

  /** What a note says, with its mark. */
  note(text: string): void {
    if (this.isFull) return;
    this.#elements++;
    this.#letters += text.length;
    this.#notes.push(elementOf('p', [{ type: 'text', value: text }]));
  }

  endParagraph(shape: ParagraphShape): void {
    if (!shape.isInTable) this.#endTable();
    const words = this.#take();
    const target = shape.isInTable ? this.#cell : this.#blocks;
    if (words.length > 0 && !this.isFull) {
      this.#elements++;
      if (shape.list !== null && shape.role === null) {
        this.#appendItem(target, words, shape.list);
      } else target.push(...blocksOf(words, shape.role));
    }
    for (const block of this.#waiting) target.push(block);
    this.#waiting = [];
  }

  /** What follows, up to `endAside`, is a text box within the paragraph. */
  beginAside(): void {
    this.#around.push({
      blocks: this.#blocks,
      words: this.#words,
      cell: this.#cell,
      row: this.#row,
      table: this.#table,
      waiting: this.#waiting,
    });
    [this.#blocks, this.#words, this.#cell, this.#row, this.#waiting] = [[], [], [], [], []];
    [this.#table, this.#last] = [null, null];
  }

  endAside(): void {
    const around = this.#around.pop();
    if (around === undefined) return;
    this.endParagraph(plainShape);
    this.#endTable();
    // Added, not copied: a paragraph may hold very many.
    this.#waiting = around.waiting;
    for (const block of this.#blocks) this.#waiting.push(block);
    this.#blocks = around.blocks;
    this.#words = around.words;
    this.#cell = around.cell;
    this.#row = around.row;
    this.#table = around.table;
    this.#last = null;
  }

  endCell(shape: ParagraphShape): void {
    this.endParagraph({ ...shape, isInTable: true });
    this.#elements++;
    this.#row.push(elementOf('td', this.#cell));
    this.#cell = [];
  }

  endRow(): void {
    if (this.#words.length > 0 || this.#cell.length > 0) {
      this.endCell(plainShape);
    }
    if (this.#row.length === 0) return;
    this.#table ??= elementOf('table', []);
    this.#elements++;
    this.#table.children.push(elementOf('tr', this.#row));
    this.#row = [];
  }

  finished(): Root {
    while (this.#around.length > 0) this.endAside();
    this.endParagraph(plainShape);
    this.#endTable();
    return { type: 'root', children: [...this.#blocks, ...this.#notes] };
  }

  #endTable(): void {
    if (this.#cell.length > 0 || this.#row.length > 0) {
      const words = this.#take();
      this.endRow();
      this.#words = words;
    }
    if (this.#table !== null) this.#blocks.push(this.#table);
    this.#table = null;
  }

  #push(element: Element): void {
    if (this.isFull) return;
    this.#elements++;
    this.#last = null;
    this.#words.push(element);
  }

  #take(): ElementContent[] {
    const words = this.#words;
    this.#words = [];
    this.#last = null;
    return words;
  }

  #marked(text: ElementContent, { bold, italic, struck, href }: Marks): ElementContent {
    const names = [
      ...(bold ? ['strong'] : []),
      ...(italic ? ['em'] : []),
      ...(struck ? ['s'] : []),
    ];
    const marked = names.reduceRight((inner, name) => elementOf(name, [inner]), text);
    this.#elements += names.length + 1;
    if (href === '') return marked;
    return { type: 'element', tagName: 'a', properties: { href }, children: [marked] };
  }

  /** Into the list that ends the target, where it's one of its like. */
  #appendItem(
    target: ElementContent[],
    words: ElementContent[],
    list: NonNullable<ParagraphShape['list']>,
  ): void {
    let into = target;
    const tagName = list.isNumbered ? 'ol' : 'ul';
    for (let level = Math.min(list.level, deepestList); level > 0; level--) {
      const last = into.at(-1);
      const item = isListOf(last) ? last.children.at(-1) : undefined;
      if (item?.type !== 'element') break;
      into = item.children;
    }
    const last = into.at(-1);
    const item = elementOf('li', words);
    if (isListOf(last) && last.tagName === tagName) last.children.push(item);
    else {
      this.#elements++;
      into.push(elementOf(tagName, [item]));
    }
  }
}

function isListOf(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

function isSame(a: Marks, b: Marks): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.struck === b.struck && a.href === b.href;
}

/** The blocks of a paragraph. A caption that holds its picture stands under it. */
export function blocksOf(words: ElementContent[], role: ParagraphRole): Element[] {
  if (role === null) return [elementOf('p', words)];
  if (typeof role === 'number') return [elementOf(`h${role}`, words)];
  if (role === 'quote') return [elementOf('blockquote', [elementOf('p', words)])];
  const named = elementOf(role === 'title' ? 'h1' : 'p', words);
  named.properties = { className: [styled[role]] };
  if (role !== 'caption') return [named];
  const pictures = words.filter((child) => child.type === 'element' && child.tagName === 'img');
  if (pictures.length === 0) return [named];
  named.children = words.filter((child) => !pictures.includes(child));
  return [elementOf('p', pictures), named];
}
