import { parseQuery, type Query } from './query-parser';
import { termOf } from './stemming';
import { tokenise, type Token } from './text-analysis';

/** A place in a text that the query matched; offsets in UTF-16 code units. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** What of the query it is: equal for two matches of the same word. */
  readonly key: string;
  /** How much it tells, to choose between windows; 1 for a word. */
  readonly value: number;
}

/** Finds the places that answer a query: words with the same stem, Han sequences, phrases. */
export class QueryMatches {
  readonly #terms = new Set<string>();
  readonly #prefixes: string[] = [];
  readonly #runs: (readonly Token[])[] = [];
  readonly #phrases: (readonly Token[])[] = [];

  constructor(text: string) {
    const query: Query = parseQuery(text);
    for (const clause of query.clauses) {
      if (clause.kind === 'phrase') this.#phrases.push(clause.tokens);
      else if (clause.kind === 'han') this.#runs.push(clause.tokens);
      else {
        this.#terms.add(termOf(clause.word));
        if (clause.prefix) this.#prefixes.push(clause.word);
      }
    }
  }

  /** All matches in order; they may overlap. */
  in(text: string): readonly Match[] {
    const tokens = tokenise(text);
    const matches: Match[] = [];
    for (const { kind, text: word, start, end } of tokens) {
      if (kind !== 'word') continue;
      const term = termOf(word);
      const prefix = this.#prefixes.find((begun) => word.startsWith(begun));
      if (this.#terms.has(term)) matches.push({ start, end, key: term, value: 1 });
      else if (prefix !== undefined) matches.push({ start, end, key: `${prefix}*`, value: 0.5 });
    }
    const sequences = this.#phrases.map((phrase) => sequenceMatches(tokens, phrase));
    for (const run of this.#runs) {
      const whole = sequenceMatches(tokens, run);
      sequences.push(whole.length > 0 ? whole : pairMatches(tokens, run));
    }
    return matches.concat(...sequences).sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

function pairMatches(tokens: readonly Token[], run: readonly Token[]): readonly Match[] {
  const seen = new Set<string>();
  return run.slice(1).flatMap((second, position) => {
    const pair = run.slice(position, position + 2);
    const key = pair.map(({ text }) => text).join('');
    if (seen.has(key) || !second.joined) return [];
    seen.add(key);
    return sequenceMatches(tokens, pair);
  });
}

function sequenceMatches(tokens: readonly Token[], wanted: readonly Token[]): readonly Match[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const key = wanted.map(({ text }) => text).join(' ');
  const value = wanted.reduce((sum, { kind }) => sum + (kind === 'han' ? 0.5 : 1), 0);
  const matches: Match[] = [];
  tokens.forEach(({ text, start }, position) => {
    if (text !== first.text) return;
    let length = 1;
    while (length < wanted.length && continues(tokens, position + length, wanted, length))
      length += 1;
    const last = tokens[position + length - 1];
    if (length === wanted.length && last !== undefined) {
      matches.push({ start, end: last.end, key, value });
    }
  });
  return matches;
}

/** Whether the token at `at` is the wanted one, Han characters touching as the wanted ones do. */
function continues(
  tokens: readonly Token[],
  at: number,
  wanted: readonly Token[],
  position: number,
): boolean {
  const token = tokens[at];
  const other = wanted[position];
  if (token === undefined || token.text !== other?.text) return false;
  if (other.kind !== 'han' || wanted[position - 1]?.kind !== 'han') return true;
  return token.joined === other.joined;
}
