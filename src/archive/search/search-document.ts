import type { ReleaseLanguage, ReleaseStatus } from '../../shared/release';

/** What is searched of a release, and what it is filtered and counted by. */
export interface SearchDocument {
  readonly id: string;
  readonly headline: string;
  readonly subheadline: string;
  /** Plain text. */
  readonly body: string;
  readonly captions: readonly string[];
  /** The byline, and who is credited for text and photos. */
  readonly credits: readonly string[];
  /** Preferred and other names of the partners that it is tagged with. */
  readonly partners: readonly string[];
  /** Names with titles. */
  readonly people: readonly string[];
  readonly tags: readonly string[];
  /** The dateline. */
  readonly place: string;

  /** `YYYY-MM-DD`. */
  readonly publicationDate: string | null;
  readonly status: ReleaseStatus;
  readonly language: ReleaseLanguage;
  readonly inTrash: boolean;
  readonly hasPhotos: boolean;
  readonly partnerIds: readonly string[];
  /** Names without titles. */
  readonly personNames: readonly string[];
  /** Tells the states of a release apart: 0 to 2^32 - 1. */
  readonly stamp: number;
}

/** The searchable texts of a document: what snippets are cut from and what is analysed. */
export type DocumentTexts = Pick<
  SearchDocument,
  | 'headline'
  | 'subheadline'
  | 'body'
  | 'captions'
  | 'credits'
  | 'partners'
  | 'people'
  | 'tags'
  | 'place'
>;
