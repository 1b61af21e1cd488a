import {
  closersOf,
  isCloseParenthesis,
  isEscape,
  isInwardMark,
  isMinusSign,
  isOpenParenthesis,
  isPlain,
  isSpace,
  isStraightMark,
  operatorWords,
  quotationEnd,
  unescapeQuotation,
} from './characters';
import { relativeDateEnd } from './date-values';
import { fieldAt, isDateField, looksLikeField, type FieldName } from './field-names';

interface Span {
  /** With sign and field name. */
  readonly start: number;
  readonly end: number;
}

/** Words or a quotation. */
export interface PieceToken extends Span {
  readonly kind: 'piece';
  readonly negative: boolean;
  readonly field: FieldName | null;
  readonly quoted: boolean;
  /** What is searched: without sign, field name and quotation marks; of words with backslashes. */
  readonly text: string;
  /** Behind the field name; a quotation mark stands here. */
  readonly valueStart: number;
  /** A piece of an open quotation: nothing in it means anything. */
  readonly literal: boolean;
  readonly unknownField: boolean;
}

export interface OpenToken extends Span {
  readonly kind: 'open';
  readonly negative: boolean;
  readonly field: FieldName | null;
  /** A quotation without an end; its words come as pieces, and a `close` behind them. */
  readonly quotation: boolean;
}

export type Token =
  | PieceToken
  | OpenToken
  | (Span & { readonly kind: 'close' | 'or' | 'and' | 'not' | 'lone-sign' })
  /** `partner:` with nothing behind it. */
  | (Span & { readonly kind: 'lone-field'; readonly field: FieldName; readonly negative: boolean });

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const operatorAhead = /(?:OR|AND|NOT|或|[|｜])(?=[\s)）]|$)/y;
/** Values that are read whole although their quotation is still open. */
const fixedFields: readonly (FieldName | null)[] = ['lang', 'status'];

/** Cuts a query into pieces, parentheses and operators; every string, in linear time. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  /** Marks that nothing closes from here on. */
  const unclosed = new Set<string>();
  let at = 0;

  const endsPiece = (position: number): boolean =>
    position >= text.length || isSpace(text[position]) || isCloseParenthesis(text[position]);

  const closes = (position: number): boolean => {
    const closers = closersOf(text[position]);
    if (closers === null || unclosed.has(closers)) return false;
    const isClosed = quotationEnd(text, position + 1, closers) >= 0;
    if (!isClosed) unclosed.add(closers);
    return isClosed;
  };

  const wordEnd = (from: number): number => {
    let open = 0;
    for (let position = from; position < text.length; position += 1) {
      if (isPlain(text.charCodeAt(position))) continue;
      const character = text[position];
      if (isSpace(character)) return position;
      if (isEscape(text, position)) position += 1;
      else if (isOpenParenthesis(character)) open += 1;
      else if (isCloseParenthesis(character)) {
        if (open === 0) return position;
        open -= 1;
      } else if (position > from) {
        const opens =
          isInwardMark(character) ||
          (isStraightMark(character) &&
            ideograph.test(text.slice(Math.max(from, position - 2), position)));
        if (opens && closes(position)) return position;
      }
    }
    return text.length;
  };

  /** Not behind a quotation: in `"state"-owned` the minus sign excludes nothing. */
  const standsFree = (position: number): boolean => {
    const before = text[position - 1];
    return (
      position === 0 || isSpace(before) || isOpenParenthesis(before) || isCloseParenthesis(before)
    );
  };

  const isSign = (position: number): boolean =>
    isMinusSign(text[position]) && !isMinusSign(text[position + 1]) && standsFree(position);

  /** `field: word`: the value may follow one space later, unless something else begins there. */
  const valueFrom = (position: number): number => {
    const next = position + 1;
    if (!isSpace(text[position]) || endsPiece(next)) return position;
    operatorAhead.lastIndex = next;
    const isOther =
      isMinusSign(text[next]) || operatorAhead.test(text) || fieldAt(text, next) !== null;
    return isOther ? position : next;
  };

  const literalPieces = (from: number): void => {
    for (const match of text.slice(from).matchAll(/\S+/g)) {
      const start = from + match.index;
      tokens.push({
        kind: 'piece',
        start,
        end: start + match[0].length,
        negative: false,
        field: null,
        quoted: false,
        text: match[0],
        valueStart: start,
        literal: true,
        unknownField: false,
      });
    }
  };

  const readPiece = (start: number): void => {
    const negative = isSign(start);
    const bodyStart = negative ? start + 1 : start;
    const found = fieldAt(text, bodyStart);
    const field = found?.name ?? null;
    const valueStart = found === null ? bodyStart : valueFrom(found.end);
    if (found !== null && endsPiece(valueStart)) {
      tokens.push({ kind: 'lone-field', start, end: found.end, field: found.name, negative });
      at = found.end;
      return;
    }
    const closers = closersOf(text[valueStart]);
    if (closers !== null) {
      const close = quotationEnd(text, valueStart + 1, closers);
      const readsWhole = isDateField(field) || fixedFields.includes(field);
      if (close < 0 && !readsWhole) {
        at = text.length;
        tokens.push({ kind: 'open', start, end: valueStart + 1, negative, field, quotation: true });
        literalPieces(valueStart + 1);
        tokens.push({ kind: 'close', start: at, end: at });
        return;
      }
      at = close < 0 ? text.length : close + 1;
      const inside = text.slice(valueStart + 1, close < 0 ? at : close);
      const value = unescapeQuotation(inside).trim();
      tokens.push({
        kind: 'piece',
        start,
        end: at,
        negative,
        field,
        quoted: true,
        text: value,
        valueStart,
        literal: false,
        unknownField: false,
      });
      return;
    }
    if (isOpenParenthesis(text[valueStart])) {
      at = valueStart + 1;
      tokens.push({ kind: 'open', start, end: at, negative, field, quotation: false });
      return;
    }
    const relativeEnd = isDateField(field) ? relativeDateEnd(text, valueStart) : -1;
    at = relativeEnd < 0 ? wordEnd(valueStart) : relativeEnd;
    const word = text.slice(valueStart, at);
    const unknownField = field === null && /[:：]/.test(word) && looksLikeField(text, bodyStart);
    // Written out: spreading a common part takes ten times as long as all the rest.
    tokens.push({
      kind: 'piece',
      start,
      end: at,
      negative,
      field,
      quoted: false,
      text: word,
      valueStart,
      literal: false,
      unknownField,
    });
  };

  while (at < text.length) {
    const start = at;
    if (isSpace(text[at])) {
      at += 1;
    } else if (isCloseParenthesis(text[at])) {
      at += 1;
      tokens.push({ kind: 'close', start, end: at });
    } else if (isSign(at) && endsPiece(at + 1)) {
      at += 1;
      tokens.push({ kind: 'lone-sign', start, end: at });
    } else {
      operatorAhead.lastIndex = at;
      const operator = operatorWords[operatorAhead.exec(text)?.[0] ?? ''];
      if (operator === undefined || !standsFree(at)) readPiece(at);
      else {
        at = operatorAhead.lastIndex;
        tokens.push({ kind: operator, start, end: at });
      }
    }
  }
  return tokens;
}
