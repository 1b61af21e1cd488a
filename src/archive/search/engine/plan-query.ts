import type { ParsedQuery, PhraseNode, QueryNode, WordsNode } from '../../../shared/query/query';
import { termOf } from '../stemming';
import { stopWords } from '../stop-words';
import { tokenise, type Token } from '../text-analysis';
import { begunWith, fieldsAskedAs } from './asked-terms';
import type { IndexView } from './index-view';
import type { BodyWord, PlannedSequence, QueryPlan, Unit } from './query-plan';
import { compoundWith, isOneWord, standsTogether } from './token-shapes';
import { Units, type NamedUnit } from './units';

/** Distinct units of a pasted text that are looked up: the rarest say enough. */
const mostUnits = 60;
/** Share of the best word's weight from which on another word of a phrase is looked up. */
const tellingShare = 0.2;
/** Words; two Han characters count as one. */
const longestShortQuery = 3;

export function planQuery(query: ParsedQuery, view: IndexView): QueryPlan {
  return new Planner(view, query.pasted).plan(query);
}

interface Target {
  readonly units: Map<string, Unit>;
  readonly onMissing: () => void;
}

class Planner {
  readonly #view: IndexView;
  readonly #pasted: boolean;
  readonly #units: Units;
  readonly #bonus = new Map<string, Unit>();
  readonly #phrases: PlannedSequence[] = [];
  readonly #bodyWords: BodyWord[] = [];
  readonly #runs: PlannedSequence[] = [];
  #incomplete = false;
  #impossible = false;
  readonly #plain: Target = {
    units: new Map(),
    onMissing: () => {
      this.#incomplete = true;
    },
  };
  readonly #required: Target = {
    units: new Map(),
    onMissing: () => {
      this.#impossible = true;
    },
  };

  constructor(view: IndexView, pasted: boolean) {
    this.#view = view;
    this.#pasted = pasted;
    this.#units = new Units(view);
  }

  plan({ nodes }: ParsedQuery): QueryPlan {
    const conditions: QueryNode[] = [];
    const words: WordsNode[] = [];
    for (const node of nodes) {
      if (node.kind === 'words' && node.field === null) words.push(node);
      else if (node.kind === 'words') this.#fieldWords(node);
      else if (node.kind === 'phrase') this.#phrase(node);
      else {
        conditions.push(node);
        this.#mention(node);
      }
    }
    const analysed = words.map((node) => ({ node, tokens: tokenise(node.text) }));
    const telling = (token: Token): boolean => token.kind === 'han' || !stopWords.has(token.text);
    const onlyStopWords = !analysed.some(({ tokens }) => tokens.some(telling));
    let length = 0;
    for (const { node, tokens } of analysed) {
      const meant = onlyStopWords ? tokens : tokens.filter(telling);
      length += meant.reduce((sum, { kind }) => sum + (kind === 'han' ? 0.5 : 1), 0);
      this.#words(this.#plain, tokens, node, onlyStopWords);
      if (!this.#pasted && standsTogether(tokens)) this.#runs.push({ tokens, fields: null });
    }
    // The rarest first: the sooner few documents are left, the quicker.
    const plain = [...this.#plain.units.values()].sort((a, b) => b.factor - a.factor);
    if (plain.length > mostUnits) plain.length = mostUnits;
    const required = [...this.#required.units.values()];
    // Words of an OR lead to all documents that can fulfil it.
    const isLed = this.#bonus.size > 0 && conditions.some(isOrOfWords);
    if (required.length + words.length === 0) dropMentioned(conditions);
    return {
      required,
      plain,
      bonus: [...this.#bonus.values()],
      phrases: this.#phrases,
      bodyWords: this.#bodyWords,
      runs: this.#runs,
      conditions,
      except: null,
      incomplete: this.#incomplete && !this.#pasted,
      impossible: this.#impossible,
      short: Math.ceil(length) <= longestShortQuery,
      single: analysed.length === 1 && isOneWord(analysed[0]?.tokens ?? []),
      unrestricted:
        required.length === 0 &&
        this.#phrases.length === 0 &&
        !analysed.some(({ tokens }) => tokens.length > 0) &&
        !isLed &&
        (conditions.length > 0 || nodes.length === 0),
      order: this.#pasted ? null : analysed.flatMap(({ tokens }) => tokens.filter(telling)),
    };
  }

  /** The words of an OR, or of what else is a condition, make a document better that has them. */
  #mention(node: QueryNode): void {
    if (node.kind === 'or' || node.kind === 'and') {
      for (const part of node.nodes) this.#mention(part);
    } else if (node.kind === 'words' || node.kind === 'phrase') {
      const fields = node.field === null ? null : fieldsAskedAs(node.field);
      const target = { units: this.#bonus, onMissing: () => undefined };
      this.#words(target, tokenise(node.text), node.kind === 'words' ? node : null, false, fields);
    }
  }

  #fieldWords(node: WordsNode): void {
    const tokens = tokenise(node.text);
    const fields = fieldsAskedAs(node.field ?? 'body');
    if (node.field === 'body') {
      this.#words(this.#required, tokens, node, true);
      for (const terms of this.#termsOfTokens(tokens, node)) this.#bodyWords.push({ terms });
    } else {
      this.#words(this.#required, tokens, node, true, fields);
    }
    if (standsTogether(tokens)) this.#phrases.push({ tokens, fields });
  }

  #phrase(node: PhraseNode): void {
    const tokens = tokenise(node.text);
    if (tokens.length === 0) return;
    const fields = node.field === null ? null : fieldsAskedAs(node.field);
    const inPostings = node.field === null || node.field === 'body' ? null : fields;
    const onlyStopWords = tokens.every(({ text }) => stopWords.has(text));
    const words: Target = { units: new Map(), onMissing: this.#required.onMissing };
    this.#words(words, tokens, null, onlyStopWords, inPostings);
    for (const [key, unit] of rarest(words.units)) this.#required.units.set(key, unit);
    this.#phrases.push({ tokens, fields });
  }

  /** Units for words and Han pairs; stop words are left out unless `all`. */
  #words(
    target: Target,
    tokens: readonly Token[],
    node: WordsNode | null,
    all: boolean,
    fields: readonly number[] | null = null,
  ): void {
    const units = this.#units;
    tokens.forEach((token, position) => {
      const next = tokens[position + 1];
      if (token.kind === 'han') {
        if (next?.joined === true) addUnit(target, units.of([token.text + next.text], fields));
        else if (!token.joined) addUnit(target, units.of([token.accented ?? token.text], fields));
        return;
      }
      const last = position === tokens.length - 1;
      if (last && node !== null && node.prefix !== null) {
        addUnit(target, units.beginning(token.text, node.prefix, fields));
        return;
      }
      if (!all && stopWords.has(token.text)) return;
      const compound = compoundWith(tokens, position);
      const terms = [termOf(token.text)];
      if (compound !== null) terms.push(termOf(compound));
      addUnit(target, units.of(terms, fields));
      if (fields !== null) return;
      for (const { name, unit } of units.spellings(token)) this.#bonus.set(name, unit);
    });
  }

  #termsOfTokens(tokens: readonly Token[], node: WordsNode): readonly (readonly string[])[] {
    return tokens.map((token, position) => {
      const next = tokens[position + 1];
      if (token.kind === 'han') {
        return [next?.joined === true ? token.text + next.text : (token.accented ?? token.text)];
      }
      const last = position === tokens.length - 1;
      if (last && node.prefix !== null) {
        const begun = begunWith(token.text, node.prefix, this.#view).map(({ term }) => term);
        return [termOf(token.text), ...begun];
      }
      return [termOf(token.text)];
    });
  }
}

function addUnit(target: Target, { name, unit }: NamedUnit): void {
  if (unit.alternatives.length === 0) {
    target.onMissing();
    return;
  }
  const known = target.units.get(name);
  const factor = unit.factor + (known?.factor ?? 0);
  target.units.set(name, known === undefined ? unit : { ...unit, factor });
}

/**
 * The units that narrow a phrase down: where its words stand together all are there, so that those
 * which say far less than the one that says most needn't be looked up.
 */
function rarest(units: ReadonlyMap<string, Unit>): readonly (readonly [string, Unit])[] {
  const sorted = [...units].sort(([, a], [, b]) => b.factor - a.factor);
  const best = sorted[0]?.[1].factor ?? 0;
  return sorted.filter(([, { factor }], at) => at < 2 || factor > best * tellingShare);
}

function isOrOfWords(node: QueryNode): boolean {
  if (node.kind !== 'or') return false;
  return node.nodes.every(({ kind }) => kind === 'words' || kind === 'phrase');
}

/**
 * Where an OR of single words is all that is asked for, the documents that its words touch are the
 * ones that fulfil it, and nobody need look twice.
 */
function dropMentioned(conditions: QueryNode[]): void {
  const mentioning = conditions.filter(({ kind }) => kind === 'or' || kind === 'and');
  const [only] = mentioning;
  if (mentioning.length !== 1 || only?.kind !== 'or') return;
  const isPlain = (node: QueryNode): boolean => {
    if (node.kind !== 'words' || node.field !== null || node.prefix !== null) return false;
    const tokens = tokenise(node.text);
    const [token] = tokens;
    return tokens.length === 1 && token?.kind === 'word' && !stopWords.has(token.text);
  };
  if (only.nodes.every(isPlain)) conditions.splice(conditions.indexOf(only), 1);
}
