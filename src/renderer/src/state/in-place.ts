import { create } from 'zustand';
import type { ReleaseId } from '../../../shared/release';

/** A text of the opened release that is being edited where it stands. */
interface InPlaceState {
  readonly releaseId: ReleaseId | null;
  /** As `data-edit` names it. */
  readonly target: string | null;
}

const nothing: InPlaceState = { releaseId: null, target: null };

export const useInPlace = create<InPlaceState>(() => nothing);

export function editInPlace(releaseId: ReleaseId, target: string): void {
  useInPlace.setState({ releaseId, target });
}

export function endInPlace(): void {
  useInPlace.setState(nothing);
}

/** Ends the editing of one text, if it is that which is being edited. */
export function endInPlaceOf(releaseId: ReleaseId, target: string): void {
  const now = useInPlace.getState();
  if (now.releaseId === releaseId && now.target === target) endInPlace();
}

/** Edits the text that has the focus; the headline where none has. */
export function editFocused(releaseId: ReleaseId): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-edit]');
  editInPlace(releaseId, focused?.dataset['edit'] ?? 'headline');
}
