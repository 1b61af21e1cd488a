import { app } from './api/app';
import { BrowserWindow } from './api/browser-window';
import { clipboard, ClipboardItem } from './api/clipboard';
import { dialog } from './api/dialog';
import { ipcMain } from './api/ipc-main';
import { Menu, MenuItem } from './api/menu';
import { nativeImage } from './api/native-image';
import { nativeTheme } from './api/native-theme';
import { net } from './api/net';
import { Notification } from './api/notification';
import { protocol } from './api/protocol';
import { screen } from './api/screen';
import { session } from './api/session';
import { shell } from './api/shell';
import { webContents } from './api/web-contents';
import { namingWhatIsMissing } from './not-implemented';

/** What `require('electron')` gives in the main process. */
export const electronModule = namingWhatIsMissing('electron', {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  protocol,
  screen,
  session,
  shell,
  webContents,
});
