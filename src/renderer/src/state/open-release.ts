import { create } from 'zustand';
import type { ReleaseId } from '../../../shared/release';
import type { ReviewDecision } from '../../../shared/review';

/** What commands have to know of the release that is read, beyond its id. */
interface OpenReleaseFacts {
  readonly releaseId: ReleaseId | null;
  /** What can be decided of it; empty where nothing is asked. */
  readonly decisions: readonly ReviewDecision[];
  /** The release that an import compared it with. */
  readonly otherId: ReleaseId | null;
  readonly isInStory: boolean;
  /** Its text leaves an embargo open that nobody has set yet. */
  readonly isEmbargoOpen: boolean;
}

const nothing: OpenReleaseFacts = {
  releaseId: null,
  decisions: [],
  otherId: null,
  isInStory: false,
  isEmbargoOpen: false,
};

export const useOpenRelease = create<OpenReleaseFacts>(() => nothing);

export function setOpenRelease(facts: OpenReleaseFacts): void {
  useOpenRelease.setState(facts);
}

export function clearOpenRelease(): void {
  useOpenRelease.setState(nothing);
}
