import type { CommandContext } from '../../../../src/renderer/src/commands/command';
import { fallbackSettings } from '../../../../src/renderer/src/state/settings';
import type { ArchiveInfo } from '../../../../src/shared/archive-info';

/** An open archive in which nothing is chosen. */
export function contextWith(change: Partial<CommandContext> = {}): CommandContext {
  const archive = {
    folder: '/archives/harbour',
    readOnly: null,
    undo: null,
    redo: null,
  } as unknown as ArchiveInfo;
  return {
    archive,
    editor: null,
    hasForm: false,
    place: 'archive',
    targets: [],
    hasQuery: false,
    openId: null,
    decisions: [],
    isInStory: false,
    isEmbargoOpen: false,
    hasMarks: false,
    canGoBack: false,
    canGoForward: false,
    isSidebarShown: true,
    settings: fallbackSettings,
    recent: [],
    tray: null,
    ...change,
  };
}
