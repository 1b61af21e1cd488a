/** Why a person should look at a release that an import has filed. */
export const reviewReasons = [
  /** Most of its text is that of another release. */
  'near-duplicate',
  'same-headline-and-date',
  /** In another language, and much speaks for the same story. */
  'may-be-translation',
  'encoding-unsure',
  /** It is called after its file. */
  'no-headline',
  'no-text',
  /** Its text speaks of an embargo without saying all of it. */
  'embargo-open',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** Kept with the release until somebody has decided. */
export interface ReviewNote {
  readonly reason: ReviewReason;
  /** Id of the release that it was compared with; null where there is none. */
  readonly otherId: string | null;
  /** From 0 to 1: how much of the two texts is the same; null where texts weren't compared. */
  readonly resemblance: number | null;
  /** The words of the text that raise the question, where there are any. */
  readonly quote?: string;
}

/** What a person makes of a release that needs a look. */
export const reviewDecisions = [
  /** It's right as it is: it is filed, and its notes are gone. */
  'keep',
  /** It's the other one again: it goes to the trash. */
  'same',
  /** The other one gets its text as a new revision; it goes to the trash itself. */
  'new-version',
  /** The two are one story in two languages. */
  'translation',
] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];
