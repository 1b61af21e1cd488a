import type { ArchiveInfo } from '../../../shared/archive-info';
import { queryClient } from '../requests';
import { shownSession, useEditor } from '../features/filing/editor-store';
import { targetIds, useWorkspace } from '../state/workspace';
import { archiveCommands } from './archive-commands';
import type { Command, CommandContext, CommandId } from './command';
import { releaseCommands } from './release-commands';
import { windowCommands } from './window-commands';

/** Every command: buttons, shortcuts and the menu bar all look here. */
export const commands: readonly Command[] = [
  ...releaseCommands,
  ...archiveCommands,
  ...windowCommands,
];

const byId = new Map(commands.map((command) => [command.id, command]));

export function commandOf(id: CommandId): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`No such command: ${id}`);
  return command;
}

export function currentContext(): CommandContext {
  const workspace = useWorkspace.getState();
  const editor = useEditor.getState();
  return {
    archive: queryClient.getQueryData<ArchiveInfo | null>(['archive:info', null]) ?? null,
    editor: editor.shown,
    hasForm: shownSession(editor) !== null,
    place: workspace.place,
    targets: targetIds(workspace),
  };
}

/* A shortcut can reach us twice, as a key and through the menu bar's accelerator. */
const sameStrokeMs = 80;
let last: { readonly id: CommandId; readonly at: number } | null = null;

/** Runs a command if it makes sense now; says whether it did. */
export function runCommand(id: CommandId): boolean {
  const now = performance.now();
  if (last?.id === id && now - last.at < sameStrokeMs) return true;
  const command = commandOf(id);
  const context = currentContext();
  if (!command.isEnabled(context)) return false;
  last = { id, at: now };
  command.run(context);
  return true;
}
