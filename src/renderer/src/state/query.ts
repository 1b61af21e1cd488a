import {
  hasValue,
  parseQuery,
  toggledValue,
  valuePiece,
  withoutRange,
  type FacetField,
  type ParsedQuery,
  type QueryNode,
  type QueryOptions,
  type SourceRange,
} from '../../../shared/query';
import type { FacetName } from '../../../shared/search';
import { setSearchText, typeSearchText, useWorkspace } from './workspace';

/** The day on this computer's clock, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

function optionsFor(typing: boolean): QueryOptions {
  return { today: today(), typing };
}

/** Several parts of the window read the same query with every key that is typed. */
let lastRead: { readonly key: string; readonly query: ParsedQuery } | null = null;

/** A query as the archive reads it, too. */
export function readQuery(text: string, typing: boolean): ParsedQuery {
  const options = optionsFor(typing);
  const key = `${options.today} ${typing} ${text}`;
  if (lastRead?.key !== key) lastRead = { key, query: parseQuery(text, options) };
  return lastRead.query;
}

function fieldOf(name: FacetName): FacetField {
  return name === 'language' ? 'lang' : name;
}

export function isFacetOn(query: ParsedQuery, name: FacetName, value: string): boolean {
  return hasValue(query, fieldOf(name), value);
}

const spaceAhead = /^\s*$/;

/**
 * The text with a facet's value, or without it. A word that is still being typed stays the last one,
 * so that it goes on meaning what begins so.
 */
export function withFacetToggled(
  text: string,
  isTyped: boolean,
  name: FacetName,
  value: string,
): Asked {
  const field = fieldOf(name);
  const query = readQuery(text, isTyped);
  const last = query.nodes.at(-1);
  const goesOn = last?.kind === 'words' && last.prefix === 'typing';
  if (goesOn && query.notes.length === 0 && !query.pasted && !hasValue(query, field, value)) {
    return { text: `${valuePiece(field, value)} ${text}`, isTyped: true };
  }
  const toggled = toggledValue(text, field, value, optionsFor(false));
  const word = goesOn ? text.slice(last.range.start) : '';
  return { text: toggled, isTyped: word !== '' && toggled.endsWith(word) };
}

/** The text with a condition, unless all of it must have that value already. */
export function withPiece(text: string, field: FacetField, value: string): string {
  const isAsked = hasValue(readQuery(text, false), field, value);
  return isAsked ? text : toggledValue(text, field, value, optionsFor(false));
}

export function toggleFacet(name: FacetName, value: string): void {
  const { text, isTyped } = useWorkspace.getState();
  ask(withFacetToggled(text, isTyped, name, value));
}

interface Asked {
  readonly text: string;
  readonly isTyped: boolean;
}

function withoutCondition({ text, isTyped }: Asked, range: SourceRange): Asked {
  const behind = text.slice(range.end);
  const left = withoutRange(text, range, optionsFor(false));
  // What was being typed behind it goes on.
  const goesOn = isTyped && !spaceAhead.test(behind) && left.endsWith(behind.trimStart());
  return { text: left, isTyped: goesOn };
}

/** Takes one condition out of the query. */
export function removeCondition(range: SourceRange): void {
  const { text, isTyped } = useWorkspace.getState();
  ask(withoutCondition({ text, isTyped }, range));
}

/** Years that are asked for, the first to the last. */
export interface AskedYears {
  readonly from: number;
  readonly to: number;
}

function yearsOf(node: QueryNode): AskedYears | null {
  if (node.kind !== 'date' || node.from === null || node.to === null) return null;
  if (!node.from.endsWith('-01-01') || !node.to.endsWith('-12-31')) return null;
  return { from: Number(node.from.slice(0, 4)), to: Number(node.to.slice(0, 4)) };
}

/** The whole years to which a query narrows, if it does. */
export function askedYears(query: ParsedQuery): AskedYears | null {
  for (const node of query.nodes) {
    const years = yearsOf(node);
    if (years !== null) return years;
  }
  return null;
}

/** The query without the years that it asks for. */
export function withoutYears(asked: Asked): Asked {
  let left = asked;
  for (;;) {
    const node = readQuery(left.text, left.isTyped).nodes.find((each) => yearsOf(each) !== null);
    if (!node) return left;
    const shorter = withoutCondition(left, node.range);
    if (shorter.text.length >= left.text.length) return shorter;
    left = shorter;
  }
}

/** Asks for these years instead of others; null: for all of them. */
export function narrowToYears(years: AskedYears | null): void {
  const { text, isTyped } = useWorkspace.getState();
  const left = withoutYears({ text, isTyped });
  if (years === null) {
    ask(left);
    return;
  }
  const { from, to } = years;
  const value = from === to ? String(from) : `${from}..${to}`;
  ask(withFacetToggled(left.text, left.isTyped, 'year', value));
}

function ask({ text, isTyped }: Asked): void {
  if (isTyped) typeSearchText(text);
  else setSearchText(text);
}
