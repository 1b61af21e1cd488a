import { join, resolve } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { serveApp } from './app-protocol';
import { ArchiveWorker } from './archive-worker';
import { createHandlers } from './handlers';
import type { Failure } from '../shared/reply';
import { answerRequests, notify } from './ipc';
import { KeptForms } from './kept-forms';
import { serveMedia } from './media-protocol';
import { MenuBar } from './menu';
import { closeEverything, registerSchemes } from './security';
import { SettingsFile } from './settings-file';
import { openWindow } from './window';

startMark('main');
app.setName('Press Archive');
app.enableSandbox();
registerSchemes();

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  startMark('waiting');
  await app.whenReady();
  startMark('ready');
  const [settings, forms] = await Promise.all([SettingsFile.read(), KeptForms.read()]);
  const worker: ArchiveWorker = new ArchiveWorker((notice, value) => {
    notify(notice, value);
  });
  const menu = new MenuBar();
  nativeTheme.themeSource = settings.settings.theme;
  closeEverything();
  serveApp(join(import.meta.dirname, '../renderer'));
  serveMedia(worker);
  menu.showBare();
  const trouble = await reopen(worker, settings);
  startMark('archive');
  answerRequests(
    createHandlers({
      worker,
      settings,
      forms,
      trouble,
      onOpened: (info) => {
        notify('archive:opened', info);
      },
      onMenu: (model) => {
        menu.show(model);
      },
    }),
  );
  openWindow(settings);
  startMark('window');

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(settings);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitAfter(async () => {
    await worker.stop();
    // Afterwards: to know whose form it is, keeping one asks the worker first.
    await Promise.all([settings.settled(), forms.settled()]);
  });
}

/**
 * Opens the archive named on the command line (`--archive=FOLDER`), or the one that was open last.
 * Answers why it couldn't; the welcome screen says so.
 */
async function reopen(worker: ArchiveWorker, settings: SettingsFile): Promise<Failure | null> {
  const named = app.commandLine.getSwitchValue('archive');
  const folder = named === '' ? settings.recent[0]?.folder : resolve(named);
  if (folder === undefined) return null;
  const reply = await worker.ask('open', { folder });
  if (!reply.ok) return reply.error;
  await settings.remember(reply.value.folder);
  return null;
}

/** Moments of the start, for whoever measures it: `performance.getEntriesByType('mark')`. */
function startMark(name: 'main' | 'waiting' | 'ready' | 'archive' | 'window'): void {
  performance.mark(name);
}

/** Quitting waits until the archive is closed: everything in its files, the lock given back. */
function quitAfter(finish: () => Promise<unknown>): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void finish().finally(() => {
      finished = true;
      app.quit();
    });
  });
}
