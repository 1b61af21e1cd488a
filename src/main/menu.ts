import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../shared/ipc-contract';
import { notify } from './ipc';
import { menuLabels } from './menu-labels';

/** What the entries for undo and redo say just now. */
export interface StepLabels {
  readonly undo: string;
  readonly redo: string;
}

/** The application menu; its entries run the window's own commands. */
export function setMenu(language: 'en' | 'zh', steps: StepLabels): void {
  const labels = menuLabels[language];
  const entry = (
    label: string,
    command: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      notify('menu:command', { command });
    },
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: labels.file,
      submenu: [
        entry(labels.newRelease, 'new-release', 'CmdOrCtrl+N'),
        entry(labels.newPack, 'new-pack', 'CmdOrCtrl+Shift+N'),
        { type: 'separator' },
        entry(labels.openArchive, 'open-archive', 'CmdOrCtrl+O'),
        entry(labels.closeArchive, 'close-archive'),
        { type: 'separator' },
        entry(labels.institution, 'institution'),
        entry(labels.backups, 'backups'),
        entry(labels.verifyArchive, 'verify-archive'),
        entry(labels.verifyPack, 'verify-pack'),
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: labels.edit,
      submenu: [
        // The window's own: in a field it is about typing, elsewhere about the archive.
        entry(steps.undo, 'undo', 'CmdOrCtrl+Z'),
        entry(steps.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        entry(labels.find, 'find', 'CmdOrCtrl+F'),
        entry(labels.findInRelease, 'find-in-release'),
        entry(labels.findNext, 'find-next', 'F3'),
        entry(labels.findPrevious, 'find-previous', 'Shift+F3'),
        entry(labels.saveSearch, 'save-search', 'CmdOrCtrl+Shift+S'),
      ],
    },
    {
      label: labels.release,
      submenu: [
        entry(labels.editRelease, 'edit-release', 'CmdOrCtrl+E'),
        entry(labels.editMany, 'edit-many'),
        entry(labels.history, 'show-history', 'CmdOrCtrl+Shift+H'),
        { type: 'separator' },
        entry(labels.moreLikeThis, 'more-like-this'),
        entry(labels.addToPack, 'add-to-pack', 'CmdOrCtrl+Shift+P'),
        entry(labels.deleteRelease, 'delete-release'),
      ],
    },
    {
      label: labels.view,
      submenu: [
        {
          label: labels.appearance,
          submenu: [
            entry(labels.themeSystem, 'theme-system'),
            entry(labels.themeLight, 'theme-light'),
            entry(labels.themeDark, 'theme-dark'),
          ],
        },
        {
          label: labels.language,
          submenu: [entry('English', 'language-en'), entry('简体中文', 'language-zh')],
        },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: labels.window, role: 'windowMenu' },
    { role: 'help', label: labels.help, submenu: [entry(labels.searchHelp, 'search-help', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
