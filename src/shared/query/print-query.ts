import { escapePiece, hasQuotationMark, isMinusSign, quoted } from './characters';
import { dateText } from './date-values';
import { readTyped } from './parse-query';
import type { PackNode, QueryNode, WordsNode } from './query';
import type { QueryOptions } from './query-options';
import { meaningOf } from './query-tree';

/** A piece of plain words says the same on every day. */
const anyDay: QueryOptions = { today: '2000-01-01', typing: false };

/** Whether the piece says just this, also with a parenthesis behind it and without a note. */
function saysJust(piece: string, node: QueryNode): boolean {
  if (isMinusSign(piece[0]) || hasQuotationMark(piece)) return false;
  const { nodes, notes } = readTyped(`(${piece})`, anyDay);
  const isCertain = notes.every(({ reason }) => reason === 'unknown-field');
  return isCertain && meaningOf(nodes) === meaningOf([node]);
}

function unquotedPiece(node: WordsNode | PackNode): string {
  const field = node.kind === 'pack' ? 'pack' : node.field;
  const start = field === null ? '' : `${field}:`;
  if (node.kind === 'pack') {
    const piece = `${start}${node.text}`;
    return saysJust(piece, node) ? piece : `${start}${escapePiece(node.text)}`;
  }
  const meant: WordsNode = { ...node, prefix: node.prefix === 'asked' ? 'asked' : null };
  const end = meant.prefix === null ? '' : '*';
  const piece = `${start}${node.text}${end}`;
  return saysJust(piece, meant) ? piece : `${start}${escapePiece(node.text)}${end}`;
}

function inParentheses(node: QueryNode, isNeeded: boolean): string {
  return isNeeded ? `(${printNode(node)})` : printNode(node);
}

function printNode(node: QueryNode): string {
  switch (node.kind) {
    case 'words':
      return unquotedPiece(node);
    case 'phrase':
      return `${node.field === null ? '' : `${node.field}:`}${quoted(node.text)}`;
    case 'value':
      return `${node.field}:${quoted(node.text)}`;
    case 'pack':
      return node.whole ? `pack:${quoted(node.text)}` : unquotedPiece(node);
    case 'language':
      return `lang:${node.language}`;
    case 'status':
      return `status:${node.status}`;
    case 'photo':
      return `photo:${node.present ? 'yes' : 'no'}`;
    case 'date':
      return dateText(node);
    case 'like':
      return `like:${node.releaseId}`;
    case 'not':
      return `-${inParentheses(node.node, node.node.kind === 'and' || node.node.kind === 'or')}`;
    case 'or':
      return node.nodes.map((each) => inParentheses(each, each.kind === 'and')).join(' OR ');
    case 'and':
      return printQuery(node.nodes);
  }
}

/**
 * The canonical text of a query: English field names, straight quotation marks, dates instead of
 * "last year". Read again it says the same; the nodes of a pasted text are better kept as that text.
 */
export function printQuery(nodes: readonly QueryNode[]): string {
  return nodes.map((node) => printNode(node)).join(' ');
}
