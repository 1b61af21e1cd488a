import type { FieldDiff } from './release-history';
import type { Release } from './release';

/** A field of two releases. */
export interface ComparedField extends FieldDiff {
  /**
   * 'marked': the pieces say what differs. 'beside': the two have so little in common, or are in two
   * languages, that marks would say nothing; the pieces are the whole left and the whole right text.
   */
  readonly how: 'same' | 'marked' | 'beside';
}

/** What heads a side. */
export type ComparedSide = Pick<Release, 'headline' | 'language' | 'publicationDate'>;

/** Two releases beside each other: of `pieces`, what was removed is the left one's, what was added the right one's. */
export interface ReleaseComparison {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Those that one of the two has, in the order of the form. */
  readonly fields: readonly ComparedField[];
}
