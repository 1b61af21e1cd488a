import { app } from './app';
import type { StandInBrowserWindow } from './browser-window';

export interface Role {
  readonly label: string;
  readonly accelerator?: string;
  readonly run?: (window: StandInBrowserWindow | null) => void;
}

function zoomBy(steps: number): (window: StandInBrowserWindow | null) => void {
  return (window) => {
    const level = window?.webContents.getZoomLevel() ?? 0;
    window?.webContents.setZoomLevel(steps === 0 ? 0 : level + steps * 0.5);
  };
}

/*
 * Editing roles show no accelerator to the page: Chromium's own keys do the work there, and taking
 * them over would only do it twice.
 */
export const ROLES: Readonly<Record<string, Role>> = {
  about: { label: 'About' },
  quit: { label: 'Quit', accelerator: 'CmdOrCtrl+Q', run: () => app.quit() },
  close: { label: 'Close Window', accelerator: 'CmdOrCtrl+W', run: (window) => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CmdOrCtrl+M', run: (window) => window?.minimize() },
  zoom: { label: 'Zoom', run: (window) => window?.maximize() },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (window) => window?.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'CmdOrCtrl+Shift+R',
    run: (window) => window?.webContents.reloadIgnoringCache(),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'CmdOrCtrl+Shift+I',
    run: (window) => window?.webContents.toggleDevTools(),
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CmdOrCtrl+0', run: zoomBy(0) },
  zoomin: { label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', run: zoomBy(1) },
  zoomout: { label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', run: zoomBy(-1) },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  undo: { label: 'Undo', run: (window) => window?.webContents.undo() },
  redo: { label: 'Redo', run: (window) => window?.webContents.redo() },
  cut: { label: 'Cut', run: (window) => window?.webContents.cut() },
  copy: { label: 'Copy', run: (window) => window?.webContents.copy() },
  paste: { label: 'Paste', run: (window) => window?.webContents.paste() },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    run: (window) => window?.webContents.paste(),
  },
  delete: { label: 'Delete', run: (window) => window?.webContents.delete() },
  selectall: { label: 'Select All', run: (window) => window?.webContents.selectAll() },
};

/** The menus that Electron makes up itself from a single role. */
export const ROLE_MENUS: Readonly<Record<string, { label: string; roles: readonly string[] }>> = {
  filemenu: { label: 'File', roles: ['quit'] },
  editmenu: {
    label: 'Edit',
    roles: ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'],
  },
  viewmenu: {
    label: 'View',
    roles: [
      'reload',
      'forceReload',
      'toggleDevTools',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'togglefullscreen',
    ],
  },
  windowmenu: { label: 'Window', roles: ['minimize', 'zoom', 'close'] },
  help: { label: 'Help', roles: [] },
};
