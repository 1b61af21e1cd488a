import type { QueryNode, SourceRange } from './query';

/** A piece, or all that stood between two parentheses, that may be one of several alternatives. */
export type Item = 'or' | { readonly nodes: readonly QueryNode[]; readonly range: SourceRange };

/** What all of them say together; null for none. */
function together(nodes: readonly QueryNode[], range: SourceRange): QueryNode | null {
  const [first] = nodes;
  if (first === undefined) return null;
  return nodes.length === 1 ? { ...first, range } : { kind: 'and', nodes, range };
}

/** Behind a minus sign. What was excluded twice isn't. */
export function excluded(nodes: readonly QueryNode[], range: SourceRange): Item {
  const [first] = nodes;
  if (nodes.length === 1 && first?.kind === 'not') {
    const inner = first.node.kind === 'and' ? first.node.nodes : [first.node];
    return { nodes: inner, range };
  }
  const node: QueryNode | undefined =
    nodes.length === 1 ? first : { kind: 'and', nodes, range: spanOf(nodes) };
  return { nodes: node === undefined ? [] : [{ kind: 'not', node, range }], range };
}

/** From the first to the last of them; none are nowhere. */
export function spanOf(parts: readonly { readonly range: SourceRange }[]): SourceRange {
  return { start: parts[0]?.range.start ?? 0, end: parts.at(-1)?.range.end ?? 0 };
}

/** Joins alternatives; an OR without a piece on both sides joins nothing. */
export function conjunction(items: readonly Item[]): readonly QueryNode[] {
  const nodes: QueryNode[] = [];
  let run: Exclude<Item, 'or'>[] = [];
  let isJoined = false;
  const finish = (): void => {
    for (const node of disjunction(run)) nodes.push(node);
    run = [];
  };
  for (const item of items) {
    if (item === 'or') {
      isJoined = true;
      continue;
    }
    if (!isJoined) finish();
    run.push(item);
    isJoined = false;
  }
  finish();
  return nodes;
}

function disjunction(items: readonly Exclude<Item, 'or'>[]): readonly QueryNode[] {
  const [only] = items;
  if (only === undefined) return [];
  if (items.length === 1) {
    const node = only.nodes.length === 1 ? together(only.nodes, only.range) : null;
    return node === null ? only.nodes : [node];
  }
  const alternatives = items.flatMap(({ nodes, range }) => {
    const node = together(nodes, range);
    if (node === null) return [];
    return node.kind === 'or' ? node.nodes : [node];
  });
  return [{ kind: 'or', nodes: alternatives, range: spanOf(items) }];
}

/** The same query without the places where it stands in a text; to compare two with. */
export function meaningOf(nodes: readonly QueryNode[]): string {
  return JSON.stringify(nodes, (key, value: unknown) => (key === 'range' ? undefined : value));
}
