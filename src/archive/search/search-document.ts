/** What is searched of a release. */
export interface SearchDocument {
  readonly id: string;
  readonly headline: string;
  readonly subheadline: string;
  readonly body: string;
  readonly captions: readonly string[];
  readonly credits: readonly string[];
  /** Preferred and other names of the partners that it is tagged with. */
  readonly partners: readonly string[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly publicationDate: string | null;
}
