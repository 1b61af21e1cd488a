/** A release as every engine is given it. */
export interface CorpusDocument {
  readonly id: string;
  readonly headline: string;
  /** Plain text. */
  readonly body: string;
  readonly partners: readonly string[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
  /** `YYYY-MM-DD`; null in retrieval collections. */
  readonly publicationDate: string | null;
}

/** A document of a headline and a body, with nothing else known of it. */
export function plainDocument(id: string, headline: string, body: string): CorpusDocument {
  return { id, headline, body, partners: [], people: [], tags: [], publicationDate: null };
}

/** For engines that hold partners, people and tags as one field. */
export function namesOf({ partners, people, tags }: CorpusDocument): string {
  return [...partners, ...people, ...tags].join(' ');
}

export function yearOf({ publicationDate }: CorpusDocument): number | null {
  return publicationDate === null ? null : Number(publicationDate.slice(0, 4));
}
