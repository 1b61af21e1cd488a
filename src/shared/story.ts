import type { ReleaseId, ReleaseLanguage, ReleaseSummary, StoryId } from './release';

/** What one version of a story has and none of the others, for a person to check. */
export interface OnlyHere {
  readonly kind: 'photo' | 'partner' | 'number' | 'person' | 'publicationDate' | 'eventDate';
  /** A partner's name, a number as the text writes it, a date; a photo's caption. */
  readonly text: string;
}

export interface StoryVersion {
  readonly release: ReleaseSummary;
  readonly onlyHere: readonly OnlyHere[];
}

/** The versions of the story that a release belongs to, the release itself first. */
export interface StoryView {
  readonly storyId: StoryId;
  readonly versions: readonly StoryVersion[];
}

/** A release that may tell the same story in another language. */
export interface TranslationProposal {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly language: ReleaseLanguage;
  /** What speaks for it, and how much of each. */
  readonly photos: number;
  readonly partners: number;
  readonly numbers: number;
}
