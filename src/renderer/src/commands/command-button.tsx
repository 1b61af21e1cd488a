import { useTranslation } from 'react-i18next';
import { useRequest } from '../requests';
import { shownSession, useEditor } from '../features/filing/editor-store';
import { translate } from '../i18n';
import { useFindInRelease } from '../state/find-in-release';
import { targetIds, useWorkspace } from '../state/workspace';
import { Button, IconButton } from '../ui/button';
import type { MenuEntry } from '../ui/menu';
import type { Command, CommandContext, CommandId } from './command';
import { commandOf, currentContext, runCommand, searchContext } from './registry';
import { shortcutText } from './shortcuts';

/** The context as a hook: what shows commands is drawn again when one of them changes. */
export function useCommandContext(): CommandContext {
  // What a command is called depends on the language, too.
  useTranslation();
  const archive = useRequest('archive:info', null).data ?? null;
  const workspace = useWorkspace();
  const editor = useEditor((state) => state.shown);
  const hasForm = useEditor((state) => shownSession(state) !== null);
  const finding = useFindInRelease();
  return {
    archive,
    editor,
    hasForm,
    place: workspace.place,
    targets: targetIds(workspace),
    ...searchContext(workspace, finding),
  };
}

function textOf(command: Command, context: CommandContext): string {
  return command.text?.(context) ?? translate(command.label);
}

interface CommandButtonProps {
  readonly id: CommandId;
  readonly look?: 'icon' | 'primary' | 'plain' | 'quiet';
  readonly isBusy?: boolean;
  readonly size?: 'small' | 'medium';
}

export function CommandButton({
  id,
  look = 'icon',
  isBusy = false,
  size = 'medium',
}: CommandButtonProps) {
  const command = commandOf(id);
  const context = useCommandContext();
  const text = textOf(command, context);
  const shared = {
    isDisabled: isBusy || !command.isEnabled(context),
    onPress: () => {
      runCommand(id);
    },
  };
  const shortcut = command.shortcut && shortcutText(command.shortcut);
  if (look === 'icon') {
    return (
      <IconButton {...shared} size={size} icon={command.icon} label={text} shortcut={shortcut} />
    );
  }
  return (
    <Button {...shared} variant={look} icon={command.icon}>
      {text}
    </Button>
  );
}

/** A command as a line of a menu. */
export function useCommandEntry(): (id: CommandId) => MenuEntry {
  const context = useCommandContext();
  return (id) => commandEntry(id, context);
}

/** The same for a menu that is made when it is called for. */
export function commandEntry(id: CommandId, context: CommandContext = currentContext()): MenuEntry {
  const command = commandOf(id);
  return {
    id,
    label: textOf(command, context),
    icon: command.icon,
    shortcut: command.shortcut && shortcutText(command.shortcut),
    isDisabled: !command.isEnabled(context),
    run: () => {
      runCommand(id);
    },
  };
}
