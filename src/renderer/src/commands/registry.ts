import type { ArchiveInfo } from '../../../shared/archive-info';
import type { RecentArchive, Settings } from '../../../shared/ipc-contract';
import { queryClient } from '../requests';
import { shownSession, useEditor } from '../features/filing/editor-store';
import { useFindInRelease } from '../state/find-in-release';
import { useNavigation } from '../state/navigation';
import { fallbackSettings } from '../state/settings';
import { useOpenRelease } from '../state/open-release';
import { currentTray } from '../state/tray';
import { hasFilters, targetIds, useWorkspace, type WorkspaceState } from '../state/workspace';
import { archiveCommands } from './archive-commands';
import type { Command, CommandContext, CommandId } from './command';
import { listCommands } from './list-commands';
import { navigationCommands } from './navigation-commands';
import { releaseCommands } from './release-commands';
import { readerCommands } from './reader-commands';
import { reviewCommands } from './review-commands';
import { searchCommands } from './search-commands';
import { storyCommands } from './story-commands';
import { trayCommands } from './tray-commands';
import { undoCommands } from './undo-commands';
import { windowCommands } from './window-commands';

/** Every command: buttons, shortcuts and the menu bar all look here. */
export const commands: readonly Command[] = [
  ...undoCommands,
  ...releaseCommands,
  ...readerCommands,
  ...storyCommands,
  ...reviewCommands,
  ...trayCommands,
  ...searchCommands,
  ...archiveCommands,
  ...navigationCommands,
  ...listCommands,
  ...windowCommands,
];

const byId = new Map(commands.map((command) => [command.id, command]));

export function commandOf(id: CommandId): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`No such command: ${id}`);
  return command;
}

/** What the workspace decides of a context. */
function workspaceContext(
  workspace: WorkspaceState,
  { total }: { readonly total: number },
  { back, forward }: { readonly back: readonly unknown[]; readonly forward: readonly unknown[] },
  open: Pick<CommandContext, 'decisions' | 'isInStory' | 'isEmbargoOpen'> & {
    readonly releaseId: string | null;
  },
): Omit<CommandContext, 'archive' | 'editor' | 'hasForm' | 'settings' | 'recent' | 'tray'> {
  const { view, text, openId, place, isSidebarShown } = workspace;
  const isList = view.kind === 'releases';
  const isRead = isList && openId !== null && open.releaseId === openId;
  return {
    place,
    targets: targetIds(workspace),
    hasQuery: isList && (text.trim() !== '' || hasFilters(workspace)),
    openId: isList ? openId : null,
    hasMarks: isList && total > 0,
    decisions: isRead && workspace.selectedIds.size <= 1 ? open.decisions : [],
    isInStory: isRead && open.isInStory,
    isEmbargoOpen: isRead && open.isEmbargoOpen,
    canGoBack: back.length > 0,
    canGoForward: forward.length > 0,
    isSidebarShown,
  };
}

export function currentContext(): CommandContext {
  const workspace = useWorkspace.getState();
  const editor = useEditor.getState();
  return {
    archive: queryClient.getQueryData<ArchiveInfo | null>(['archive:info', null]) ?? null,
    editor: editor.shown,
    hasForm: shownSession(editor) !== null,
    settings: queryClient.getQueryData<Settings>(['settings:read', null]) ?? fallbackSettings,
    recent: queryClient.getQueryData<readonly RecentArchive[]>(['archive:recent', null]) ?? [],
    tray: currentTray(),
    ...workspaceContext(
      workspace,
      useFindInRelease.getState(),
      useNavigation.getState(),
      useOpenRelease.getState(),
    ),
  };
}

/** How a command was called. */
type Call = 'key' | 'menu' | 'button';

/* A shortcut can reach us twice, as a key and through the menu bar's accelerator. */
const sameStrokeMs = 80;
let last: { readonly id: CommandId; readonly call: Call; readonly at: number } | null = null;

/** Runs a command if it makes sense now; says whether it did. */
export function runCommand(
  id: CommandId,
  call: Call = 'button',
  argument: string | null = null,
): boolean {
  const now = performance.now();
  // Called twice the same way is meant twice: "undo" is often struck fast.
  const isEcho = last?.id === id && last.call !== call && now - last.at < sameStrokeMs;
  if (isEcho) return true;
  const command = commandOf(id);
  const context = currentContext();
  if (!command.isEnabled(context)) return false;
  last = { id, call, at: now };
  command.run(context, argument);
  return true;
}
