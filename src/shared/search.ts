import type { PartnerId } from './partner';
import type { ReleaseSummary } from './release';

export const sortOrders = ['relevance', 'newest', 'oldest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/**
 * 'archive' is all that isn't in the trash, 'embargoed' what of it must not be published yet, 'needs-look'
 * what lacks something.
 */
export const listPlaces = ['archive', 'drafts', 'embargoed', 'needs-look', 'trash'] as const;
export type ListPlace = (typeof listPlaces)[number];

/** Which releases a list shows. Empty `text` lists everything that the filters let through. */
export interface FindQuery {
  /** In the query language of `query/`. */
  readonly text: string;
  /** A release must be tagged with all of them. */
  readonly partnerIds: readonly PartnerId[];
  /** ... and have all of these tags, letter by letter. */
  readonly tags?: readonly string[] | undefined;
  readonly place: ListPlace;
  readonly year: number | null;
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
  /** The last word may not be finished yet: what begins with it answers, too. */
  readonly typing?: boolean | undefined;
  /** Of equally good answers the newer ones come a little sooner. */
  readonly recency?: boolean | undefined;
  /** Whether the answer counts its facets. */
  readonly facets?: boolean | undefined;
  /** Whether the answer says where its months lie. */
  readonly months?: boolean | undefined;
}

/** A value and how many of the releases found have it. */
export interface FacetValue {
  /** As the query language writes it; a partner's id, not its name. */
  readonly value: string;
  readonly count: number;
}

export const facetNames = ['year', 'partner', 'tag', 'person', 'status', 'language'] as const;
export type FacetName = (typeof facetNames)[number];

/** The most frequent values of each facet first; years newest first. */
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** So many releases of one month of publication, one after the other. */
export interface MonthRun {
  /** `YYYY-MM`; null for those without a date. */
  readonly month: string | null;
  readonly count: number;
}

/** "Did you mean": the whole query with other words. */
export interface Suggestion {
  readonly text: string;
  /** The same in pieces; `hit` marks what was changed. */
  readonly segments: readonly Segment[];
}

/** What the query language has no words for. */
export const savedPlaces = ['needs-look', 'trash'] as const satisfies readonly ListPlace[];
export type SavedPlace = (typeof savedPlaces)[number];

/** What a saved search asks for; not empty: it has a text or a place. */
export interface SearchToSave {
  readonly text: string;
  readonly sort: SortOrder;
  /** Absent: all that isn't in the trash. */
  readonly place?: SavedPlace | undefined;
}

/** A search that was given a name; kept with the archive. */
export interface SavedSearch extends SearchToSave {
  readonly id: string;
  readonly name: string;
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
  'place',
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
  /** How many of them have all that was asked for; the others follow them. */
  readonly complete: number;
  /** Null when they weren't asked for, or the index isn't ready. */
  readonly facets: Facets | null;
  /**
   * The months of the whole answer in its order, so that every month has a place in a long list. Null
   * when they weren't asked for, or the answer isn't in the order of dates.
   */
  readonly months: readonly MonthRun[] | null;
  /** When little was found: a spelling of which the archive has more. */
  readonly suggestion: Suggestion | null;
  /** Milliseconds that the archive took. */
  readonly tookMs: number;
}
