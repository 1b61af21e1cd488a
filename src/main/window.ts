import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { pageUrl } from './app-protocol';
import type { WindowBounds } from './settings-file';
import { hasSystemSpelling, offerSpelling } from './spelling';

const smallest = { width: 900, height: 600 };

/** Opens a window with everything off that a page could misuse. */
export function createWindow({ maximized, ...bounds }: WindowBounds): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Press Archive',
    icon: join(import.meta.dirname, '../../resources/icon/icon.png'),
    // The page's own background, so that opening doesn't flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17150f' : '#f6f3ec',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: hasSystemSpelling,
    },
  });
  if (hasSystemSpelling) offerSpelling(window.webContents);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(pageUrl);
  return window;
}
