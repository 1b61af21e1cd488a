import type { Settings } from '../../../shared/ipc-contract';
import { listen } from '../bridge';
import { queryClient } from '../requests';
import { searchAgain } from './results';

/** Takes over what another window changed. Returns the function that stops it. */
export function followSettings(): () => void {
  return listen('settings:changed', (changed) => {
    const before = queryClient.getQueryData<Settings>(['settings:read', null]);
    queryClient.setQueryData(['settings:read', null], withOwnLayout(changed, before));
    if (before && before.preferRecent !== changed.preferRecent) searchAgain();
  });
}

/** How a window is divided is its own affair; the next one begins as the last was left. */
function withOwnLayout(changed: Settings, before: Settings | undefined): Settings {
  if (before === undefined) return changed;
  const { sidebarWidth, listWidth, narrowShown, foldedFacets } = before;
  return { ...changed, sidebarWidth, listWidth, narrowShown, foldedFacets };
}
