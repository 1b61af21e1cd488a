import type { PartnerId } from './partner';
import type { ReleaseSummary } from './release';

export const sortOrders = ['relevance', 'newest', 'oldest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Which releases a list shows. Empty `text` lists everything that the filters let through. */
export interface FindQuery {
  readonly text: string;
  /** A release must be tagged with all of them. */
  readonly partnerIds: readonly PartnerId[];
  /** 'archive' is all that isn't in the trash. */
  readonly place: 'archive' | 'drafts' | 'trash';
  readonly year: number | null;
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
}

/** A piece of text; `hit` pieces matched the query. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

export const snippetFields = [
  'headline',
  'subheadline',
  'body',
  'caption',
  'credit',
  'partner',
  'person',
  'tag',
] as const;
export type SnippetField = (typeof snippetFields)[number];

export interface Snippet {
  readonly field: SnippetField;
  readonly segments: readonly Segment[];
}

export interface FindHit {
  readonly release: ReleaseSummary;
  /** The headline cut into matched and unmatched pieces. */
  readonly headline: readonly Segment[];
  /** At most two, the best first; empty when nothing was searched for. */
  readonly snippets: readonly Snippet[];
}

export interface FindPage {
  readonly hits: readonly FindHit[];
  /** How many there are in all, beyond this page. */
  readonly total: number;
  /** Milliseconds that the archive took. */
  readonly tookMs: number;
}
