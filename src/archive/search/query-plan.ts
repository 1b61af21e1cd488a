import { bestFirst } from './best-first';
import type { Clause, Query } from './query-parser';
import { inverseDocumentFrequency } from './ranking';
import { byCodeUnits } from './sorted-words';
import { termOf } from './stemming';
import { stopWords } from './stop-words';
import type { Token } from './text-analysis';
import { encodeSequence } from './token-stream';
import type { Vocabulary } from './vocabulary';

interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/** Terms of which any one will do; the best that a document has counts. */
export interface Unit {
  readonly alternatives: readonly WeightedTerm[];
  /** Inverse document frequency times the number of times that it was asked for. */
  readonly factor: number;
}

/** A query in the ids of a vocabulary. */
export interface QueryPlan {
  readonly units: readonly Unit[];
  /** Word sequences of Han runs: a document with all words has them all. */
  readonly runs: readonly (readonly number[])[];
  /** Word sequences without which a document isn't listed at all. */
  readonly phrases: readonly (readonly number[])[];
  /** Units without which a document can't have all the phrases. */
  readonly requiredUnits: number;
  /** A word that no document has: none can have all words. */
  readonly incomplete: boolean;
  /** A required phrase holds a word that no document has. */
  readonly impossible: boolean;
}

/** Distinct units of a pasted text that are looked up: the rarest say enough. */
const mostUnits = 60;
/** Words that the beginning of a word stands for: the most frequent ones. */
const mostExpansions = 64;
const expansionWeight = 0.5;

export function planQuery(query: Query, vocabulary: Vocabulary, documents: number): QueryPlan {
  const units = new Map<string, Unit>();
  const runs: (readonly number[])[] = [];
  const phrases: (readonly number[])[] = [];
  let requiredUnits = 0;
  /** Units that no document has. */
  const missing: string[] = [];
  let impossible = false;

  const addUnit = (key: string, alternatives: readonly WeightedTerm[], count: number): void => {
    const used = alternatives.filter(({ term }) => vocabulary.documentsWith(term) > 0);
    const leading = used.filter(({ weight }) => weight === 1);
    const frequency = (leading.length > 0 ? leading : used).reduce(
      (most, { term }) => Math.max(most, vocabulary.documentsWith(term)),
      0,
    );
    if (frequency === 0) {
      missing.push(key);
      return;
    }
    const factor = inverseDocumentFrequency(frequency, documents) * count;
    units.set(key, { alternatives: used, factor: factor + (units.get(key)?.factor ?? 0) });
  };
  const addTerm = (term: string, count: number): void => {
    const id = vocabulary.knownTerm(term);
    addUnit(term, id === undefined ? [] : [{ term: id, weight: 1 }], count);
  };
  const addSequence = (tokens: readonly Token[], count: number): void => {
    const onlyStopWords = tokens.every((token) => stopWords.has(token.text));
    tokens.forEach((token, position) => {
      const next = tokens[position + 1];
      if (token.kind === 'word') {
        if (onlyStopWords || !stopWords.has(token.text)) addTerm(termOf(token.text), count);
      } else if (next?.joined === true) {
        addTerm(token.text + next.text, count);
      } else if (!token.joined) {
        addUnit(`any ${token.text}`, withHan(token.text, vocabulary), count);
      }
    });
  };

  for (const clause of phrasesFirst(query.clauses)) {
    if (clause.kind === 'word') {
      if (clause.prefix) {
        addUnit(`${clause.word}*`, expansions(clause.word, vocabulary), clause.count);
      } else {
        addTerm(termOf(clause.word), clause.count);
      }
      continue;
    }
    addSequence(clause.tokens, clause.kind === 'han' ? clause.count : 1);
    const sequence = encodeSequence(clause.tokens, vocabulary);
    if (clause.kind === 'phrase') {
      if (sequence === null) impossible = true;
      else phrases.push(sequence);
      requiredUnits = units.size;
    } else if (sequence !== null && sequence.length > 2 && !query.pasted) {
      runs.push(sequence);
    }
  }
  const ranked = [...units.values()];
  if (ranked.length > mostUnits) ranked.sort((a, b) => b.factor - a.factor).length = mostUnits;
  return {
    units: ranked,
    runs,
    phrases,
    requiredUnits,
    incomplete: missing.length > 0 && !query.pasted,
    impossible,
  };
}

function phrasesFirst(clauses: readonly Clause[]): readonly Clause[] {
  const isPhrase = (clause: Clause): boolean => clause.kind === 'phrase';
  return [...clauses.filter(isPhrase), ...clauses.filter((clause) => !isPhrase(clause))];
}

/** Every term with the character in it. */
function withHan(character: string, vocabulary: Vocabulary): readonly WeightedTerm[] {
  const id = vocabulary.knownHan(character);
  if (id === undefined) return [];
  return vocabulary.termsWithHan(id).map((term) => ({ term, weight: 1 }));
}

/** The word itself in full, and at half weight the stems of the words that begin with it. */
function expansions(prefix: string, vocabulary: Vocabulary): readonly WeightedTerm[] {
  const exact = vocabulary.knownTerm(termOf(prefix));
  const stems = new Set<number>();
  vocabulary.visitPrefix(prefix, (wordId) => {
    if (!vocabulary.isStopWord(wordId)) stems.add(vocabulary.termOfWord(wordId));
  });
  if (exact !== undefined) stems.delete(exact);
  const begun = bestFirst(
    [...stems],
    mostExpansions,
    (a, b) =>
      vocabulary.documentsWith(b) - vocabulary.documentsWith(a) ||
      byCodeUnits(vocabulary.term(a), vocabulary.term(b)),
  ).map((term) => ({ term, weight: expansionWeight }));
  return exact === undefined ? begun : [{ term: exact, weight: 1 }, ...begun];
}
