import { useTranslation } from 'react-i18next';
import { useRequest } from '../requests';
import { shownSession, useEditor } from '../features/filing/editor-store';
import { targetIds, useWorkspace } from '../state/workspace';
import { Button, IconButton } from '../ui/button';
import type { MenuEntry } from '../ui/menu';
import type { CommandContext, CommandId } from './command';
import { commandOf, runCommand } from './registry';
import { shortcutText } from './shortcuts';

/** The context as a hook: what shows commands is drawn again when one of them changes. */
export function useCommandContext(): CommandContext {
  const archive = useRequest('archive:info', null).data ?? null;
  const workspace = useWorkspace();
  const editor = useEditor((state) => state.shown);
  const hasForm = useEditor((state) => shownSession(state) !== null);
  return { archive, editor, hasForm, place: workspace.place, targets: targetIds(workspace) };
}

interface CommandButtonProps {
  readonly id: CommandId;
  readonly look?: 'icon' | 'primary' | 'plain' | 'quiet';
  readonly isBusy?: boolean;
}

export function CommandButton({ id, look = 'icon', isBusy = false }: CommandButtonProps) {
  const { t } = useTranslation();
  const command = commandOf(id);
  const context = useCommandContext();
  const shared = {
    isDisabled: isBusy || !command.isEnabled(context),
    onPress: () => {
      runCommand(id);
    },
  };
  const shortcut = command.shortcut && shortcutText(command.shortcut);
  if (look === 'icon') {
    return (
      <IconButton {...shared} icon={command.icon} label={t(command.label)} shortcut={shortcut} />
    );
  }
  return (
    <Button {...shared} variant={look} icon={command.icon}>
      {t(command.label)}
    </Button>
  );
}

/** A command as a line of a menu. */
export function useCommandEntry(): (id: CommandId) => MenuEntry {
  const { t } = useTranslation();
  const context = useCommandContext();
  return (id) => {
    const command = commandOf(id);
    return {
      id,
      label: t(command.label),
      icon: command.icon,
      shortcut: command.shortcut && shortcutText(command.shortcut),
      isDisabled: !command.isEnabled(context),
      run: () => {
        runCommand(id);
      },
    };
  };
}
