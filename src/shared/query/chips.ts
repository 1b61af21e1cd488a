import { isCloseParenthesis, isOpenParenthesis, isSpace, operatorWords } from './characters';
import { parseQuery, readTyped } from './parse-query';
import { printQuery } from './print-query';
import type { ParsedQuery, QueryNode, SourceRange } from './query';
import type { QueryOptions } from './query-options';
import { meaningOf } from './query-tree';

/** A condition of a query, shown by itself so that it can be taken away. */
export interface Chip {
  readonly kind: QueryNode['kind'];
  /** As typed. */
  readonly text: string;
  readonly range: SourceRange;
}

/** All that the query asks for, except plain words. */
export function chipsOf(query: ParsedQuery, text: string): readonly Chip[] {
  return query.nodes
    .filter((node) => node.kind !== 'words' || node.field !== null)
    .map(({ kind, range }) => ({ kind, text: text.slice(range.start, range.end), range }));
}

const longestOperator = 3;
const operatorBehind = /(?:^|[\s(（)）])(OR|AND|NOT|或|[|｜])$/;
const operatorAhead = /^(OR|AND|或|[|｜])(?=[\s(（)）]|$)/;
const groupStart = /(?:^|[\s(（])[-－−]?(?:\p{L}{1,12}[:：])?[(（]$/u;
const longestGroupStart = 16;

function isOr(operator: string | undefined): boolean {
  return operator !== undefined && operatorWords[operator] === 'or';
}

/** Joins what stood before and behind a piece; operators and parentheses that held it go, too. */
function closed(textBefore: string, textBehind: string): string {
  let before = textBefore.trimEnd();
  let behind = textBehind.trimStart();
  for (;;) {
    const [, left] = operatorBehind.exec(before.slice(-longestOperator - 1)) ?? [];
    const [, right] = operatorAhead.exec(behind.slice(0, longestOperator + 1)) ?? [];
    if (right !== undefined && (isOr(left) || left === undefined)) {
      behind = behind.slice(right.length).trimStart();
      if (isOr(left) && isOr(right) && behind !== '') break;
    } else if (left !== undefined) {
      before = before.slice(0, -left.length).trimEnd();
    } else {
      const [group] = groupStart.exec(before.slice(-longestGroupStart)) ?? [];
      if (group === undefined || !isCloseParenthesis(behind[0])) break;
      before = before.slice(0, before.length - group.trimStart().length).trimEnd();
      behind = behind.slice(1).trimStart();
    }
  }
  const touches =
    before === '' ||
    behind === '' ||
    isOpenParenthesis(before.at(-1)) ||
    isCloseParenthesis(behind[0]);
  return touches ? before + behind : `${before} ${behind}`;
}

/** Each node as typed where that says the same by itself, else as it is printed. */
function retyped(text: string, nodes: readonly QueryNode[], options: QueryOptions): string {
  const pieces = nodes.map((node) => {
    const typed = text.slice(node.range.start, node.range.end);
    const isWhole = meaningOf(readTyped(typed, options).nodes) === meaningOf([node]);
    return isWhole && !isSpace(typed[0]) ? typed : printQuery([node]);
  });
  const joined = pieces.join(' ');
  const isSame = meaningOf(readTyped(joined, options).nodes) === meaningOf(nodes);
  return isSame ? joined : printQuery(nodes);
}

/** The text without one of its pieces; the others mean what they meant. */
export function withoutRange(text: string, range: SourceRange, options: QueryOptions): string {
  const cut = closed(text.slice(0, range.start), text.slice(range.end));
  const still: QueryOptions = { ...options, typing: false };
  const { nodes, pasted } = parseQuery(text, still);
  if (pasted) {
    return `${text.slice(0, range.start).trimEnd()} ${text.slice(range.end).trimStart()}`.trim();
  }
  const isInside = (node: QueryNode): boolean =>
    node.range.start >= range.start && node.range.end <= range.end;
  if (!nodes.some(isInside)) return cut;
  const others = nodes.filter((node) => !isInside(node));
  const isKept = meaningOf(readTyped(cut, still).nodes) === meaningOf(others);
  return isKept ? cut : retyped(text, others, still);
}
