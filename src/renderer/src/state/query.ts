import {
  hasValue,
  parseQuery,
  toggledValue,
  valuePiece,
  withoutRange,
  type FacetField,
  type ParsedQuery,
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

/** A query as the archive reads it, too. */
export function readQuery(text: string, typing: boolean): ParsedQuery {
  return parseQuery(text, optionsFor(typing));
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
): { readonly text: string; readonly isTyped: boolean } {
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

export function toggleFacet(name: FacetName, value: string): void {
  const { text, isTyped } = useWorkspace.getState();
  ask(withFacetToggled(text, isTyped, name, value));
}

/** Takes one condition out of the query. */
export function removeCondition(range: SourceRange): void {
  const { text, isTyped } = useWorkspace.getState();
  const behind = text.slice(range.end);
  const left = withoutRange(text, range, optionsFor(false));
  // What was being typed behind it goes on.
  const goesOn = isTyped && !spaceAhead.test(behind) && left.endsWith(behind.trimStart());
  ask({ text: left, isTyped: goesOn });
}

function ask({ text, isTyped }: { readonly text: string; readonly isTyped: boolean }): void {
  if (isTyped) typeSearchText(text);
  else setSearchText(text);
}
