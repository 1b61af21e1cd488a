import type {
  ParsedQuery,
  PhraseNode,
  QueryNode,
  TextField,
  ValueNode,
  WordsNode,
} from '../../shared/query/query';
import { foldText } from './engine/fold-text';
import { compoundWith, standsTogether } from './engine/token-shapes';
import { termOf } from './stemming';
import { stopWords } from './stop-words';
import { tokenise, type Token } from './text-analysis';

/** Words, or characters, that must follow one another as they stand. */
export interface SequenceNeedle {
  readonly key: number;
  readonly tokens: readonly Token[];
  /** The last word may go on. */
  readonly open: boolean;
}

interface BeginningNeedle {
  readonly key: number;
  readonly text: string;
}

/** What of a query is looked for in the texts of one field. Keys are those of `QueryNeedles`. */
export interface NeedleSet {
  /** By the stem of the word. */
  readonly words: ReadonlyMap<string, number>;
  /** The longest first. */
  readonly beginnings: readonly BeginningNeedle[];
  readonly sequences: readonly SequenceNeedle[];
  /** By the two characters. */
  readonly hanPairs: ReadonlyMap<string, number>;
  /** Names that a text must be as a whole, as `foldText` gives them. */
  readonly names: ReadonlyMap<string, number>;
  /**
   * Parts of sequences: they count only in a text that has none of the sequences in one of the
   * lists. A key that isn't here counts always.
   */
  readonly partsOf: ReadonlyMap<number, readonly (readonly number[])[]>;
}

type Asked = WordsNode | PhraseNode | ValueNode;

/** A word says as much as two Han characters; one that is only begun, less. */
const wordValue = 1;
const hanValue = 0.5;
const beginningValue = 0.5;

/** What a query looks for, field by field. */
export class QueryNeedles {
  readonly #everywhere: NeedleSet;
  readonly #inField = new Map<TextField, NeedleSet>();
  readonly #keys = new Map<string, number>();
  readonly #values: number[] = [];

  constructor(query: ParsedQuery) {
    const asked = query.nodes.flatMap((node) => askedIn(node, query.pasted));
    const stopWordsCount = !asked.some(
      (node) => node.kind !== 'words' || tokenise(node.text).some(isTelling),
    );
    const needlesOf = (name: TextField | null): NeedleSet => {
      const builder = new NeedleSetBuilder((key, value) => this.#key(key, value));
      for (const node of asked) {
        if (node.field !== null && node.field !== name) continue;
        if (node.kind === 'words') builder.addWords(node, stopWordsCount, query.pasted);
        else if (node.kind === 'phrase' || isWithinText(node)) builder.addSequence(node.text);
        else builder.addName(node.text);
      }
      return builder;
    };
    this.#everywhere = needlesOf(null);
    for (const { field } of asked) {
      if (field !== null && !this.#inField.has(field)) this.#inField.set(field, needlesOf(field));
    }
  }

  /** How much each key says of the query, to choose between pieces of text; 1 for a word. */
  get values(): readonly number[] {
    return this.#values;
  }

  inField(field: TextField): NeedleSet {
    return this.#inField.get(field) ?? this.#everywhere;
  }

  #key(name: string, value: number): number {
    let key = this.#keys.get(name);
    if (key === undefined) {
      key = this.#values.length;
      this.#keys.set(name, key);
    }
    this.#values[key] = Math.max(value, this.#values[key] ?? 0);
    return key;
  }
}

/** Titles stand beside a person's name, and the place is all of a dateline. */
function isWithinText({ field }: ValueNode): boolean {
  return field === 'person' || field === 'place';
}

function askedIn(node: QueryNode, pasted: boolean): readonly Asked[] {
  switch (node.kind) {
    case 'phrase':
      return pasted ? [{ ...node, kind: 'words', prefix: null }] : [node];
    case 'words':
    case 'value':
      return [node];
    case 'and':
    case 'or':
      return node.nodes.flatMap((part) => askedIn(part, pasted));
    default:
      return [];
  }
}

function isTelling(token: Token): boolean {
  return token.kind === 'han' || !stopWords.has(token.text);
}

/** Tells sequences apart that differ only in whether their characters touch. */
function sequenceName(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text, joined }) => `${joined ? '' : ' '}${kind}:${text}`).join('');
}

function sequenceValue(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { kind }) => sum + (kind === 'han' ? hanValue : wordValue), 0);
}

