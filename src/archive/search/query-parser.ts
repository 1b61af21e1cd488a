import { tokenise, type Token } from './text-analysis';
import { stopWords } from './stop-words';

/** A word is found under its stem; the last one typed also finds what begins with it. */
export interface WordClause {
  readonly kind: 'word';
  readonly word: string;
  readonly prefix: boolean;
  readonly count: number;
}

/** Han characters that stand together. */
export interface HanClause {
  readonly kind: 'han';
  readonly tokens: readonly Token[];
  readonly count: number;
}

/** Words exactly as written, one after another. */
export interface PhraseClause {
  readonly kind: 'phrase';
  readonly tokens: readonly Token[];
}

export type Clause = WordClause | HanClause | PhraseClause;

export interface Query {
  readonly clauses: readonly Clause[];
  readonly excluded: readonly Clause[];
  /** Few enough words that whoever typed them means all of them. */
  readonly short: boolean;
  /** A pasted text: quotation marks and hyphens are punctuation, and Han runs needn't stay whole. */
  readonly pasted: boolean;
  /** Nothing is asked for, so everything answers that isn't excluded. */
  readonly unrestricted: boolean;
}

/** Words; two Han characters count as one. */
const longestShortQuery = 3;
const longestTypedQuery = 20;

/** -"phrase", -word, "phrase" in the quotation marks of English and Chinese keyboards. */
const operator =
  /(?<=^|\s)-(?:["“]([^"“”]*)["”]|(\S+))|["“]([^"“”]*)["”]|「([^「」]*)」|『([^『』]*)』/gu;

/** One of the groups is there. */
type OperatorMatch = readonly (string | undefined)[];

/** A number typed to the length of a year is meant as it stands. */
const wholeNumber = /^\d{4,}$/;

/**
 * Reads what was typed. Every string is a query. A quotation that isn't closed yet is read as plain
 * words, so that results don't vanish while it is being typed.
 */
export function parseQuery(text: string): Query {
  const pasted = lengthInWords(tokenise(text)) > longestTypedQuery || /\S\s*\n\s*\S/.test(text);
  const parts: (readonly Clause[])[] = [];
  const excluded: Clause[] = [];
  let plainFrom = 0;
  if (!pasted) {
    for (const match of text.matchAll(operator)) {
      parts.push(plainClauses(text.slice(plainFrom, match.index), false));
      plainFrom = match.index + match[0].length;
      const [, notPhrase, notWord, english, corner, doubleCorner] = match as OperatorMatch;
      const phrase = english ?? corner ?? doubleCorner;
      if (phrase !== undefined) parts.push(phraseClauses(phrase));
      else excluded.push(...excludedClauses(notWord, notPhrase));
    }
  }
  parts.push(plainClauses(text.slice(plainFrom), !pasted));
  const meant = counted(withoutStopWords(parts.flat()));
  return {
    clauses: meant,
    excluded,
    short: meant.reduce((sum, clause) => sum + clauseLength(clause), 0) <= longestShortQuery,
    pasted,
    unrestricted: meant.length === 0 && (excluded.length > 0 || text.trim() === ''),
  };
}

function lengthInWords(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.kind === 'han' ? 0.5 : 1), 0);
}

function clauseLength(clause: Clause): number {
  return clause.kind === 'han' ? Math.ceil(clause.tokens.length / 2) : 1;
}

function plainClauses(text: string, last: boolean): readonly Clause[] {
  const tokens = tokenise(text);
  const clauses: Clause[] = [];
  let run: Token[] = [];
  tokens.forEach((token, position) => {
    if (token.kind === 'word') {
      const typing = last && position === tokens.length - 1 && token.end === text.length;
      const prefix = typing && !wholeNumber.test(token.text);
      clauses.push({ kind: 'word', word: token.text, prefix, count: 1 });
      return;
    }
    run.push(token);
    if (tokens[position + 1]?.joined !== true) {
      clauses.push({ kind: 'han', tokens: run, count: 1 });
      run = [];
    }
  });
  return clauses;
}

function phraseClauses(text: string): readonly PhraseClause[] {
  const tokens = tokenise(text);
  return tokens.length === 0 ? [] : [{ kind: 'phrase', tokens }];
}

/** Without quotation marks one word is excluded under its stem, several ("-e-mail") as a phrase. */
function excludedClauses(word: string | undefined, phrase: string | undefined): readonly Clause[] {
  if (word === undefined) return phraseClauses(phrase ?? '');
  const tokens = tokenise(word);
  const [only] = tokens;
  if (tokens.length === 1 && only?.kind === 'word') {
    return [{ kind: 'word', word: only.text, prefix: false, count: 1 }];
  }
  return phraseClauses(word);
}

function withoutStopWords(clauses: readonly Clause[]): readonly Clause[] {
  const telling = clauses.filter((clause) => clause.kind !== 'word' || !stopWords.has(clause.word));
  return telling.length > 0 ? telling : clauses;
}

/** Each clause once, with the number of times that it was given. */
function counted(clauses: readonly Clause[]): readonly Clause[] {
  const byKey = new Map<string, Clause>();
  for (const clause of clauses) {
    const key = clauseKey(clause);
    const known = byKey.get(key);
    if (known === undefined || known.kind === 'phrase') byKey.set(key, clause);
    else byKey.set(key, { ...known, count: known.count + 1 });
  }
  return [...byKey.values()];
}

function clauseKey(clause: Clause): string {
  if (clause.kind === 'word') return `${clause.prefix ? 'prefix' : 'word'} ${clause.word}`;
  return `${clause.kind} ${clause.tokens.map((t) => (t.joined ? '' : ' ') + t.text).join('')}`;
}
