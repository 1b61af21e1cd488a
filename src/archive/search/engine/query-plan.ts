import type { ParsedQuery, PhraseNode, QueryNode, WordsNode } from '../../../shared/query/query';
import { accentKey, fieldKey } from '../index/term-keys';
import { inverseDocumentFrequency, rankedFields } from '../ranking';
import { termOf } from '../stemming';
import { stopWords } from '../stop-words';
import { tokenise, type Token } from '../text-analysis';
import type { IndexView, TermCount } from './index-view';

export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** Terms of which any one will do; the best that a document has counts. */
export interface Unit {
  readonly alternatives: readonly WeightedTerm[];
  /** Inverse document frequency times the number of times that it was asked for. */
  readonly factor: number;
}

/** Words that must stand together in one text of a document. */
export interface PlannedSequence {
  readonly tokens: readonly Token[];
  /** Numbers of `rankedFields`; null is anywhere. */
  readonly fields: readonly number[] | null;
}

/** A word that must be in the body itself: its unit tells only that it is somewhere. */
export interface BodyWord {
  readonly terms: readonly string[];
}

/** A query in the terms of an index. */
export interface QueryPlan {
  /** Units without which a document isn't listed at all. */
  readonly required: readonly Unit[];
  /** Units of plain words: documents with all of them come first. */
  readonly plain: readonly Unit[];
  /** Units that only make a document better. */
  readonly bonus: readonly Unit[];
  /** Sequences without which a document isn't listed at all. */
  readonly phrases: readonly PlannedSequence[];
  readonly bodyWords: readonly BodyWord[];
  /** Sequences of plain words: a document with all words has them all. */
  readonly runs: readonly PlannedSequence[];
  /** Everything that isn't words: each must hold. */
  readonly conditions: readonly QueryNode[];
  /** Id of a document that isn't listed. */
  readonly except: string | null;
  /** A plain word that no document has: none can have all words. */
  readonly incomplete: boolean;
  /** Something required that no document has. */
  readonly impossible: boolean;
  /** Few enough plain words that whoever typed them means all of them. */
  readonly short: boolean;
  /** One plain word: who gets something for it got it. */
  readonly single: boolean;
  /** No words were asked for: whatever fulfils the conditions answers. */
  readonly unrestricted: boolean;
  /** Plain words in their order, for what rewards their closeness: null for a pasted text. */
  readonly order: readonly Token[] | null;
}

/** Distinct units of a pasted text that are looked up: the rarest say enough. */
const mostUnits = 60;
const expansionWeight = 0.5;
/** Share of the best word's weight from which on another word of a phrase is looked up. */
const tellingShare = 0.2;
/** Words; two Han characters count as one. */
const longestShortQuery = 3;
/** What a spelling with the same accents adds, and what one with other accents takes, of a word. */
const sameAccents = 0.2;
const otherAccents = -0.05;

export function fieldsAskedAs(name: string): readonly number[] {
  return rankedFields.flatMap(({ askedAs }, field) => (askedAs === name ? [field] : []));
}

type BegunAs = NonNullable<WordsNode['prefix']>;

