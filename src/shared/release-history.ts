import type { ReleaseContent, ReleaseId } from './release';

/** One line of a release's history. */
export interface RevisionSummary {
  readonly revision: number;
  /** ISO 8601 instant at which it was made; null where that isn't known. */
  readonly at: string | null;
  /** What made it: "release:revise"; null where that isn't known. */
  readonly action: string | null;
  readonly headline: string;
  readonly inTrash: boolean;
  /** False for a revision of which nothing was kept, or whose text is damaged. */
  readonly isWhole: boolean;
}

/** Newest first; the first one is what the release says now. */
export type ReleaseHistory = readonly RevisionSummary[];

export type HistoryField = keyof ReleaseContent | 'inTrash';

/** A stretch of text: in both revisions, or only in the earlier or the later one. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Joined without what was added, the pieces are the earlier text; without what was removed, the later. */
export interface FieldDiff {
  readonly field: HistoryField;
  readonly pieces: readonly DiffPiece[];
}

/** What differs between two revisions of a release, in the order of its form. */
export interface RevisionDiff {
  readonly from: number;
  readonly to: number;
  readonly fields: readonly FieldDiff[];
}

/** Something that can be undone or done again, for a menu: 'Undo moving 12 releases to the trash'. */
export interface UndoableStep {
  /** What the person did: "release:delete". */
  readonly action: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** How many releases, partners or packs it touched. */
  readonly count: number;
  /** Headline, partner's name or pack's title of the one that it touched, or of the first. */
  readonly name: string;
  /** The release that it touched, or the first of them; null where it touched none. */
  readonly releaseId: ReleaseId | null;
}

/** The same change for many releases. What is null or empty stays as it is. */
export interface ManyReleasesChange {
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  readonly addPartnerIds: readonly string[];
  readonly removePartnerIds: readonly string[];
  readonly status: ReleaseContent['status'] | null;
  readonly language: ReleaseContent['language'] | null;
}
