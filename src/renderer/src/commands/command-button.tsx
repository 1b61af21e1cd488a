import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentArchive } from '../../../shared/ipc-contract';
import { useRequest } from '../requests';
import { shownSession, useEditor } from '../features/filing/editor-store';
import { useFindInRelease } from '../state/find-in-release';
import { useNavigation } from '../state/navigation';
import { useSettings } from '../state/settings';
import { useTray } from '../state/tray';
import { useWorkspace } from '../state/workspace';
import { Button, IconButton } from '../ui/button';
import type { MenuEntry } from '../ui/menu';
import { textOf, type CommandContext, type CommandId } from './command';
import { commandOf, currentContext, runCommand, workspaceContext } from './registry';
import { shortcutOf, shortcutText } from './shortcuts';

const noArchives: readonly RecentArchive[] = [];

/** The context as a hook: what shows commands is drawn again when one of them changes. */
export function useCommandContext(): CommandContext {
  // What a command is called depends on the language, too.
  useTranslation();
  const archive = useRequest('archive:info', null).data ?? null;
  const workspace = useWorkspace();
  const editor = useEditor((state) => state.shown);
  const hasForm = useEditor((state) => shownSession(state) !== null);
  const finding = useFindInRelease();
  const navigation = useNavigation();
  const settings = useSettings();
  const tray = useTray();
  const recent = useRequest('archive:recent', null).data ?? noArchives;
  return useMemo(
    () => ({
      archive,
      editor,
      hasForm,
      settings,
      recent,
      tray,
      ...workspaceContext(workspace, finding, navigation),
    }),
    [archive, editor, hasForm, settings, recent, tray, workspace, finding, navigation],
  );
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
  const isDisabled = isBusy || !command.isEnabled(context);
  return <CommandLook id={id} look={look} size={size} text={text} isDisabled={isDisabled} />;
}

interface CommandLookProps extends Required<Pick<CommandButtonProps, 'id' | 'look' | 'size'>> {
  readonly text: string;
  readonly isDisabled: boolean;
}

/** The context changes with every key that is typed; what is seen of it hardly ever. */
const CommandLook = memo(function CommandLook(props: CommandLookProps) {
  const { id, look, size, text, isDisabled } = props;
  const command = commandOf(id);
  const key = shortcutOf(command);
  const shortcut = key && shortcutText(key);
  const shared = {
    isDisabled,
    onPress: () => {
      runCommand(id);
    },
  };
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
});

/** A command as a line of a menu. */
export function useCommandEntry(): (id: CommandId) => MenuEntry {
  const context = useCommandContext();
  return (id) => commandEntry(id, context);
}

/** The same for a menu that is made when it is called for. */
export function commandEntry(id: CommandId, context: CommandContext = currentContext()): MenuEntry {
  const command = commandOf(id);
  const key = shortcutOf(command);
  return {
    id,
    label: textOf(command, context),
    icon: command.icon,
    shortcut: key && shortcutText(key),
    isDisabled: !command.isEnabled(context),
    run: () => {
      runCommand(id);
    },
  };
}
