import type { Root as HastRoot } from 'hast';
import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { invisible } from './hast';
import { withMarksAtWords } from './marks-at-words';

const converter = unified().use(rehypeRemark, { document: true });

/** Tables and strikethrough are written; addresses and mentions in the text stay as they are read. */
function withoutAutolinks(this: Processor): void {
  const data = this.data() as {
    toMarkdownExtensions?: { extensions?: { unsafe?: unknown[] }[] }[];
  };
  for (const extension of data.toMarkdownExtensions ?? []) {
    extension.extensions = (extension.extensions ?? []).filter(
      ({ unsafe }) => !(unsafe?.some((pattern) => isAboutAddresses(pattern)) ?? false),
    );
  }
}

function isAboutAddresses(pattern: unknown): boolean {
  return (
    typeof pattern === 'object' &&
    pattern !== null &&
    'character' in pattern &&
    pattern.character === '@'
  );
}

/**
 * A text's own square brackets, "[1]" or "[图片]", stay bare where nothing in what we write could take
 * them for a link: no definitions are written, and no address follows.
 */
const bareBrackets = /\\\[(?![ xX]\])([^[\]\n^]{0,200})\](?![([:])/g;

const handlers: NonNullable<Options['handlers']> = {
  text: (node: Text, _parent, state, info) =>
    state.safe(node.value, info).replaceAll(bareBrackets, '[$1]'),
};

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(withoutAutolinks)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    handlers,
  });

/** Clean HTML, its images named `image:N`, as Markdown whose pictures are paragraphs of their own. */
export function markdownOfTree(tree: HastRoot): string {
  return finishedMarkdown(converter.runSync(tree));
}

/** Writes a tree, which is used up: only safe links and numbered pictures stay, those on their own. */
export function finishedMarkdown(root: Root): string {
  tidy(root);
  root.children = root.children.flatMap(withPicturesApart).flatMap(splitAtBlankLines);
  root.children = withListsJoined(root.children.filter((node) => !isEmpty(node)));
  return writer.stringify(root).trim();
}

type MdastNode = Root | RootContent;

function tidy(node: MdastNode): void {
  if (node.type === 'text') {
    node.value = node.value.replaceAll(invisible, '').replaceAll(/[\u00a0\u202f ]+/g, ' ');
  }
  if (!('children' in node)) return;
  for (const child of node.children) tidy(child);
  const kept = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'html') return [];
    if (child.type === 'text') return child.value === '' ? [] : [child];
    // A link around a picture that isn't there has nothing to show.
    if (child.type === 'link' && !holdsImage(child) && plain(child).trim() === '') return [];
    if (child.type === 'link') return isSafe(child.url) ? [child] : child.children;
    if (child.type === 'image') return /^image:\d+$/.test(child.url) ? [child] : [];
    if (child.type === 'strong' || child.type === 'emphasis' || child.type === 'delete') {
      return emphasised(child);
    }
    return [child];
  });
  (node as { children: RootContent[] }).children = withMarksAtWords(joined(kept));
}

function isSafe(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(url) && url.length < 4000;
}

/** Emphasis of nothing isn't written, nor a picture's, nor emphasis within its like. */
function emphasised(node: RootContent & { children: PhrasingContent[] }): RootContent[] {
  const hasText = node.children.some(
    (child) => child.type !== 'break' && child.type !== 'image' && plain(child).trim() !== '',
  );
  if (!hasText || node.children.some((child) => holdsImage(child))) return node.children;
  const children = node.children.flatMap((child) =>
    child.type === node.type && 'children' in child ? child.children : [child],
  );
  // A mark must touch a letter: breaks at the ends move out.
  const first = children.findIndex((child) => child.type !== 'break');
  const end = children.findLastIndex((child) => child.type !== 'break') + 1;
  const inner = { ...node, children: children.slice(first, end) } as RootContent;
  return [...children.slice(0, first), inner, ...children.slice(end)];
}

