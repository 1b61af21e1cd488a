import {
  closersOf,
  isCloseParenthesis,
  isSpace,
  quotationEnd,
  unescapeQuotation,
} from './characters';
import { dateFields, fieldAliases, type FieldName } from './field-names';
import { valuePiece } from './field-values';
import { lex, type Token } from './lexer';
import { parseQuery } from './parse-query';
import { askedStatuses, queryFields, type QueryField, type SourceRange } from './query';

/** What is being typed, and which part of the text a choice replaces. */
export type Completion =
  | { readonly kind: 'field'; readonly prefix: string; readonly range: SourceRange }
  | {
      readonly kind: 'value';
      readonly field: QueryField;
      /** Without quotation mark. */
      readonly prefix: string;
      readonly quoted: boolean;
      readonly range: SourceRange;
    };

export interface FieldCompletion {
  readonly field: QueryField;
  /** The first of its names that begins as typed. */
  readonly name: string;
}

const fieldLetters = /^(?:[A-Za-z]{1,12}|\p{Script=Han}{1,4})$/u;
const recentDates = [
  'today',
  'yesterday',
  'this week',
  'last week',
  'last 7 days',
  'this month',
  'last month',
  'past 3 months',
  'this year',
  'last year',
] as const;

function endsWord(text: string, at: number): boolean {
  return at >= text.length || isSpace(text[at]) || isCloseParenthesis(text[at]);
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (!endsWord(text, at)) at += 1;
  return at;
}

/** Where a value whose quotation mark stands at `mark` ends; a mark that opens another doesn't. */
function quotedEnd(text: string, mark: number, caret: number): number {
  const close = quotationEnd(text, mark + 1, closersOf(text[mark]) ?? '');
  const before = text[close - 1] ?? '';
  const opensAnother = close > mark + 1 && (isSpace(before) || /[:：(（]/.test(before));
  const closes = close >= caret && endsWord(text, close + 1) && !opensAnother;
  return closes ? close + 1 : wordEnd(text, caret);
}

function valueCompletion(
  field: FieldName | null,
  text: string,
  from: number,
  caret: number,
): Completion | null {
  if (field === null || field === 'like') return null;
  const named = field === 'since' ? 'after' : field === 'until' ? 'before' : field;
  if (closersOf(text[from]) === null || from >= caret) {
    const prefix = text.slice(from, caret);
    const range = { start: from, end: wordEnd(text, caret) };
    return { kind: 'value', field: named, prefix, quoted: false, range };
  }
  const prefix = unescapeQuotation(text.slice(from + 1, caret));
  const range = { start: from, end: quotedEnd(text, from, caret) };
  return { kind: 'value', field: named, prefix, quoted: true, range };
}

function isOpen(text: string, token: Token & { kind: 'piece' }): boolean {
  const closers = closersOf(text[token.valueStart]);
  const head = text.slice(0, token.end);
  return closers === null || quotationEnd(head, token.valueStart + 1, closers) < 0;
}

/** What can be completed where the caret stands (UTF-16 code units); null for nothing. */
export function completionAt(text: string, caret: number): Completion | null {
  if (parseQuery(text, { today: '2000-01-01', typing: false }).pasted) return null;
  const tokens = lex(text.slice(0, caret));
  const last = tokens.at(-1);
  if (last === undefined) return null;
  if (last.kind === 'lone-field') {
    const isNear = caret - last.end <= 1;
    return isNear ? valueCompletion(last.field, text, caret, caret) : null;
  }
  if (last.end !== caret) return null;
  const quotation = tokens.findLast(({ kind }) => kind === 'open');
  if (last.kind === 'close' && last.start === caret && quotation?.kind === 'open') {
    return valueCompletion(quotation.field, text, quotation.end - 1, caret);
  }
  if (last.kind !== 'piece') return null;
  if (last.field !== null) {
    return isOpen(text, last) ? valueCompletion(last.field, text, last.valueStart, caret) : null;
  }
  if (last.quoted || !fieldLetters.test(last.text) || !endsWord(text, caret)) return null;
  return { kind: 'field', prefix: last.text, range: { start: last.valueStart, end: caret } };
}

/** The fields whose names, in English or Chinese, begin like this; all of them for ''. */
export function fieldCompletions(prefix: string): readonly FieldCompletion[] {
  const typed = prefix.toLowerCase();
  return queryFields.flatMap((field) => {
    const name = [field, ...fieldAliases[field]].find((each) => each.startsWith(typed));
    return name === undefined ? [] : [{ field, name }];
  });
}

/** The values of fields that have only a few, and words for recent dates; none for the others. */
export function fixedValues(field: QueryField): readonly string[] {
  if (field === 'lang') return ['en', 'zh', 'und'];
  if (field === 'status') return askedStatuses;
  if (field === 'photo') return ['yes', 'no'];
  if (field === 'year') return ['this year', 'last year'];
  return (dateFields as readonly string[]).includes(field) ? recentDates : [];
}

/** The text with the choice in it (a field's name or a value), and where the caret goes. */
export function applyCompletion(
  text: string,
  completion: Completion,
  value: string,
): { readonly text: string; readonly caret: number } {
  const { start, end } = completion.range;
  const behind = text.slice(end);
  const written =
    completion.kind === 'field'
      ? `${value}:`
      : valuePiece(completion.field, value).slice(completion.field.length + 1);
  // the next word can be typed at once
  const space = completion.kind === 'value' && behind === '' ? ' ' : '';
  const before = text.slice(0, start) + written + space;
  return { text: before + behind, caret: before.length };
}
