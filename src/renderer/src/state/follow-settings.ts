import type { Settings } from '../../../shared/ipc-contract';
import { listen } from '../bridge';
import { queryClient } from '../requests';
import { withOwnLayout } from './own-layout';
import { searchAgain } from './results/search';

/** Takes over what another window changed. Returns the function that stops it. */
export function followSettings(): () => void {
  return listen('settings:changed', (changed) => {
    const before = queryClient.getQueryData<Settings>(['settings:read', null]);
    queryClient.setQueryData(['settings:read', null], withOwnLayout(changed, before));
    if (before && before.preferRecent !== changed.preferRecent) searchAgain();
  });
}
