import { quoted } from './characters';
import { withoutRange } from './chips';
import { dateText } from './date-values';
import { dateFields } from './field-names';
import { parseQuery } from './parse-query';
import { printQuery } from './print-query';
import type { ParsedQuery, QueryField, QueryNode } from './query';
import type { QueryOptions } from './query-options';
import { meaningOf } from './query-tree';

/** The fields by whose values the window narrows a search. */
export const facetFields = ['partner', 'tag', 'person', 'status', 'lang', 'year'] as const;
export type FacetField = (typeof facetFields)[number];

/** Values without spaces that mean the same with and without quotation marks. */
const plainFields: readonly string[] = ['lang', 'status', 'photo', ...dateFields];
const plainValue = /^[\p{L}\p{N}]+(?:\.\.[\p{L}\p{N}]+)?$/u;

/** `partner:"Huawei"`, `status:filed`: a piece that asks for just this value. */
export function valuePiece(field: QueryField, value: string): string {
  const text = value.replace(/\s+/g, ' ').trim();
  const isPlain = plainFields.includes(field) && plainValue.test(text);
  return `${field}:${isPlain ? text : quoted(text)}`;
}

/** Names are the same whatever their case, width and spacing. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function isValue(node: QueryNode, field: FacetField, value: string): boolean {
  switch (node.kind) {
    case 'value':
      return node.field === field && folded(node.text) === folded(value);
    case 'status':
      return field === 'status' && node.status === value;
    case 'language':
      return field === 'lang' && node.language === value;
    case 'date':
      return field === 'year' && dateText(node) === `year:${value}`;
    default:
      return false;
  }
}

/** Whether every answer must have this value; one alternative of several doesn't count. */
export function hasValue(query: ParsedQuery, field: FacetField, value: string): boolean {
  return query.nodes.some((node) => isValue(node, field, value));
}

/** The text with the value's piece at its end, or without it where it is asked for already. */
export function toggledValue(
  text: string,
  field: FacetField,
  value: string,
  options: QueryOptions,
): string {
  const still: QueryOptions = { ...options, typing: false };
  const query = parseQuery(text, still);
  return hasValue(query, field, value)
    ? withoutValue(text, field, value, still)
    : withValue(text, query, field, value, still);
}

function withoutValue(
  text: string,
  field: FacetField,
  value: string,
  options: QueryOptions,
): string {
  let left = text;
  // once for each time that it was asked for
  for (;;) {
    const found = parseQuery(left, options).nodes.find((node) => isValue(node, field, value));
    if (found === undefined) return left;
    const shorter = withoutRange(left, found.range, options);
    if (shorter.length >= left.length) return shorter;
    left = shorter;
  }
}

function withValue(
  text: string,
  query: ParsedQuery,
  field: FacetField,
  value: string,
  options: QueryOptions,
): string {
  const piece = valuePiece(field, value);
  // in a pasted text nothing else is told from its prose
  if (query.pasted)
    return `${text.trimEnd()} ${field}:${quoted(value.replace(/\s+/g, ' ').trim())}`;
  const wanted = meaningOf([...query.nodes, ...parseQuery(piece, options).nodes]);
  const behind = `${text.trimEnd()} ${piece}`.trimStart();
  if (meaningOf(parseQuery(behind, options).nodes) === wanted) return behind;
  // behind an open quotation, or an OR without its second piece, it would mean something else
  const before = `${piece} ${text.trimStart()}`.trimEnd();
  const added = parseQuery(before, options).nodes;
  const isSame = meaningOf([...added.slice(1), ...added.slice(0, 1)]) === wanted;
  return isSame ? before : `${printQuery(query.nodes)} ${piece}`.trimStart();
}
