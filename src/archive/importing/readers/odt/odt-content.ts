import type { Element, ElementContent, Root } from 'hast';
import { SaxesParser } from 'saxes';
import { elementOf, textOf } from '../markdown/hast';
import { blocksOf } from '../office/flat-document';
import type { GivenFile } from '../reader';
import { OdtLists } from './odt-lists';
import { OdtPictures } from './odt-pictures';
import type { OdtStyles } from './odt-styles';
import { OdtTables } from './odt-tables';
import { OdtTree, type Frame } from './odt-tree';
import { marksOf, within } from './odt-words';

export interface OdtContent {
  readonly tree: Root;
  /** Where the pictures lie in the package, or their bytes in base64 where the file holds them itself. */
  readonly pictures: readonly (string | GivenFile)[];
  readonly changes: number;
  readonly comments: number;
  /** Passages that are hidden. */
  readonly hidden: number;
  readonly isCutOff: boolean;
}

/** What isn't part of the text that a reader of the document sees. */
const passedOver = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'office:event-listeners',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:note-citation',
  'text:ruby-text',
  'text:table-of-content-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  'svg:title',
  'svg:desc',
  'math:math',
]);

/** Reads `office:text` (ODF 1.3, part 3), changes accepted. Throws RangeError for what nests without end. */
export function odtContent(xml: string, styles: OdtStyles): OdtContent {
  const builder = new ContentBuilder(styles);
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    builder.open(name, (attribute) => attributes[attribute] ?? '');
  });
  parser.on('text', (text) => {
    builder.text(text);
  });
  parser.on('cdata', (text) => {
    builder.text(text);
  });
  parser.on('closetag', () => {
    builder.close();
  });
  parser.write(xml).close();
  return builder.finished();
}

class ContentBuilder {
  readonly #styles: OdtStyles;
  readonly #tree = new OdtTree();
  readonly #lists: OdtLists;
  readonly #tables = new OdtTables(this.#tree);
  readonly #pictures = new OdtPictures(this.#tree);
  readonly #notes: ElementContent[] = [];
  /** How many open elements are left out. */
  #skipped = 0;
  #noteCount = 0;
  #changes = 0;
  #comments = 0;
  #hidden = 0;
  #isInText = false;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
    this.#lists = new OdtLists(this.#tree, styles);
  }

  finished(): OdtContent {
    return {
      tree: { type: 'root', children: [...this.#tree.root, ...this.#notes] },
      pictures: this.#pictures.found,
      changes: this.#changes,
      comments: this.#comments,
      hidden: this.#hidden,
      isCutOff: this.#tree.isFull,
    };
  }

  text(text: string): void {
    if (this.#pictures.takesText(text)) return;
    if (this.#skipped === 0 && this.#isInText) this.#tree.say(text.replaceAll(/\s+/g, ' '));
  }

  open(name: string, value: (attribute: string) => string): void {
    this.#tree.requireRoom();
    if (this.#skipped > 0) {
      if (name === 'text:insertion' || name === 'text:deletion') this.#changes++;
      this.#skipped++;
      return;
    }
    const frame = this.#isInText ? this.#frameOf(name, value) : this.#outside(name);
    if (frame === 'skip' || this.#tree.isFull) {
      this.#skipped = 1;
      if (name === 'office:annotation') this.#comments++;
      this.#pictures.beginAside(name);
    } else {
      this.#tree.open(frame ?? { name, blocks: null, words: null, after: null });
    }
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      if (this.#skipped === 0) this.#pictures.endAside();
      return;
    }
    this.#tree.close();
  }

  #outside(name: string): Frame | null {
    if (name !== 'office:text') return null;
    this.#isInText = true;
    const close = (): void => {
      this.#isInText = false;
    };
    return { name, blocks: this.#tree.root, words: null, after: null, close };
  }

  #frameOf(name: string, value: (attribute: string) => string): Frame | 'skip' | null {
    if (passedOver.has(name)) return 'skip';
    switch (name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(name, value('text:style-name'), Number(value('text:outline-level')));
      case 'text:span': {
        const look = this.#styles.lettersOf(value('text:style-name'));
        return look.hidden ? this.#hide() : this.#phrase(name, marksOf(look));
      }
      case 'text:a': {
        const link = elementOf('a', []);
        link.properties = { href: value('xlink:href') };
        return this.#phrase(name, [link]);
      }
      case 'text:section':
        return value('text:display') === 'none' ? this.#hide() : null;
      case 'text:s':
        this.#tree.say(' ');
        return null;
      case 'text:tab':
        this.#tree.say('\t');
        return null;
      case 'text:line-break':
        this.#tree.words()?.push(this.#tree.element('br'));
        return null;
      case 'text:list':
        return this.#lists.list(value('text:style-name'));
      case 'text:list-item':
      case 'text:list-header':
        return this.#lists.item();
      case 'table:table':
        return this.#tree.block('table');
      case 'table:table-row':
        return this.#tree.block('tr');
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return this.#tables.cell(Number(value('table:number-columns-repeated') || 1));
      case 'text:note':
        return this.#note();
      case 'draw:frame':
        this.#pictures.beginFrame();
        return null;
      case 'draw:image':
        return this.#pictures.picture(value('xlink:href'));
      case 'office:binary-data':
        return 'skip';
      default:
        return null;
    }
  }

  #hide(): 'skip' {
    this.#hidden++;
    return 'skip';
  }

  #paragraph(name: string, style: string, level: number): Frame {
    const role = this.#styles.roleOf(style);
    const element = this.#tree.element('p');
    const after: ElementContent[] = [];
    const target = this.#tree.blocks();
    const marks =
      role === null ? marksOf(this.#styles.lettersOfParagraph(style)) : ([] as Element[]);
    const close = (): void => {
      const isHeading = name === 'text:h' && role !== 'title';
      const heading = Number.isInteger(level) && level >= 1 ? Math.min(level, 6) : 1;
      target?.push(...blocksOf(element.children, isHeading ? heading : role), ...after);
    };
    return { name, blocks: null, words: within(element, marks), after, close };
  }

  #phrase(name: string, wrappers: readonly Element[]): Frame | null {
    const words = this.#tree.words();
    const [outer] = wrappers;
    if (words === null || outer === undefined) return null;
    this.#tree.count(wrappers.length);
    const holder = elementOf('span', []);
    const inner = within(holder, wrappers);
    words.push(...holder.children);
    return { name, blocks: null, words: inner, after: null };
  }

  #note(): Frame {
    this.#noteCount++;
    const mark = `[${this.#noteCount}]`;
    this.#tree.say(mark);
    const blocks: ElementContent[] = [];
    const close = (): void => {
      const value = `${mark} ${textOf({ type: 'root', children: blocks })}`;
      this.#notes.push(elementOf('p', [{ type: 'text', value }]));
    };
    return { name: 'text:note', blocks, words: null, after: null, close };
  }
}
