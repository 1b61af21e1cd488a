import type { QueryNode } from '../../../shared/query/query';
import type { Token } from '../text-analysis';

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
