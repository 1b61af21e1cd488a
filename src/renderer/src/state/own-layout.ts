import type { Settings } from '../../../shared/ipc-contract';

/** How a window is divided and shows its list is its own affair; the next one begins as the last was left. */
export function withOwnLayout(changed: Settings, own: Settings | undefined): Settings {
  if (own === undefined) return changed;
  const { sidebarWidth, listWidth, narrowShown, foldedFacets, listLayout } = own;
  return { ...changed, sidebarWidth, listWidth, narrowShown, foldedFacets, listLayout };
}
