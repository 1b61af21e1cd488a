import { Redo2, Undo2 } from 'lucide-react';
import { translate } from '../i18n';
import { undoPhrase } from '../i18n/undo-phrase';
import { stepArchive, type Direction } from '../state/undo';
import { isOverlayOpen } from '../ui/overlays';
import { stepTyping } from '../ui/typing';
import { isTypingBeside } from './typing-beside';
import type { Command, CommandContext } from './command';

function isEnabled(context: CommandContext, direction: Direction): boolean {
  if (isTypingBeside(context.editor)) return true;
  const { archive } = context;
  return archive?.readOnly === null && archive[direction] !== null && !isOverlayOpen();
}

function run(context: CommandContext, direction: Direction): void {
  if (isTypingBeside(context.editor)) stepTyping(direction);
  else void stepArchive(direction);
}

function text({ archive, editor }: CommandContext, direction: Direction): string {
  const step = isTypingBeside(editor) ? null : (archive?.[direction] ?? null);
  if (step === null) return translate(`common.${direction}`);
  const what = undoPhrase(step);
  return translate(direction === 'undo' ? 'undo.undoThis' : 'undo.redoThis', { what });
}

export const undoCommands: readonly Command[] = [
  {
    id: 'undo',
    label: 'common.undo',
    text: (context) => text(context, 'undo'),
    icon: Undo2,
    shortcut: { key: 'z', mod: true },
    isEnabled: (context) => isEnabled(context, 'undo'),
    run: (context) => {
      run(context, 'undo');
    },
  },
  {
    id: 'redo',
    label: 'common.redo',
    text: (context) => text(context, 'redo'),
    icon: Redo2,
    shortcut: { key: 'z', mod: true, shift: true },
    alsoShortcut: { key: 'y', mod: true, notOnMac: true },
    isEnabled: (context) => isEnabled(context, 'redo'),
    run: (context) => {
      run(context, 'redo');
    },
  },
];
