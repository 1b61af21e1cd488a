import type { Element, ElementContent, Root } from 'hast';
import { SaxesParser } from 'saxes';
import { elementOf, textOf } from '../markdown/hast';
import { blocksOf } from '../office/flat-document';
import { pictureElement } from '../office/office-release';
import type { GivenFile } from '../reader';
import type { LetterStyle, OdtStyles } from './odt-styles';

export interface OdtContent {
  readonly tree: Root;
  /** Where the pictures lie in the package, or their bytes in base64 where the file holds them itself. */
  readonly pictures: readonly (string | GivenFile)[];
  readonly changes: number;
  readonly comments: number;
  readonly isCutOff: boolean;
}

/** Deeper than this nobody writes; walkers of trees need the stack. */
const deepest = 400;
const deepestList = 12;
/** As many as of a web page. */
const maxElements = 250_000;
const mostRepeated = 64;

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

interface Frame {
  readonly name: string;
  /** Takes paragraphs, lists and tables; null where only words can stand. */
  readonly blocks: ElementContent[] | null;
  /** Takes words; null where there can be none. */
  readonly words: ElementContent[] | null;
  /** Blocks that stand within a paragraph, such as a text box: they come after it. */
  readonly after: ElementContent[] | null;
  readonly close?: () => void;
}

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
  readonly #root: ElementContent[] = [];
  readonly #notes: ElementContent[] = [];
  readonly #pictures: (string | GivenFile)[] = [];
  readonly #frames: Frame[] = [];
  /** Style of the outermost list, and how deep the innermost one is. */
  readonly #lists: string[] = [];
  #listsUnwrapped = 0;
  /** How many more empty cells a row has behind its last one. */
  readonly #emptyCells = new WeakMap<ElementContent[], number>();
  /** How many open elements are left out. */
  #skipped = 0;
  /** Text that isn't a document's, but a picture's description or its bytes. */
  #aside: string[] | null = null;
  #asideOf = '';
  #image: Element | null = null;
  #alt = '';
  #elements = 0;
  #noteCount = 0;
  #changes = 0;
  #comments = 0;
  #isInText = false;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  finished(): OdtContent {
    return {
      tree: { type: 'root', children: [...this.#root, ...this.#notes] },
      pictures: this.#pictures,
      changes: this.#changes,
      comments: this.#comments,
      isCutOff: this.#elements > maxElements,
    };
  }

  text(text: string): void {
    if (this.#aside !== null) this.#aside.push(text);
    else if (this.#skipped === 0 && this.#isInText) this.#say(text.replaceAll(/\s+/g, ' '));
  }

  open(name: string, value: (attribute: string) => string): void {
    if (this.#skipped > 0 || this.#frames.length >= deepest) {
      if (this.#frames.length >= deepest) throw new RangeError('elements nest too deep');
      if (name === 'text:insertion' || name === 'text:deletion') this.#changes++;
      this.#skipped++;
      return;
    }
    const frame = this.#isInText ? this.#frameOf(name, value) : this.#outside(name);
    if (frame === 'skip' || this.#elements > maxElements) {
      this.#skipped = 1;
      if (name === 'office:annotation') this.#comments++;
      this.#beginAside(name);
    } else {
      this.#frames.push(frame ?? { name, blocks: null, words: null, after: null });
    }
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      if (this.#skipped === 0) this.#endAside();
      return;
    }
    this.#frames.pop()?.close?.();
  }

  #outside(name: string): Frame | null {
    if (name !== 'office:text') return null;
    this.#isInText = true;
    const close = (): void => {
      this.#isInText = false;
    };
    return { name, blocks: this.#root, words: null, after: null, close };
  }

  #frameOf(name: string, value: (attribute: string) => string): Frame | 'skip' | null {
    if (passedOver.has(name)) return 'skip';
    switch (name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(name, value('text:style-name'), Number(value('text:outline-level')));
      case 'text:span': {
        const look = this.#styles.lettersOf(value('text:style-name'));
        return look.hidden ? 'skip' : this.#phrase(name, marksOf(look));
      }
      case 'text:a': {
        const link = elementOf('a', []);
        link.properties = { href: value('xlink:href') };
        return this.#phrase(name, [link]);
      }
      case 'text:section':
        return value('text:display') === 'none' ? 'skip' : null;
      case 'text:s':
        this.#say(' ');
        return null;
      case 'text:tab':
        this.#say('\t');
        return null;
      case 'text:line-break':
        this.#words()?.push(this.#element('br'));
        return null;
      case 'text:list':
        return this.#list(value('text:style-name'));
      case 'text:list-item':
      case 'text:list-header':
        return this.#listsUnwrapped > 0 ? null : this.#item();
      case 'table:table':
        return this.#block('table');
      case 'table:table-row':
        return this.#block('tr');
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return this.#cell(Number(value('table:number-columns-repeated') || 1));
      case 'text:note':
        return this.#note();
      case 'draw:frame':
        this.#image = null;
        this.#alt = '';
        return null;
      case 'draw:image':
        return this.#picture(value('xlink:href'));
      case 'office:binary-data':
        return 'skip';
      default:
        return null;
    }
  }

  #paragraph(name: string, style: string, level: number): Frame {
    const role = this.#styles.roleOf(style);
    const element = this.#element('p');
    const after: ElementContent[] = [];
    const target = this.#blocks();
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
    const words = this.#words();
    const [outer] = wrappers;
    if (words === null || outer === undefined) return null;
    this.#elements += wrappers.length;
    const holder = elementOf('span', []);
    const inner = within(holder, wrappers);
    words.push(...holder.children);
    return { name, blocks: null, words: inner, after: null };
  }

  #list(style: string): Frame {
    if (this.#lists.length >= deepestList) {
      this.#listsUnwrapped++;
      const unwrapped = (): void => {
        this.#listsUnwrapped--;
      };
      const blocks = this.#blocks();
      return { name: 'text:list', blocks, words: null, after: null, close: unwrapped };
    }
    const isNumbered = this.#styles.isNumbered(
      style || (this.#lists.at(-1) ?? ''),
      this.#lists.length,
    );
    this.#lists.push(style || (this.#lists.at(-1) ?? ''));
    const list = this.#element(isNumbered ? 'ol' : 'ul');
    this.#blocks()?.push(list);
    const close = (): void => {
      this.#lists.pop();
    };
    return { name: 'text:list', blocks: list.children, words: null, after: null, close };
  }

  #block(tagName: string): Frame {
    const element = this.#element(tagName);
    this.#blocks()?.push(element);
    return { name: tagName, blocks: element.children, words: null, after: null };
  }

  /** A line of its own, unless it holds several paragraphs. */
  #item(): Frame {
    const frame = this.#block('li');
    const close = (): void => {
      const blocks = frame.blocks ?? [];
      const [first, ...others] = blocks;
      const isLine = others.every(
        (other) => other.type === 'element' && /^[uo]l$/.test(other.tagName),
      );
      if (first?.type !== 'element' || first.tagName !== 'p' || !isLine) return;
      blocks.splice(0, 1, ...first.children);
    };
    return { ...frame, close };
  }

  #cell(repeated: number): Frame {
    const row = this.#blocks() ?? [];
    // Empty ones are written out once another follows; behind the last one there may be a million.
    const empty = this.#emptyCells.get(row) ?? 0;
    this.#emptyCells.delete(row);
    for (let i = 0; i < empty; i++) row.push(this.#element('td'));
    const frame = this.#block('td');
    const close = (): void => {
      if ((frame.blocks?.length ?? 0) > 0 || !(repeated > 1)) return;
      this.#emptyCells.set(row, Math.min(repeated, mostRepeated) - 1);
    };
    return { ...frame, close };
  }

  #note(): Frame {
    this.#noteCount++;
    const mark = `[${this.#noteCount}]`;
    this.#say(mark);
    const blocks: ElementContent[] = [];
    const close = (): void => {
      const value = `${mark} ${textOf({ type: 'root', children: blocks })}`;
      this.#notes.push(elementOf('p', [{ type: 'text', value }]));
    };
    return { name: 'text:note', blocks, words: null, after: null, close };
  }

  /** Of the forms in which a frame keeps a picture the first one counts. */
  #picture(href: string): Frame | 'skip' {
    if (this.#image !== null) return 'skip';
    const isInFile = href !== '' && !/^[a-z][a-z0-9+.-]*:|^\//i.test(href);
    const number = isInFile ? this.#pictures.push(href.replace(/^\.\//, '')) - 1 : null;
    this.#elements++;
    const image = pictureElement(number, this.#alt);
    this.#image = image;
    const words = this.#words();
    if (words === null) this.#blocks()?.push(elementOf('p', [image]));
    else words.push(image);
    return { name: 'draw:image', blocks: null, words: null, after: null };
  }

  #beginAside(name: string): void {
    if (name === 'svg:title' || name === 'svg:desc' || name === 'office:binary-data') {
      this.#aside = [];
      this.#asideOf = name;
    }
  }

  #endAside(): void {
    const text = this.#aside?.join('') ?? '';
    this.#aside = null;
    if (this.#asideOf === 'office:binary-data') {
      if (this.#image !== null && text !== '') {
        const bytes = new Uint8Array(Buffer.from(text, 'base64'));
        const number = this.#pictures.push({ name: '', bytes }) - 1;
        this.#image.properties['src'] = `picture:${number}`;
      }
    } else if (this.#asideOf !== '' && this.#alt === '') {
      this.#alt = text;
      if (this.#image !== null) this.#image.properties['alt'] = text;
    }
    this.#asideOf = '';
  }

  #say(value: string): void {
    this.#words()?.push({ type: 'text', value });
  }

  #element(tagName: string): Element {
    this.#elements++;
    return elementOf(tagName, []);
  }

  /** Where a block goes: into what holds blocks, or behind the paragraph in which it stands. */
  #blocks(): ElementContent[] | null {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      const found = frame?.after ?? frame?.blocks ?? null;
      if (found !== null) return found;
    }
    return null;
  }

  #words(): ElementContent[] | null {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (frame?.words != null) return frame.words;
      if (frame?.blocks != null) return null;
    }
    return null;
  }
}

function marksOf({ bold, italic, struck }: LetterStyle): Element[] {
  return [
    ...(bold === true ? [elementOf('strong', [])] : []),
    ...(italic === true ? [elementOf('em', [])] : []),
    ...(struck === true ? [elementOf('s', [])] : []),
  ];
}

/** Puts the wrappers into each other and all into the holder; gives what the innermost one holds. */
function within(holder: Element, wrappers: readonly Element[]): ElementContent[] {
  let inner = holder;
  for (const wrapper of wrappers) {
    inner.children.push(wrapper);
    inner = wrapper;
  }
  return inner.children;
}
