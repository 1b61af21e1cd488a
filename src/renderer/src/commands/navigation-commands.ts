import { ArrowLeft, ArrowRight, Command as CommandIcon, Keyboard } from 'lucide-react';
import { openDialog } from '../state/dialogs';
import { goBack, goForward } from '../state/navigation';
import type { Command } from './command';

export const navigationCommands: readonly Command[] = [
  {
    id: 'go-back',
    label: 'command.back',
    icon: ArrowLeft,
    shortcut: { key: 'ArrowLeft', alt: true, notOnMac: true },
    alsoShortcut: { key: '[', mod: true },
    isEnabled: ({ archive, editor, canGoBack }) => archive !== null && editor === null && canGoBack,
    run: goBack,
  },
  {
    id: 'go-forward',
    label: 'command.forward',
    icon: ArrowRight,
    shortcut: { key: 'ArrowRight', alt: true, notOnMac: true },
    alsoShortcut: { key: ']', mod: true },
    isEnabled: ({ archive, editor, canGoForward }) =>
      archive !== null && editor === null && canGoForward,
    run: goForward,
  },
  {
    id: 'palette',
    label: 'command.palette',
    icon: CommandIcon,
    shortcut: { key: 'k', mod: true },
    isEnabled: () => true,
    run: () => {
      openDialog({ kind: 'palette' });
    },
  },
  {
    id: 'shortcuts',
    label: 'command.shortcuts',
    icon: Keyboard,
    shortcut: { key: '/', mod: true },
    isEnabled: () => true,
    run: () => {
      openDialog({ kind: 'shortcuts' });
    },
  },
];
