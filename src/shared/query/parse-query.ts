import { pieceMeaning } from './field-nodes';
import type { FieldName } from './field-names';
import { lex, type OpenToken, type PieceToken, type Token } from './lexer';
import { hasLineBreak, isTooLong, pastedQuery } from './pasted';
import type { QueryOptions } from './query-options';
import { conjunction, excluded, type Item } from './query-tree';
import type { ParsedQuery, QueryNode, QueryNote, QueryNoteReason } from './query';

const deepestNesting = 20;

/** What stands between two parentheses, or between the ends of the text. */
interface Group {
  readonly open: OpenToken | null;
  readonly field: FieldName | null;
  /** It, or one around it, is excluded. */
  readonly isExcluded: boolean;
  /** Where its NOT stands, if the sign is that. */
  readonly start: number;
  readonly negative: boolean;
  readonly items: Item[];
}

/** Where an odd number of NOTs before the next piece begins, and whether it is odd. */
interface PendingNot {
  readonly start: number;
  readonly end: number;
  readonly negative: boolean;
}

class Reader {
  readonly #text: string;
  readonly #options: QueryOptions;
  readonly notes: QueryNote[] = [];
  readonly #groups: Group[];
  #not: PendingNot | null = null;
  /** Parentheses that are open beyond the deepest nesting. */
  #ignored = 0;
  #isTooDeep = false;
  #group: Group;

  constructor(text: string, options: QueryOptions) {
    this.#text = text;
    this.#options = options;
    this.#group = {
      open: null,
      field: null,
      isExcluded: false,
      start: 0,
      negative: false,
      items: [],
    };
    this.#groups = [this.#group];
  }

  read(tokens: readonly Token[]): readonly QueryNode[] {
    for (const token of tokens) this.#take(token);
    const unclosed = this.#groups.find(({ open }) => open !== null);
    const from = unclosed?.open?.start;
    if (from !== undefined) this.#note('open-parenthesis', from, this.#text.length);
    while (this.#groups.length > 1) this.#close(this.#text.length);
    this.#endNot();
    return conjunction(this.#group.items);
  }

  #note(reason: QueryNoteReason, start: number, end: number): void {
    this.notes.push({ reason, text: this.#text.slice(start, end), range: { start, end } });
  }

  #take(token: Token): void {
    switch (token.kind) {
      case 'piece':
        this.#piece(token);
        return;
      case 'open':
        this.#open(token);
        return;
      case 'close':
        this.#close(token.end);
        return;
      case 'or':
        this.#endNot();
        this.#group.items.push('or');
        return;
      case 'not':
        this.#not = {
          start: this.#not?.start ?? token.start,
          end: token.end,
          negative: this.#not?.negative !== true,
        };
        return;
      case 'lone-sign':
        this.#note('nothing-to-exclude', token.start, token.end);
        return;
      case 'and':
      case 'lone-field':
        return;
    }
  }

  /** A NOT that nothing follows. */
  #endNot(): void {
    if (this.#not !== null) this.#note('nothing-to-exclude', this.#not.start, this.#not.end);
    this.#not = null;
  }

  /** Takes the NOTs before a piece together with its sign: two of them are none. */
  #sign(token: PieceToken | OpenToken): { start: number; negative: boolean } {
    const not = this.#not;
    this.#not = null;
    return {
      start: not?.start ?? token.start,
      negative: (not?.negative === true) !== token.negative,
    };
  }

  #piece(token: PieceToken): void {
    const { start, negative } = this.#sign(token);
    const innerStart = token.negative ? token.start + 1 : token.start;
    const isLast = token.end === this.#text.length && !negative && !this.#group.isExcluded;
    const { nodes, reason } = pieceMeaning(
      {
        field: token.field ?? this.#group.field,
        quoted: token.quoted,
        literal: token.literal,
        text: token.text,
        source: this.#text.slice(innerStart, token.end),
        range: { start: negative ? innerStart : start, end: token.end },
        typing: this.#options.typing && isLast,
      },
      this.#options,
    );
    if (reason !== null) this.#note(reason, innerStart, token.end);
    else if (token.unknownField) this.#note('unknown-field', innerStart, token.end);
    this.#push(nodes, start, token.end, negative);
  }

  #push(nodes: readonly QueryNode[], start: number, end: number, negative: boolean): void {
    if (nodes.length === 0) return;
    const range = { start, end };
    this.#group.items.push(negative ? excluded(nodes, range) : { nodes, range });
  }

  #open(token: OpenToken): void {
    const { start, negative } = this.#sign(token);
    if (token.quotation) this.#note('open-quotation', token.start, this.#text.length);
    if (this.#groups.length > deepestNesting) {
      if (!this.#isTooDeep) this.#note('too-deep', token.start, token.end);
      this.#isTooDeep = true;
      this.#ignored += 1;
      return;
    }
    this.#group = {
      open: token,
      field: token.field ?? this.#group.field,
      isExcluded: this.#group.isExcluded || negative,
      start,
      negative,
      items: [],
    };
    this.#groups.push(this.#group);
  }

  #close(end: number): void {
    this.#endNot();
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const closed = this.#groups.length > 1 ? this.#groups.pop() : undefined;
    const around = this.#groups.at(-1);
    if (closed === undefined || around === undefined) return;
    this.#group = around;
    this.#push(conjunction(closed.items), closed.start, end, closed.negative);
  }
}

/** Reads a text as if someone had typed it, however long it is. */
export function readTyped(text: string, options: QueryOptions): ParsedQuery {
  const reader = new Reader(text, options);
  const nodes = reader.read(lex(text));
  const notes = reader.notes.toSorted((a, b) => a.range.start - b.range.start);
  return { nodes, notes, pasted: false };
}

/** Reads what was typed. Every string is a query: what can't be read otherwise is plain words. */
export function parseQuery(text: string, options: QueryOptions): ParsedQuery {
  const readFacets = (facets: string): readonly QueryNode[] => readTyped(facets, options).nodes;
  if (hasLineBreak(text)) return pastedQuery(text, readFacets);
  const typed = readTyped(text, options);
  return isTooLong(text, typed.nodes) ? pastedQuery(text, readFacets) : typed;
}
