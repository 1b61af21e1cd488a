import type { Delete, Emphasis, RootContent, Strong, Text } from 'mdast';

type Marked = Strong | Emphasis | Delete;

const wordEnd = /[\p{L}\p{N}]$/u;
const wordStart = /^[\p{L}\p{N}]/u;

/**
 * Moves blanks out of emphasis, and punctuation where a word follows or goes before without a blank,
 * as it does in Chinese: CommonMark sees no mark in `**深圳，**电`, so that a writer must resort to
 * character references.
 */
export function withMarksAtWords(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  nodes.forEach((node, index) => {
    if (!isMarked(node)) {
      push(result, node);
      return;
    }
    const before = result.at(-1);
    const isAfterWord = before?.type === 'text' && wordEnd.test(before.value);
    const after = nodes[index + 1];
    const isBeforeWord = after?.type === 'text' && wordStart.test(after.value);
    const head = takeEdge(node, 'start', isAfterWord ? /^[\s\p{P}\p{S}]+/u : /^\s+/);
    const tail = takeEdge(node, 'end', isBeforeWord ? /[\s\p{P}\p{S}]+$/u : /\s+$/);
    if (head !== '') push(result, { type: 'text', value: head });
    if (node.children.length > 0) push(result, node);
    if (tail !== '') push(result, { type: 'text', value: tail });
  });
  return result;
}

function isMarked(node: RootContent): node is Marked {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

function push(nodes: RootContent[], node: RootContent): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value } satisfies Text;
  } else nodes.push(node);
}

/** Cuts what `edge` matches off the text at one end of a mark, and whatever is empty then. */
function takeEdge(mark: Marked, end: 'start' | 'end', edge: RegExp): string {
  const child = mark.children.at(end === 'start' ? 0 : -1);
  if (child === undefined) return '';
  if (child.type !== 'text') return isMarked(child) ? takeEdge(child, end, edge) : '';
  const taken = edge.exec(child.value)?.[0] ?? '';
  child.value =
    end === 'start'
      ? child.value.slice(taken.length)
      : child.value.slice(0, child.value.length - taken.length);
  if (child.value !== '') return taken;
  mark.children = mark.children.filter((other) => other !== child);
  if (mark.children.length === 0) return taken;
  return end === 'start' ? taken + takeEdge(mark, end, edge) : takeEdge(mark, end, edge) + taken;
}
