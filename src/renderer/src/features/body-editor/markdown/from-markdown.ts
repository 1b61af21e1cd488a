import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import type {
  BlockContent,
  Definition,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
} from 'mdast';
import { photoPlaces } from '../../../../../shared/photo-places';
import { sourceBlocks, type SourceBlock } from './source-blocks';

/** A block of the editor and the Markdown that it was read from, letter by letter. */
export interface OpenedBlock {
  readonly node: Node;
  readonly text: string;
}

export interface OpenedBody {
  readonly blocks: readonly OpenedBlock[];
  /** What stands before the first block, between two, and after the last: one more than blocks. */
  readonly gaps: readonly string[];
}

/**
 * A body as blocks of the editor. What the editor doesn't offer (tables, raw HTML, footnotes, images
 * within text) becomes a block of its own that holds its Markdown.
 */
export function openBody(body: string, schema: Schema): OpenedBody {
  const sources = sourceBlocks(body);
  const places = new Map(photoPlaces(body).map(({ start, photoId }) => [start, photoId]));
  const reader = new BlockReader(schema, definitionsOf(sources));
  const gaps: string[] = [];
  let at = 0;
  const blocks = sources.map(({ tree, start: told, end }): OpenedBlock => {
    // A heading underlined right below a definition is told to begin where that does.
    const start = told < at ? at + (/^\s*/u.exec(body.slice(at, end))?.[0].length ?? 0) : told;
    const text = body.slice(start, end);
    gaps.push(body.slice(at, start));
    at = end;
    const photoId = places.get(start);
    const node =
      photoId === undefined ? reader.block(tree) : schema.nodes['photo']?.create({ photoId });
    return { node: node ?? reader.untouched(text), text };
  });
  gaps.push(body.slice(at));
  return { blocks, gaps };
}

function definitionsOf(sources: readonly SourceBlock[]): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const { tree } of sources) {
    // Of two with one name the first counts (CommonMark 0.31, "Link reference definitions").
    if (tree.type === 'definition' && !definitions.has(tree.identifier)) {
      definitions.set(tree.identifier, tree);
    }
  }
  return definitions;
}

/** A piece of running text; null in `text`: a line break. */
interface Run {
  readonly text: string | null;
  readonly marks: readonly Mark[];
}

class BlockReader {
  readonly #schema: Schema;
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(schema: Schema, definitions: ReadonlyMap<string, Definition>) {
    this.#schema = schema;
    this.#definitions = definitions;
  }

  untouched(text: string): Node {
    return this.#make('untouched', [], { text });
  }

  /** null: something in it is beyond the editor. */
  block(tree: SourceBlock['tree']): Node | null {
    switch (tree.type) {
      case 'paragraph':
        return this.#textBlock('paragraph', tree.children);
      case 'heading': {
        const heading = this.#textBlock('heading', tree.children, { level: tree.depth });
        const isOneLine = heading?.children.every(({ isText }) => isText) === true;
        return isOneLine ? heading : null;
      }
      case 'blockquote':
        return this.#around('blockquote', tree.children);
      case 'list':
        return this.#list(tree);
      case 'code': {
        if (tree.meta != null) return null;
        const text = tree.value === '' ? [] : [this.#schema.text(tree.value)];
        return this.#make('codeBlock', text, { language: tree.lang ?? null });
      }
      case 'thematicBreak':
        return this.#make('horizontalRule', []);
      default:
        return null;
    }
  }

  #list({ ordered, start, spread, children }: List): Node | null {
    const items: Node[] = [];
    for (const item of children) {
      const node = this.#item(item);
      if (node === null) return null;
      items.push(node);
    }
    const isLoose = spread === true || children.some((item) => item.spread === true);
    return ordered
      ? this.#make('orderedList', items, { start: start ?? 1, isLoose })
      : this.#make('bulletList', items, { isLoose });
  }

