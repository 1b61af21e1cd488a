import type { ArchiveInfo } from '../../../shared/archive-info';
import { listen, request } from '../bridge';
import { forgetEarly } from '../early-answers';
import { resetEditor, useEditor } from '../features/filing/editor-store';
import { holdsUnfinished, pauseKeeping, writeForms } from '../features/filing/kept-forms';
import { resetImport } from '../features/importing/import-store';
import { translate } from '../i18n';
import { forget, queryClient } from '../requests';
import { closeDialog } from './dialogs';
import { forgetNavigation } from './navigation';
import { attempt } from './release-actions';
import { reloadResults } from './results/search';
import { dismissOffers, showToast } from './toasts';
import { resetWorkspace } from './workspace';

/* What a change of archive leaves in place. A query that is shown must not be removed: whoever shows
   it would go on showing the old answer. */
const outlives = new Set<unknown>(['settings:read', 'archive:info', 'archive:recent']);

/** Another archive is open, or none: nothing of the one before may stay on the screen. */
export function archiveOpened(info: ArchiveInfo | null): void {
  forgetEarly();
  const before = queryClient.getQueryData<ArchiveInfo | null>(['archive:info', null]);
  if (before?.folder !== info?.folder) {
    queryClient.removeQueries({ predicate: ({ queryKey }) => !outlives.has(queryKey[0]) });
    resetWorkspace();
    forgetNavigation();
    // Another window did it, and nobody was asked about the form of this one.
    if (useEditor.getState().shown !== null && holdsUnfinished()) {
      showToast({ tone: 'done', text: translate('leave.keptElsewhere') });
    }
    void writeForms();
    // First: emptying the editor isn't somebody's doing and must not be written down.
    pauseKeeping();
    resetEditor();
    resetImport();
    closeDialog();
    dismissOffers();
  }
  queryClient.setQueryData(['archive:info', null], info);
  void queryClient.invalidateQueries({ queryKey: ['archive:recent'] });
}

export async function closeArchive(): Promise<void> {
  const closed = await attempt(() => request('archive:close', null));
  if (closed !== undefined) archiveOpened(null);
}

/** Keeps what is shown true to what the archive says. Returns the function that stops it. */
export function followArchive(): () => void {
  const stops = [
    listen('archive:opened', archiveOpened),
    listen('archive:changed', ({ what }) => {
      dismissOffers();
      void forget(what);
      if (what.includes('releases') || what.includes('partners')) reloadResults();
    }),
    // Beside a form, undo means what is typed in it: the archive's own isn't offered.
    useEditor.subscribe((now, before) => {
      if (now.shown !== null && before.shown === null) dismissOffers();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
