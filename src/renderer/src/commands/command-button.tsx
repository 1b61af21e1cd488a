import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { translate } from '../i18n';
import { Button, IconButton } from '../ui/button';
import type { MenuEntry } from '../ui/menu';
import { textOf, type CommandContext, type CommandId } from './command';
import { useOfContext } from './command-context';
import { commandOf, currentContext, runCommand } from './registry';
import { shortcutOf, shortcutText } from './shortcuts';

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
  // What a command is called depends on the language, too.
  useTranslation();
  const ownText = useOfContext((context) => command.text?.(context) ?? null);
  const text = ownText ?? translate(command.label);
  const isEnabled = useOfContext(command.isEnabled);
  const isDisabled = isBusy || !isEnabled;
  return <CommandLook id={id} look={look} size={size} text={text} isDisabled={isDisabled} />;
}

interface CommandLookProps extends Required<Pick<CommandButtonProps, 'id' | 'look' | 'size'>> {
  readonly text: string;
  readonly isDisabled: boolean;
}

/** Drawn anew only where something of it changes: a toolbar is drawn with each release that is read. */
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

/** A command as a line of a menu that is made when it is called for. */
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
