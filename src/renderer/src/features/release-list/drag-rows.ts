import type { DragEvent } from 'react';
import type { ReleaseId } from '../../../../shared/release';
import { dragOut } from '../../state/drag-out';
import { draggedType, dragReleases } from '../../state/tray';
import { useWorkspace } from '../../state/workspace';

/** One of several chosen rows takes the others along. With Alt they leave the window, a text file each. */
export function startDrag(event: DragEvent, id: ReleaseId): void {
  const { selectedIds, place } = useWorkspace.getState();
  // What lies in the trash goes nowhere.
  if (place === 'trash') {
    event.preventDefault();
    return;
  }
  const ids = selectedIds.has(id) ? [...selectedIds] : [id];
  if (event.altKey) {
    dragOut(event, ids);
    return;
  }
  event.dataTransfer.effectAllowed = 'copy';
  event.dataTransfer.setData(draggedType, ids.join(' '));
  dragReleases(ids);
}

export function endDrag(): void {
  dragReleases([]);
}
