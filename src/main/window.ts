import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageUrl } from './app-protocol';
import type { SettingsFile, WindowBounds } from './settings-file';

const smallest = { width: 900, height: 600 };

/** Opens the window where it was last, with everything off that a page could misuse. */
export function openWindow(settings: SettingsFile): BrowserWindow {
  const { maximized, ...bounds } = onScreen(settings.window);
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
      // Electron would fetch the dictionaries from the network.
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    const maximizedNow = window.isMaximized();
    void settings.change({ window: { ...window.getNormalBounds(), maximized: maximizedNow } });
  });
  void window.loadURL(pageUrl);
  return window;
}

/** A window remembered on a screen that is gone opens where the system puts it. */
function onScreen(bounds: WindowBounds): WindowBounds {
  const { x, y, width, height, maximized } = bounds;
  if (x === undefined || y === undefined) return bounds;
  const visible = screen.getAllDisplays().some(({ workArea }) => {
    return (
      x < workArea.x + workArea.width &&
      y < workArea.y + workArea.height &&
      x + width > workArea.x &&
      y + height > workArea.y
    );
  });
  return visible ? bounds : { width, height, maximized };
}
