import type { ParsedQuery } from '../../../shared/query/query';
import type { Facets, MonthRun, SortOrder } from '../../../shared/search';
import type { Part } from '../index/part';
import type { Candidate } from './best-documents';
import type { RankedDocuments } from './ranked-unit';

export interface EngineRequest {
  readonly query: ParsedQuery;
  readonly place: 'archive' | 'drafts' | 'trash';
  readonly year: number | null;
  /** A release must be tagged with all of them. */
  readonly partnerIds: readonly string[];
  /** ... and have all of these tags. */
  readonly tags?: readonly string[];
  /** Only those of which the resolver says so. */
  readonly needLook?: boolean;
  /** The same of those under embargo. */
  readonly embargoed?: boolean;
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
  /** `YYYY-MM-DD` from which recency is counted; null where it doesn't matter. */
  readonly recentTo: string | null;
  readonly facets: boolean;
  /** Whether the months of the answer are counted, where it is in the order of dates. */
  readonly months: boolean;
  /**
   * Whether the best answers may add words of their own to the query: 'thin' where few documents
   * have all the words, 'always' for every query of some length.
   */
  readonly feedback: 'never' | 'thin' | 'always';
}

export interface EngineAnswer {
  readonly found: readonly Candidate[];
  /** The parts that `found` speaks of. */
  readonly parts: readonly Part[];
  readonly total: number;
  /** How many of them have all that was asked for; they come first. */
  readonly complete: number;
  readonly facets: Facets | null;
  readonly months: readonly MonthRun[] | null;
}

/** `complete` documents have all that was asked for, `partial` ones some of it. */
export type AnswerKind = 'complete' | 'partial';

/** The documents of one part that answer. */
export interface PartAnswer {
  readonly counts: Readonly<Record<AnswerKind, number>>;
  /** In the order in which they lie, or in any; until the next question. */
  readonly documents: (kind: AnswerKind) => Uint32Array;
  /** The complete ones by their scores, where those weren't added up document by document. */
  readonly ranked: RankedDocuments | null;
}

const nothing = new Uint32Array(0);

/** The answer of documents with scores. */
export function listedAnswer(complete: Uint32Array, partial: Uint32Array = nothing): PartAnswer {
  return {
    counts: { complete: complete.length, partial: partial.length },
    documents: (kind) => (kind === 'complete' ? complete : partial),
    ranked: null,
  };
}

/** The answer of documents that are in order already. */
export function rankedAnswer(ranked: RankedDocuments): PartAnswer {
  return {
    counts: { complete: ranked.count, partial: 0 },
    documents: (kind) => (kind === 'complete' ? ranked.all() : nothing),
    ranked,
  };
}
