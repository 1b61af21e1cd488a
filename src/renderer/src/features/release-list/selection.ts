import type { KeyboardEvent, MouseEvent } from 'react';
import type { ReleaseId } from '../../../../shared/release';
import { runCommand } from '../../commands/registry';
import { hitAt, indexOf } from '../../state/results/result-pages';
import { useResults } from '../../state/results/result-state';
import { idsOfRows } from '../../state/results/row-ids';
import { loadRows } from '../../state/results/rows-in-sight';
import { showPane } from '../../state/pane';
import { openRelease, selectReleases, toggleSelected, useWorkspace } from '../../state/workspace';
import { focusReader, focusSearch } from './focus';
import type { RowPlaces } from './row-places';

/** The ids of a run of rows; asks for them where some aren't here. null: the list is another one by now. */
async function idsBetween(from: number, to: number): Promise<readonly ReleaseId[] | null> {
  const [first, last] = from < to ? [from, to] : [to, from];
  const { pages } = useResults.getState();
  const ids: ReleaseId[] = [];
  for (let index = first; index <= last; index += 1) {
    const hit = hitAt(pages, index);
    if (!hit) return idsOfRows(first, last);
    ids.push(hit.release.id);
  }
  return ids;
}

async function extendTo(index: number): Promise<void> {
  const { anchorId, openId } = useWorkspace.getState();
  await loadRows(index);
  const anchor = indexOf(useResults.getState().pages, anchorId ?? openId);
  const ids = await idsBetween(anchor < 0 ? index : anchor, index);
  const open = hitAt(useResults.getState().pages, index)?.release.id;
  if (ids && open) selectReleases(ids, open);
}

export async function pressRow(index: number, id: ReleaseId, event: MouseEvent): Promise<void> {
  if (event.shiftKey) await extendTo(index);
  else if (event.ctrlKey || event.metaKey) toggleSelected(id);
  else {
    openRelease(id);
    showPane('reader');
  }
}

async function moveTo(index: number, extend: boolean): Promise<void> {
  if (extend) {
    await extendTo(index);
    return;
  }
  await loadRows(index);
  const id = hitAt(useResults.getState().pages, index)?.release.id;
  if (id) openRelease(id);
}

/**
 * The release that a key leads to from another one; null: up, out of the list. Undefined where the key
 * means something else.
 */
function targetOf(
  key: string,
  index: number,
  places: RowPlaces,
  visible: number,
): number | null | undefined {
  const { rows, height, columns } = places.shape;
  const isGrid = columns > 1;
  const page = Math.max(1, Math.floor(visible / height) - 1);
  switch (key) {
    case 'ArrowDown':
      return index < 0 ? 0 : (places.below(index, 1) ?? index);
    case 'ArrowUp':
      return index < 0 ? null : places.below(index, -1);
    case 'ArrowLeft':
      return isGrid ? index - 1 : undefined;
    case 'ArrowRight':
      return isGrid ? index + 1 : undefined;
    case 'PageDown':
      return index < 0 ? 0 : (places.below(index, page) ?? rows - 1);
    case 'PageUp':
      return index < 0 ? 0 : (places.below(index, -page) ?? 0);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return undefined;
  }
}

/** The list's keys, as in any mail program; cards are gone through by their lines. */
export function listKeys(
  places: RowPlaces,
  activeIndex: number,
  keepInSight: (index: number) => void,
): (event: KeyboardEvent<HTMLDivElement>) => void {
  const { rows } = places.shape;
  return (event) => {
    if (event.nativeEvent.isComposing || rows === 0) return;
    if (event.altKey && event.key.startsWith('Arrow')) return;
    const target = targetOf(event.key, activeIndex, places, event.currentTarget.clientHeight);
    if (target !== undefined) {
      event.preventDefault();
      if (target === null) {
        focusSearch();
        return;
      }
      const index = Math.min(rows - 1, Math.max(0, target));
      keepInSight(index);
      void moveTo(index, event.shiftKey);
    } else if (event.key === 'Enter') {
      focusReader();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      runCommand('delete-release');
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const { openId } = useWorkspace.getState();
      void idsBetween(0, rows - 1).then((ids) => {
        const open = openId ?? ids?.[0];
        if (ids && open) selectReleases(ids, open);
      });
    }
  };
}