class NeedleSetBuilder implements NeedleSet {
  readonly words = new Map<string, number>();
  readonly beginnings: BeginningNeedle[] = [];
  readonly sequences: SequenceNeedle[] = [];
  readonly hanPairs = new Map<string, number>();
  readonly names = new Map<string, number>();
  readonly partsOf = new Map<number, (readonly number[])[]>();
  readonly #keyOf: (name: string, value: number) => number;
  /** Keys that count whatever else the text has. */
  readonly #free = new Set<number>();
  /** Keys of beginnings and sequences. */
  readonly #listed = new Set<number>();

  constructor(keyOf: (name: string, value: number) => number) {
    this.#keyOf = keyOf;
  }

  addName(text: string): void {
    const name = foldText(text);
    this.names.set(name, this.#keyOf(`name ${name}`, wordValue));
  }

  addSequence(text: string): void {
    const tokens = tokenise(text);
    if (tokens.length > 0) this.#sequence(tokens, false, []);
  }

  addWords(node: WordsNode, stopWordsCount: boolean, pasted: boolean): void {
    const tokens = tokenise(node.text);
    const begun = node.prefix !== null && tokens.at(-1)?.kind === 'word' ? tokens.length - 1 : -1;
    const counts = (token: Token): boolean => stopWordsCount || isTelling(token);
    const isMixed = !pasted && standsTogether(tokens) && !isHanRun(tokens);
    const wholes = isMixed ? [this.#sequence(tokens, begun >= 0, [])] : [];
    tokens.forEach((token, position) => {
      if (token.kind === 'han') {
        if (!token.joined) this.#hanRun(hanRunFrom(tokens, position), wholes);
        return;
      }
      if (position === begun) this.#beginning(token.text, wholes);
      if (counts(token)) this.#word(token.text, wordValue, wholes);
      if (!token.hyphened && tokens[position + 1]?.hyphened === true) {
        this.#compound(tokens, position, counts, wholes);
      }
    });
  }

  /** "e-mail" is "email", too. */
  #compound(
    tokens: readonly Token[],
    first: number,
    counts: (token: Token) => boolean,
    wholes: readonly number[],
  ): void {
    const joined = compoundWith(tokens, first);
    if (joined === null || stopWords.has(joined)) return;
    let parts = 0;
    for (let at = first; at === first || tokens[at]?.hyphened === true; at += 1) {
      const part = tokens[at];
      if (part !== undefined && counts(part)) parts += 1;
    }
    this.#word(joined, wordValue * Math.max(1, parts), wholes);
  }

  #word(word: string, value: number, wholes: readonly number[]): void {
    const term = termOf(word);
    const key = this.#keyOf(`word ${term}`, value);
    this.words.set(term, key);
    this.#note(key, wholes);
  }

  #beginning(text: string, wholes: readonly number[]): void {
    const key = this.#keyOf(`beginning ${text}`, beginningValue);
    if (!this.#listed.has(key)) {
      this.#listed.add(key);
      this.beginnings.push({ key, text });
      this.beginnings.sort((a, b) => b.text.length - a.text.length);
    }
    this.#note(key, wholes);
  }

  /** The whole of it where a text has that, otherwise its pairs. */
  #hanRun(run: readonly Token[], wholes: readonly number[]): void {
    const [first, ...others] = run;
    if (first === undefined) return;
    if (others.length === 0) {
      this.#sequence(run, false, wholes);
      return;
    }
    const inner = others.length === 1 ? wholes : [...wholes, this.#sequence(run, false, wholes)];
    let before = first;
    for (const token of others) {
      const pair = before.text + token.text;
      const key = this.#keyOf(`pair ${pair}`, 2 * hanValue);
      this.hanPairs.set(pair, key);
      this.#note(key, inner);
      before = token;
    }
  }

  #sequence(tokens: readonly Token[], open: boolean, wholes: readonly number[]): number {
    const name = `${open ? 'open ' : ''}sequence${sequenceName(tokens)}`;
    const key = this.#keyOf(name, sequenceValue(tokens));
    if (!this.#listed.has(key)) {
      this.#listed.add(key);
      this.sequences.push({ key, tokens, open });
    }
    this.#note(key, wholes);
    return key;
  }

  #note(key: number, wholes: readonly number[]): void {
    if (this.#free.has(key)) return;
    if (wholes.length === 0) {
      this.#free.add(key);
      this.partsOf.delete(key);
      return;
    }
    const lists = this.partsOf.get(key);
    if (lists === undefined) this.partsOf.set(key, [wholes]);
    else lists.push(wholes);
  }
}

/** The Han characters from `start` on that touch one another. */
function hanRunFrom(tokens: readonly Token[], start: number): readonly Token[] {
  let end = start + 1;
  while (tokens[end]?.joined === true) end += 1;
  return tokens.slice(start, end);
}

function isHanRun(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind, joined }, position) => kind === 'han' && joined === position > 0);
}
