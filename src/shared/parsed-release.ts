import type { Credit, IsoDate, Person, ReleaseLanguage } from './release';

/** A half-open range of UTF-16 code units in the text that was parsed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Confidence = 'high' | 'medium' | 'low';

/** Something that the parser believes, and the place in the text that made it believe so. */
export interface Guess<T> {
  readonly value: T;
  readonly span: Span;
  readonly confidence: Confidence;
}

/** Until when a text says that it must not be published: as much of it as it says. */
export interface ParsedEmbargo {
  readonly date: IsoDate | null;
  /** `HH:mm` */
  readonly time: string | null;
  /** IANA name; null where the text names none, or one that could mean several. */
  readonly zone: string | null;
}

/** What a caption says; its span takes in the credit at its end. */
export interface ParsedCaption extends Guess<string> {
  /** Who took this photo, as the caption says it; empty where it doesn't. */
  readonly creditLine: string;
}

/** A partner that the text seems to be about. */
export interface PartnerProposal {
  /** The name as the text has it, in its fullest form. */
  readonly name: string;
  /** The authority file's partner with that name or alias; null where it has none yet. */
  readonly partnerId: string | null;
  /** Every place where the name stands. */
  readonly mentions: readonly Span[];
  readonly inHeadline: boolean;
  readonly confidence: Confidence;
}

/**
 * A press release taken apart. Nothing is invented: what the text doesn't say is null or empty.
 * Every span lies inside `text`.
 */
export interface ParsedRelease {
  readonly text: string;
  readonly language: ReleaseLanguage;
  readonly headline: Guess<string> | null;
  readonly subheadline: Guess<string> | null;
  readonly dateline: Guess<string> | null;
  readonly byline: Guess<string> | null;
  readonly publicationDate: Guess<IsoDate> | null;
  readonly eventDate: Guess<IsoDate> | null;
  /** Its span is all that the text says of it: "EMBARGOED UNTIL 00:01 GMT, 5 August 2026". */
  readonly embargo: Guess<ParsedEmbargo> | null;
  readonly paragraphs: readonly Guess<string>[];
  readonly captions: readonly ParsedCaption[];
  readonly textCredit: Guess<Credit> | null;
  readonly photoCredit: Guess<Credit> | null;
  readonly boilerplate: Guess<string> | null;
  readonly mediaContact: Guess<string> | null;
  readonly people: readonly Guess<Person>[];
  readonly partners: readonly PartnerProposal[];
}
