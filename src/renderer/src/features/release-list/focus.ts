import { showPane } from '../../state/pane';

/** Ids by which a key in one pane finds the other panes. */
export const searchFieldId = 'release-search';
export const releaseListId = 'release-list';
export const readerId = 'reader';

function focusById(id: string): void {
  focusNow(id);
  // The pane may be about to appear, or another one in its place.
  requestAnimationFrame(() => {
    if (document.activeElement?.id !== id) focusNow(id);
  });
}

function focusNow(id: string): void {
  const element = document.getElementById(id);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}

export function focusSearch(): void {
  showPane('list');
  focusById(searchFieldId);
}

export function focusList(): void {
  showPane('list');
  focusById(releaseListId);
}

export function focusReader(): void {
  showPane('reader');
  focusById(readerId);
}

/** Whether something has the focus that belongs to the release that is read. */
export function isInReader(element: Element | null): boolean {
  return element?.closest('.pane-reader') != null;
}
