import { GitCommitVertical, LayoutGrid, Rows3, Rows4, type LucideIcon } from 'lucide-react';
import { listLayouts, type ListLayout } from '../../../shared/window-choices';
import type { TextKey } from '../i18n';
import { changeSettings } from '../state/settings';
import { setLayout } from '../state/workspace';
import type { Command } from './command';

const looks: Readonly<Record<ListLayout, { readonly label: TextKey; readonly icon: LucideIcon }>> =
  {
    comfortable: { label: 'command.listComfortable', icon: Rows3 },
    compact: { label: 'command.listCompact', icon: Rows4 },
    cards: { label: 'command.listCards', icon: LayoutGrid },
    timeline: { label: 'command.listTimeline', icon: GitCommitVertical },
  };

/** One for each look of the list, on the keys 1 to 4. */
export const listCommands: readonly Command[] = listLayouts.map((layout, index): Command => ({
  id: `list-${layout}`,
  ...looks[layout],
  shortcut: { key: String(index + 1), mod: true },
  isEnabled: ({ archive, editor }) => archive !== null && editor === null,
  isOn: ({ settings }) => settings.listLayout === layout,
  run: () => {
    // At once; the settings are written behind it.
    setLayout(layout);
    void changeSettings({ listLayout: layout });
  },
}));
