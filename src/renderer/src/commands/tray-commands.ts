import { FolderClosed, FolderInput, FolderMinus, FolderX } from 'lucide-react';
import { translate } from '../i18n';
import { addToTray, clearTray, closeTray } from '../state/tray';
import { showPack } from '../state/workspace';
import type { Command, CommandContext } from './command';

function canWrite({ archive, editor }: CommandContext): boolean {
  return archive?.readOnly === null && editor === null;
}

export const trayCommands: readonly Command[] = [
  {
    id: 'add-to-tray',
    label: 'command.addToTray',
    text: ({ tray }) =>
      tray === null
        ? translate('command.addToTray')
        : translate('command.addToTrayNamed', { pack: tray.title || translate('pack.untitled') }),
    icon: FolderInput,
    shortcut: { key: 'b', mod: true },
    isEnabled: (context) =>
      canWrite(context) && context.targets.length > 0 && context.place !== 'trash',
    run: ({ targets }) => void addToTray(targets),
  },
  {
    id: 'show-tray-pack',
    label: 'command.showTrayPack',
    icon: FolderClosed,
    isEnabled: ({ tray, editor }) => tray !== null && editor === null,
    run: ({ tray }) => {
      if (tray !== null) showPack(tray.id);
    },
  },
  {
    id: 'clear-tray',
    label: 'command.clearTray',
    icon: FolderMinus,
    isEnabled: (context) => canWrite(context) && (context.tray?.items.length ?? 0) > 0,
    run: () => void clearTray(),
  },
  {
    id: 'close-tray',
    label: 'command.closeTray',
    icon: FolderX,
    isEnabled: ({ tray }) => tray !== null,
    run: () => void closeTray(),
  },
];
