import { useCallback, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { ReleaseId } from '../../../../shared/release';
import { runCommand } from '../../commands/registry';
import { hitAt, indexOf, showRows, useResults } from '../../state/results';
import { showPane } from '../../state/pane';
import { openRelease, selectReleases, toggleSelected, useWorkspace } from '../../state/workspace';
import { focusReader, focusSearch } from './focus';
import { topOf, type RowShape } from './row-places';

/** The ids of a run of rows; asks for those that aren't here yet. */
async function idsBetween(from: number, to: number): Promise<readonly ReleaseId[]> {
  const [first, last] = from < to ? [from, to] : [to, from];
  await showRows(first, last);
  const { pages } = useResults.getState();
  const ids: ReleaseId[] = [];
  for (let index = first; index <= last; index += 1) {
    const hit = hitAt(pages, index);
    if (hit) ids.push(hit.release.id);
  }
  return ids;
}

async function extendTo(index: number): Promise<void> {
  const { anchorId, openId } = useWorkspace.getState();
  const anchor = indexOf(useResults.getState().pages, anchorId ?? openId);
  const ids = await idsBetween(anchor < 0 ? index : anchor, index);
  const open = hitAt(useResults.getState().pages, index)?.release.id;
  if (open) selectReleases(ids, open);
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
  await showRows(index, index);
  const id = hitAt(useResults.getState().pages, index)?.release.id;
  if (id) openRelease(id);
}

interface ListKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly scrollTo: (index: number) => void;
}

/** The list's keys, as in any mail program. */
export function useListKeys(
  box: RefObject<HTMLDivElement | null>,
  shape: RowShape,
  activeIndex: number,
): ListKeys {
  const { rows, height } = shape;

  const scrollTo = useCallback(
    (index: number): void => {
      const element = box.current;
      if (!element) return;
      const top = topOf(shape, index);
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (top + height > element.scrollTop + element.clientHeight) {
        element.scrollTo({ top: top + height - element.clientHeight });
      }
    },
    [box, shape, height],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || rows === 0) return;
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / height) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: rows - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && activeIndex <= 0) {
        focusSearch();
        return;
      }
      const index = Math.min(rows - 1, Math.max(0, target));
      scrollTo(index);
      void moveTo(index, event.shiftKey);
    } else if (event.key === 'Enter') {
      focusReader();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      runCommand('delete-release');
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const { openId } = useWorkspace.getState();
      void idsBetween(0, rows - 1).then((ids) => {
        const open = openId ?? ids[0];
        if (open) selectReleases(ids, open);
      });
    }
  };

  return { onKeyDown, scrollTo };
}
