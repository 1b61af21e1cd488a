import type { Mark, Node } from '@tiptap/pm/model';
import type { BlockContent, List, ListItem, PhrasingContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, toMarkdown, type Options } from 'mdast-util-to-markdown';
import { photoMark } from '../../../../../shared/photo-places';
import { runsOf, type TextRun } from './text-runs';

/** Which of its two signs a list is written with: a list beside another of its kind takes the other. */
export type ListSigns = 'usual' | 'other';

const strike: Options = {
  // One ~ alone is a letter like others, as the reading pane has it.
  unsafe: [{ character: '~', after: '~', inConstruct: 'phrasing' }],
  handlers: {
    delete: (node: { children: PhrasingContent[] }, _parent, state, info) => {
      const exit = state.enter('strikethrough');
      const text = state.containerPhrasing(node as never, { ...info, before: '~', after: '~' });
      exit();
      return `~~${text}~~`;
    },
  },
};

/** In an item no line across is made of what lists are written with: the lists keep their signs. */
const rules: Options = {
  rule: '_',
  handlers: { thematicBreak: (_node, parent) => (parent?.type === 'listItem' ? '___' : '---') },
};

/**
 * What comes first within something has no list right before it, and needs no other sign than that:
 * signs that are alike by mistake become a line across ("* * *").
 */
const firstList: Options = {
  handlers: {
    list: (node: List, parent, state, info) => {
      if (parent?.children[0] === node) state.bulletLastUsed = undefined;
      return defaultHandlers.list(node, parent, state, info);
    },
  },
};

/** Without the handlers: tables are never written, but no text may turn into one. */
const { unsafe: tableSigns = [] } = gfmTableToMarkdown();

function options(signs: ListSigns): Options {
  return {
    bullet: signs === 'usual' ? '-' : '*',
    bulletOther: signs === 'usual' ? '*' : '-',
    bulletOrdered: signs === 'usual' ? '.' : ')',
    emphasis: '*',
    strong: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    extensions: [strike, rules, firstList, { unsafe: tableSigns }],
  };
}

/** A block of the editor as Markdown; '' where there is nothing in it. */
export function blockMarkdown(node: Node, signs: ListSigns = 'usual'): string {
  switch (node.type.name) {
    case 'photo':
      return photoMark(String(node.attrs['photoId']));
    case 'untouched':
      return String(node.attrs['text']);
    default: {
      const [tree] = blocks([node]);
      return tree === undefined ? '' : toMarkdown(tree, options(signs)).replace(/\n$/u, '');
    }
  }
}

function blocks(nodes: readonly Node[]): BlockContent[] {
  return nodes.flatMap((node): BlockContent[] => {
    switch (node.type.name) {
      case 'heading': {
        const children = phrasing(runsOf(node, 'one line'));
        const depth = Math.min(6, Math.max(1, Number(node.attrs['level']))) as 1;
        return [{ type: 'heading', depth, children }];
      }
      case 'blockquote':
        return [{ type: 'blockquote', children: blocks(node.children) }];
      case 'bulletList':
      case 'orderedList':
        return [list(node)];
      case 'codeBlock': {
        const lang = node.attrs['language'] as string | null;
        return [{ type: 'code', lang, value: node.textContent }];
      }
      case 'horizontalRule':
        return [{ type: 'thematicBreak' }];
      default: {
        const children = phrasing(runsOf(node, 'lines'));
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
    }
  });
}

function list(node: Node): List {
  const isOrdered = node.type.name === 'orderedList';
  const spread = node.attrs['isLoose'] === true;
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? Number(node.attrs['start'] ?? 1) : null,
    spread,
    children: node.children.map((item): ListItem => {
      const children = blocks(item.children);
      // What isn't parted by an empty line may be read as one.
      const isParted = children.slice(1).some(({ type }) => type !== 'list');
      return { type: 'listItem', spread: spread || isParted, children };
    }),
  };
}

/** The mark that stands outermost is named first. */
const order = ['link', 'bold', 'italic', 'strike', 'code'];

function phrasing(runs: readonly TextRun[], around: readonly Mark[] = []): PhrasingContent[] {
  const trees: PhrasingContent[] = [];
  for (let at = 0; at < runs.length;) {
    const run = runs[at];
    if (run === undefined) break;
    const mark = outermost(runs, at, around);
    if (mark === null) {
      trees.push(leaf(run));
      at += 1;
      continue;
    }
    const end = extent(runs, at, mark);
    trees.push(marked(mark, runs.slice(at, end), around));
    at = end;
  }
  return trees;
}

/** Of the marks that open here the one that reaches furthest; code is never around anything. */
function outermost(runs: readonly TextRun[], at: number, around: readonly Mark[]): Mark | null {
  let best: Mark | null = null;
  let furthest = 0;
  for (const name of order) {
    const mark = runs[at]?.marks.find(({ type }) => type.name === name);
    if (mark === undefined || name === 'code' || mark.isInSet(around)) continue;
    const end = extent(runs, at, mark);
    // A link can't be cut in two by what is around it without becoming two links.
    if (end > furthest) [best, furthest] = [mark, end];
  }
  return best;
}

function extent(runs: readonly TextRun[], at: number, mark: Mark): number {
  let end = at;
  while (runs[end] !== undefined && mark.isInSet(runs[end]?.marks ?? [])) end += 1;
  return end;
}

function marked(mark: Mark, runs: readonly TextRun[], around: readonly Mark[]): PhrasingContent {
  const children = phrasing(runs, [...around, mark]) as never[];
  switch (mark.type.name) {
    case 'bold':
      return { type: 'strong', children };
    case 'italic':
      return { type: 'emphasis', children };
    case 'strike':
      return { type: 'delete', children };
    default: {
      const url = String(mark.attrs['href'] ?? '');
      return { type: 'link', url, title: mark.attrs['title'] as string | null, children };
    }
  }
}

function leaf({ text, marks }: TextRun): PhrasingContent {
  if (text === null) return { type: 'break' };
  return marks.some(({ type }) => type.name === 'code')
    ? { type: 'inlineCode', value: text }
    : { type: 'text', value: text };
}
