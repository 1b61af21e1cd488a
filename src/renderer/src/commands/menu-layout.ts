import type { MenuColumn, MenuRole } from '../../../shared/menu-model';
import type { TextKey } from '../i18n';
import type { CommandId } from './command';

interface RoleEntry {
  readonly role: MenuRole;
  readonly label: TextKey;
}
interface SubmenuEntry {
  readonly label: TextKey;
  readonly commands: readonly CommandId[];
}
export type LayoutEntry = CommandId | '-' | RoleEntry | SubmenuEntry;

export interface MenuGroupLayout {
  readonly id: string;
  readonly label: TextKey;
  readonly role?: MenuColumn['role'];
  readonly entries: readonly LayoutEntry[];
}

/** Where each command stands: in the menu bar, and under which heading in the palette and the sheet of shortcuts. */
export const menuLayout: readonly MenuGroupLayout[] = [
  {
    id: 'file',
    label: 'menu.file',
    entries: [
      'new-release',
      'new-pack',
      'new-partner',
      'import',
      '-',
      'open-archive',
      { label: 'menu.recent', commands: ['open-recent'] },
      'open-sample',
      'close-archive',
      '-',
      'institution',
      'backups',
      'verify-archive',
      'verify-pack',
      '-',
      'print-release',
      '-',
      'settings',
      '-',
      { role: 'quit', label: 'menu.quit' },
    ],
  },
  {
    id: 'edit',
    label: 'menu.edit',
    entries: [
      'undo',
      'redo',
      '-',
      { role: 'cut', label: 'menu.cut' },
      { role: 'copy', label: 'menu.copy' },
      { role: 'paste', label: 'menu.paste' },
      { role: 'selectAll', label: 'menu.selectAll' },
      '-',
      'find',
      'find-in-release',
      'find-next',
      'find-previous',
      'save-search',
    ],
  },
  {
    id: 'release',
    label: 'menu.release',
    entries: [
      'edit-release',
      'edit-in-place',
      'edit-many',
      'show-history',
      'compare-releases',
      'link-translation',
      'unlink-translation',
      '-',
      {
        label: 'menu.review',
        commands: [
          'review-embargo',
          'review-keep',
          'review-same',
          'review-new-version',
          'review-translation',
        ],
      },
      '-',
      'more-like-this',
      'add-to-pack',
      'add-to-tray',
      'show-tray-pack',
      'clear-tray',
      'close-tray',
      '-',
      'delete-release',
      'restore-release',
      '-',
      'file-release',
      'save-release',
      'close-editor',
    ],
  },
  {
    id: 'view',
    label: 'menu.view',
    entries: [
      'palette',
      'go-back',
      'go-forward',
      '-',
      'toggle-sidebar',
      {
        label: 'menu.list',
        commands: ['list-comfortable', 'list-compact', 'list-cards', 'list-timeline'],
      },
      {
        label: 'menu.appearance',
        commands: ['theme-system', 'theme-light', 'theme-dark', 'contrast-more'],
      },
      { label: 'menu.language', commands: ['language-system', 'language-en', 'language-zh'] },
      '-',
      { role: 'resetZoom', label: 'menu.resetZoom' },
      { role: 'zoomIn', label: 'menu.zoomIn' },
      { role: 'zoomOut', label: 'menu.zoomOut' },
      '-',
      { role: 'togglefullscreen', label: 'menu.fullScreen' },
    ],
  },
  {
    id: 'window',
    label: 'menu.window',
    role: 'window',
    entries: [
      'new-window',
      '-',
      { role: 'minimize', label: 'menu.minimize' },
      { role: 'close', label: 'menu.closeWindow' },
    ],
  },
  {
    id: 'help',
    label: 'menu.help',
    role: 'help',
    entries: ['help', 'search-help', 'shortcuts', '-', 'save-diagnostics', 'about'],
  },
];

export function commandsOfGroup({ entries }: MenuGroupLayout): readonly CommandId[] {
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return entry === '-' ? [] : [entry];
    return 'commands' in entry ? entry.commands : [];
  });
}
