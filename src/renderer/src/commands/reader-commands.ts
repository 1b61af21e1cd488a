import { Columns2, TextCursorInput } from 'lucide-react';
import { openDialog } from '../state/dialogs';
import { editFocused } from '../state/in-place';
import type { Command } from './command';

export const readerCommands: readonly Command[] = [
  {
    id: 'compare-releases',
    label: 'command.compareReleases',
    icon: Columns2,
    // Looking is allowed where nothing can be changed.
    isEnabled: ({ archive, editor, targets }) =>
      archive !== null && editor === null && targets.length === 2,
    run: ({ targets }) => {
      const [left, right] = targets;
      if (left && right) openDialog({ kind: 'compare', left, right });
    },
  },
  {
    id: 'edit-in-place',
    label: 'command.editInPlace',
    icon: TextCursorInput,
    shortcut: { key: 'F2' },
    isEnabled: ({ archive, editor, openId, place, targets }) =>
      archive?.readOnly === null &&
      editor === null &&
      openId !== null &&
      targets.length === 1 &&
      place !== 'trash',
    run: ({ openId }) => {
      if (openId !== null) editFocused(openId);
    },
  },
];