/** The terms that a begun word stands for: all of `word*`, of a half-typed one the likeliest. */
export function begunWith(prefix: string, kind: BegunAs, view: IndexView): readonly TermCount[] {
  return kind === 'asked' ? view.allBeginningWith(prefix) : view.beginningWith(prefix);
}

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
  readonly #documents: number;
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
    this.#documents = view.documents;
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
    tokens.forEach((token, position) => {
      const next = tokens[position + 1];
      if (token.kind === 'han') {
        if (next?.joined === true) this.#unit(target, [token.text + next.text], fields);
        else if (!token.joined) this.#unit(target, [token.accented ?? token.text], fields);
        return;
      }
      const last = position === tokens.length - 1;
      if (last && node !== null && node.prefix !== null) {
        this.#beginning(target, token.text, node.prefix, fields);
        return;
      }
      if (!all && stopWords.has(token.text)) return;
      const compound = compoundWith(tokens, position);
      const terms = [termOf(token.text)];
      if (compound !== null) terms.push(termOf(compound));
      this.#unit(target, terms, fields);
      if (fields === null) this.#accents(token);
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

  #unit(target: Target, terms: readonly string[], fields: readonly number[] | null): void {
    const keys = fields === null ? terms : terms.flatMap((t) => fields.map((f) => fieldKey(f, t)));
    this.#add(
      target,
      keys.map((term) => ({ term, weight: 1 })),
    );
  }

  /** The word itself in full, and at half weight the stems of the words that begin with it. */
  #beginning(
    target: Target,
    prefix: string,
    kind: BegunAs,
    fields: readonly number[] | null,
  ): void {
    const name = `${kind} ${fields?.join(' ') ?? ''} ${prefix}`;
    const unit = this.#view.remembered(name, () => {
      const exact = termOf(prefix);
      const begun = begunWith(prefix, kind, this.#view).filter(({ term }) => term !== exact);
      const plain: readonly WeightedTerm[] = [
        { term: exact, weight: 1 },
        ...begun.map(({ term }) => ({ term, weight: expansionWeight })),
      ];
      return this.#unitOf(
        fields === null
          ? plain
          : plain.flatMap(({ term, weight }) =>
              fields.map((field) => ({ term: fieldKey(field, term), weight })),
            ),
      );
    });
    this.#addUnit(target, `${prefix}*`, unit);
  }

  #add(target: Target, alternatives: readonly WeightedTerm[]): void {
    const name = alternatives.map(({ term }) => term).join(' ');
    this.#addUnit(target, name, this.#unitOf(alternatives));
  }

  #addUnit(target: Target, name: string, unit: Unit): void {
    if (unit.alternatives.length === 0) {
      target.onMissing();
      return;
    }
    const known = target.units.get(name);
    const factor = unit.factor + (known?.factor ?? 0);
    target.units.set(name, known === undefined ? unit : { ...unit, factor });
  }

  /** Without alternatives where no document has any of them. */
  #unitOf(alternatives: readonly WeightedTerm[]): Unit {
    const used: WeightedTerm[] = [];
    let leading = 0;
    let most = 0;
    for (const one of alternatives) {
      const documents = this.#view.documentsWith(one.term);
      if (documents === 0) continue;
      used.push(one);
      most = Math.max(most, documents);
      if (one.weight === 1) leading = Math.max(leading, documents);
    }
    const frequency = leading > 0 ? leading : most;
    return {
      alternatives: used,
      factor: frequency === 0 ? 0 : inverseDocumentFrequency(frequency, this.#documents),
    };
  }

  /** Of "resume" and "résumé" the one that was typed comes first. */
  #accents(token: Token): void {
    const wanted = token.accented === null ? null : accentKey(token.text, token.accented);
    for (const { term, documents } of this.#view.spellingsOf(token.text)) {
      const share = term === wanted ? sameAccents : otherAccents;
      const factor = share * inverseDocumentFrequency(documents, this.#documents);
      this.#bonus.set(term, { alternatives: [{ term, weight: 1 }], factor });
    }
  }
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

/** "20+8", "华为5G" and runs of Han characters are meant as they stand; "well-known" needn't be. */
export function standsTogether(tokens: readonly Token[]): boolean {
  if (tokens.length < 2) return false;
  if (tokens.length === 2 && tokens.every(({ kind }) => kind === 'han')) {
    return tokens[1]?.joined !== true;
  }
  return !tokens.every(({ kind, hyphened }, at) => kind === 'word' && (at === 0 || hyphened));
}

/** A word, or Han characters that touch. */
function isOneWord(tokens: readonly Token[]): boolean {
  return tokens.length === 1 || tokens.every(({ kind }) => kind === 'han');
}

/** What the hyphened word around a token is when it is written as one; null where it is none. */
export function compoundWith(tokens: readonly Token[], position: number): string | null {
  let first = position;
  while (tokens[first]?.hyphened === true) first -= 1;
  let last = position;
  while (tokens[last + 1]?.hyphened === true) last += 1;
  if (first === last) return null;
  return tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join('');
}