  #item({ checked, children }: ListItem): Node | null {
    if (checked != null) return null;
    return this.#around('listItem', children, children[0]?.type !== 'paragraph');
  }

  #around(
    name: string,
    trees: readonly (BlockContent | DefinitionContent)[],
    opensEmpty = trees.length === 0,
  ): Node | null {
    // An empty paragraph is nothing in Markdown, but a place for the cursor.
    const nodes: Node[] = opensEmpty ? [this.#make('paragraph', [])] : [];
    for (const tree of trees) {
      const node = this.block(tree);
      if (node === null) return null;
      nodes.push(node);
    }
    return this.#make(name, nodes);
  }

  #textBlock(
    name: string,
    trees: readonly PhrasingContent[],
    attributes?: Record<string, unknown>,
  ): Node | null {
    const runs = this.#runs(trees, []);
    if (runs === null) return null;
    return this.#make(name, this.#inline(runs), attributes);
  }

  #inline(runs: readonly Run[]): readonly Node[] {
    const all = runs.map(({ text }) => text ?? '\n').join('');
    let at = 0;
    return runs.flatMap(({ text, marks }) => {
      const start = at;
      at += (text ?? '\n').length;
      if (text === null) return this.#make('hardBreak', []);
      const line = joinedLines(all, start, at);
      return line === '' ? [] : this.#schema.text(line, marks);
    });
  }

  #runs(trees: readonly PhrasingContent[], marks: readonly Mark[]): readonly Run[] | null {
    const runs: Run[] = [];
    for (const tree of trees) {
      const more = this.#run(tree, marks);
      if (more === null) return null;
      runs.push(...more);
    }
    return runs;
  }

  #run(tree: PhrasingContent, marks: readonly Mark[]): readonly Run[] | null {
    switch (tree.type) {
      case 'text':
        return [{ text: tree.value, marks }];
      case 'inlineCode':
        return [{ text: tree.value, marks: this.#with(marks, 'code') }];
      case 'break':
        return [{ text: null, marks: [] }];
      case 'strong':
        return this.#runs(tree.children, this.#with(marks, 'bold'));
      case 'emphasis':
        return this.#runs(tree.children, this.#with(marks, 'italic'));
      case 'delete':
        return this.#runs(tree.children, this.#with(marks, 'strike'));
      case 'link':
        return this.#link(tree.children, marks, tree);
      case 'linkReference': {
        const definition = this.#definitions.get(tree.identifier);
        return definition === undefined ? null : this.#link(tree.children, marks, definition);
      }
      default:
        return null;
    }
  }

  #link(
    trees: readonly PhrasingContent[],
    marks: readonly Mark[],
    { url, title }: { readonly url: string; readonly title?: string | null | undefined },
  ): readonly Run[] | null {
    // The editor has no link without words.
    if (trees.length === 0) return null;
    return this.#runs(trees, this.#with(marks, 'link', { href: url, title: title ?? null }));
  }

  #with(marks: readonly Mark[], name: string, attributes?: Record<string, unknown>) {
    const mark = this.#schema.marks[name]?.create(attributes);
    return mark === undefined ? marks : mark.addToSet(marks);
  }

  #make(name: string, content: readonly Node[], attributes?: Record<string, unknown>): Node {
    const type = this.#schema.nodes[name];
    if (type === undefined) throw new Error(`The editor has no ${name}.`);
    return type.create(attributes, Fragment.fromArray([...content]));
  }
}

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uff65]/u;
const punctuation = /[\p{P}\p{S}]/u;

/** A stretch of a paragraph whose lines run on: with a space, in Chinese without. */
function joinedLines(all: string, start: number, end: number): string {
  return all.slice(start, end).replaceAll('\n', (_, at: number) => {
    const before = all.charAt(start + at - 1);
    const after = all.charAt(start + at + 1);
    if (!han.test(before) || !han.test(after)) return ' ';
    // "*：*中" isn't read as emphasis: where marks change beside punctuation, something has to part them.
    const isBesideSign =
      (at === 0 && punctuation.test(before)) || (start + at === end - 1 && punctuation.test(after));
    return isBesideSign ? ' ' : '';
  });
}
