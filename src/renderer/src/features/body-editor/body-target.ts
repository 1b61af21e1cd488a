import { create } from 'zustand';
import type { PhotoId } from '../../../../shared/photo';

/** The editor that is open, for what stands outside of it. */
export interface BodyTarget {
  /** Gives photos a place where the cursor is, or shows the place that one has. */
  readonly place: (ids: readonly PhotoId[]) => void;
}

interface BodyTargetState {
  readonly target: BodyTarget | null;
}

export const useBodyTarget = create<BodyTargetState>(() => ({ target: null }));

/** What a dragged photo card carries. */
export const draggedPhotoType = 'application/x-press-archive-photo';
