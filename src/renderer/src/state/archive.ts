import { create } from 'zustand';
import type { ArchiveInfo } from '../../../shared/archive-info';
import { listen } from '../bridge';
import { resetEditor } from '../features/filing/editor-store';
import { forget, queryClient } from '../requests';
import { closeDialog } from './dialogs';
import { reloadResults } from './results';
import { resetWorkspace } from './workspace';

interface ArchiveState {
  /** The person went back to the welcome screen. */
  readonly isLeft: boolean;
}

export const useArchive = create<ArchiveState>(() => ({ isLeft: false }));

/** Another archive is open, or none: nothing of the one before may stay on the screen. */
export function archiveOpened(info: ArchiveInfo | null): void {
  const before = queryClient.getQueryData<ArchiveInfo | null>(['archive:info', null]);
  if (before?.folder !== info?.folder) {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'settings:read' });
    resetWorkspace();
    resetEditor();
    closeDialog();
  }
  queryClient.setQueryData(['archive:info', null], info);
  useArchive.setState({ isLeft: false });
}

export function closeArchive(): void {
  useArchive.setState({ isLeft: true });
}

/** Keeps what is shown true to what the archive says. Returns the function that stops it. */
export function followArchive(): () => void {
  const stops = [
    listen('archive:opened', archiveOpened),
    listen('archive:changed', ({ what }) => {
      void forget(what);
      if (what.includes('releases') || what.includes('partners')) reloadResults();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