/** Neighbours of one kind become one: Word cuts a bold name into many runs. */
function joined(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      result[result.length - 1] = {
        type: 'text',
        // where a picture was taken out
        value: (last.value + node.value).replaceAll(/ {2,}/g, ' '),
      };
    } else if (
      (last?.type === 'strong' && node.type === 'strong') ||
      (last?.type === 'emphasis' && node.type === 'emphasis') ||
      (last?.type === 'delete' && node.type === 'delete')
    ) {
      last.children = joined([...last.children, ...node.children]) as PhrasingContent[];
    } else result.push(node);
  }
  return result;
}

export function plain(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? (node.children as RootContent[]).map(plain).join('') : '';
}

function holdsImage(node: MdastNode): boolean {
  if (node.type === 'image') return true;
  return 'children' in node && (node.children as RootContent[]).some((child) => holdsImage(child));
}

/** Pictures before the first word of a block stand before it, the others behind it. */
function withPicturesApart(node: RootContent): RootContent[] {
  if (!holdsImage(node)) return [node];
  const before: RootContent[] = [];
  const after: RootContent[] = [];
  let hasText = false;
  const lift = (parent: { children: RootContent[] }) => {
    const kept = parent.children.filter((child) => {
      if (child.type === 'image') {
        (hasText ? after : before).push({ type: 'paragraph', children: [child] });
        return false;
      }
      if ('value' in child && child.value.trim() !== '') hasText = true;
      if (!('children' in child)) return true;
      const had = holdsImage(child);
      lift(child);
      return !had || child.type === 'tableCell' || child.type === 'tableRow' || !isEmpty(child);
    });
    parent.children = joined(kept);
  };
  lift(node as unknown as { children: RootContent[] });
  return [...before, ...(isEmpty(node) ? [] : [node]), ...after];
}

function isEmpty(node: MdastNode): boolean {
  switch (node.type) {
    case 'thematicBreak':
    case 'code':
      return false;
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'blockquote':
    case 'table':
    case 'link':
    case 'listItem':
    case 'strong':
    case 'emphasis':
    case 'delete':
      return !holdsImage(node) && plain(node).trim() === '';
    default:
      return false;
  }
}

/** Bullets under bullets are one list, whatever a program took them for. */
function withListsJoined(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'list' && last?.type === 'list' && !node.ordered && !last.ordered) {
      last.children.push(...node.children);
    } else result.push(node);
  }
  return result;
}

/** Two line breaks, or one before an indented line (as in Chinese), begin a paragraph. */
function splitAtBlankLines(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const paragraphs: PhrasingContent[][] = [[]];
  let breaks = 0;
  for (const child of node.children) {
    if (child.type === 'break') {
      breaks++;
      continue;
    }
    const isBlank = child.type === 'text' && /^[\s\u3000]*$/.test(child.value);
    if (isBlank && breaks > 0) continue;
    const isIndented = child.type === 'text' && /^[ \t]*\u3000/.test(child.value);
    if (breaks > 1 || (breaks === 1 && isIndented)) paragraphs.push([]);
    else if (breaks === 1 && paragraphs.at(-1)?.length) paragraphs.at(-1)?.push({ type: 'break' });
    breaks = 0;
    paragraphs.at(-1)?.push(child);
  }
  return paragraphs
    .filter((children) => children.length > 0)
    .map((children): Paragraph => ({
      type: 'paragraph',
      children: trimmed(withoutIndent(children)),
    }));
}

function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  if (last?.type !== 'text') return children;
  const value = last.value.trimEnd();
  return value === ''
    ? trimmed(children.slice(0, -1))
    : [...children.slice(0, -1), { type: 'text', value }];
}

function withoutIndent(children: PhrasingContent[]): PhrasingContent[] {
  const first = children[0];
  if (first === undefined) return children;
  if (first.type === 'text') {
    const value = first.value.replace(/^[\s\u3000]+/, '');
    return value === ''
      ? withoutIndent(children.slice(1))
      : [{ type: 'text', value }, ...children.slice(1)];
  }
  if (first.type === 'strong' || first.type === 'emphasis') {
    return [{ ...first, children: withoutIndent(first.children) }, ...children.slice(1)];
  }
  return children;
}
