import type { SavedSearch, SearchToSave } from '../../../shared/search';
import { request } from '../bridge';
import { translate } from '../i18n';
import { queryClient } from '../requests';
import { attempt } from './attempt';
import { showToast } from './toasts';

function show(searches: readonly SavedSearch[] | undefined): boolean {
  if (searches === undefined) return false;
  queryClient.setQueryData(['search:saved', null], searches);
  return true;
}

/** Says whether it was done. */
export async function saveSearch(name: string, search: SearchToSave): Promise<boolean> {
  const isDone = show(await attempt(() => request('search:save', { name, ...search })));
  if (isDone) showToast({ tone: 'done', text: translate('searches.saved', { name }) });
  return isDone;
}

export async function renameSearch(id: string, name: string): Promise<boolean> {
  return show(await attempt(() => request('search:rename', { id, name })));
}

/** Deletes it and offers to take that back. */
export async function forgetSearch({ id, ...search }: SavedSearch): Promise<void> {
  if (!show(await attempt(() => request('search:forget', { id })))) return;
  showToast({
    tone: 'done',
    text: translate('searches.deleted', { name: search.name }),
    action: {
      label: translate('common.undo'),
      run: () => {
        void attempt(() => request('search:save', search)).then(show);
      },
    },
  });
}
