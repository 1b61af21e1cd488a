import { basename, join, resolve } from 'node:path';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import type { Notices, OpeningArchive } from '../shared/ipc-contract';
import type { Failure } from '../shared/reply';
import { serveApp } from './app-protocol';
import { ArchiveWorker } from './archive-worker';
import { diagnosticsReport } from './diagnostics';
import { DraggedFiles } from './dragged-files';
import { GivenFiles, pathsIn } from './given-files';
import { createHandlers, handlersAtOnce } from './handlers';
import { answerRequests, notify, tell } from './ipc';
import { KeptForms } from './kept-forms';
import { logFaults } from './logging/log-faults';
import { Log } from './logging/log';
import { RotatingFile } from './logging/rotating-file';
import { LongWorkWatch } from './long-work';
import { serveMedia } from './media-protocol';
import { MenuBar } from './menu';
import { closeEverything, registerSchemes } from './security';
import { SettingsFile } from './settings-file';
import { hasSystemSpelling } from './spelling';
import { Windows } from './windows';

/** Lines of the log that a report has. */
const reportedLines = 1_000;

startMark('main');
app.setName('Press Archive');
app.enableSandbox();
registerSchemes();

const given = new GivenFiles();
/** What comes before there is a window waits: a Mac says it before the program is ready. */
let arrive = (paths: readonly string[]): void => {
  early.push(...paths);
};
const early: string[] = [];
app.on('open-file', (event, path) => {
  event.preventDefault();
  arrive([path]);
});
app.on('second-instance', (_event, argv, workingFolder) => {
  arrive(pathsIn(argv, workingFolder, app.getAppPath()));
});

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  startMark('waiting');
  await app.whenReady();
  startMark('ready');
  const lines = new RotatingFile(app.getPath('logs'), 'press-archive', {
    mostBytes: 1_000_000,
    mostFiles: 5,
  });
  const log = new Log(lines);
  log.write({ event: 'started', version: app.getVersion(), platform: process.platform });
  logFaults(log);
  const [settings, forms] = await Promise.all([SettingsFile.read(), KeptForms.read()]);
  const dragged = new DraggedFiles(app.getPath('temp'));
  void dragged.clearStale();
  const longWork = new LongWorkWatch({
    onShare: (share) => {
      for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(share ?? -1);
    },
    onBegan: (work) => {
      log.write({ event: 'work-began', work });
    },
    onEnded: (end, ms, isLong) => {
      log.write({ event: 'work-ended', work: end.work, outcome: end.outcome, ms });
      const { front } = windows;
      const isSeen = BrowserWindow.getFocusedWindow() !== null;
      if (isLong && !isSeen && front !== null) tell(front, 'work:ended', end);
    },
  });
  let beingOpened: OpeningArchive | null = null;
  const worker: ArchiveWorker = new ArchiveWorker(
    join(app.getPath('userData'), 'compiled-code'),
    (notice, value) => {
      if (notice === 'watch:news') {
        // Two windows would say it twice.
        const { front } = windows;
        if (front !== null) tell(front, 'watch:news', value as Notices['watch:news']);
        return;
      }
      notify(notice, value);
      if (notice !== 'work:progress') return;
      const progress = value as Notices['work:progress'];
      longWork.hear(progress);
      const { work, done, total } = progress;
      // A window that comes later hears of it, too.
      if (work === 'open' && beingOpened !== null) beingOpened = { ...beingOpened, done, total };
    },
    (fault) => {
      log.write({ event: 'fault', where: 'worker', fault });
    },
  );
  const menu = new MenuBar();
  const windows = new Windows(settings, {
    onFocused: (windowId) => {
      menu.follow(windowId);
    },
    onClosed: (windowId) => {
      menu.forget(windowId);
      forms.release(windowId);
      if (windows.front !== null) tell(windows.front, 'form:waiting', null);
    },
  });
  const applySettings = (): void => {
    const { theme, checkSpelling } = settings.settings;
    nativeTheme.themeSource = theme;
    if (hasSystemSpelling) session.defaultSession.setSpellCheckerEnabled(checkSpelling);
  };
  applySettings();
  closeEverything();
  serveApp(join(import.meta.dirname, '../renderer'));
  serveMedia(worker);
  menu.showBare();
  await given.give([...pathsIn(process.argv, process.cwd(), app.getAppPath()), ...early.splice(0)]);
  // The page is read while the archive is opened; what it asks meanwhile is answered afterwards.
  const folderToOpen = folderAtStart(settings, given.takeFolder());
  const opening = reopen(worker, settings, folderToOpen, log);
  if (folderToOpen !== null) {
    beingOpened = { folder: folderToOpen, name: basename(folderToOpen), done: 0, total: 0 };
  }
  const handlers = opening.then((trouble) => {
    startMark('archive');
    beingOpened = null;
    return createHandlers({
      worker,
      settings,
      forms,
      given,
      dragged,
      longWork,
      trouble,
      onOpened: (info) => {
        if (info === null) log.write({ event: 'archive-closed' });
        else log.write({ event: 'archive-opened', readOnly: info.readOnly?.why ?? null });
        notify('archive:opened', info);
      },
      onMenu: (model, window) => {
        menu.want(window.id, model);
      },
      onNewWindow: () => {
        windows.open();
      },
      onSettings: (changed) => {
        applySettings();
        notify('settings:changed', changed);
      },
      diagnosticsReport: async () => {
        const archive = await worker.ask('diagnose', null);
        return diagnosticsReport({
          settings: settings.settings,
          archive: archive.ok ? archive.value : null,
          windows: windows.count,
          log: await lines.last(reportedLines),
        });
      },
    });
  });
  answerRequests(
    handlersAtOnce(settings, () => beingOpened),
    handlers,
    log,
  );
  windows.open();
  startMark('window');
  app.on('activate', () => {
    if (windows.count === 0) windows.open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitAfter(async () => {
    await worker.stop();
    await Promise.all([settings.settled(), forms.settled(), dragged.clear()]);
    log.write({ event: 'ended' });
  });
  const trouble = await opening;
  // Each form that was left by a crash has a window again.
  const folder = settings.recent[0]?.folder;
  const left = folder === undefined || trouble !== null ? 0 : forms.waiting(folder);
  for (let count = 1; count < left; count += 1) windows.open();

  const receive = async (paths: readonly string[]): Promise<void> => {
    if (await given.give(paths)) tell(windows.show(), 'given:waiting', null);
  };
  arrive = (paths) => {
    // A second start without anything means the window, too.
    windows.show();
    void receive(paths);
  };
  if (early.length > 0) void receive(early.splice(0));
}

/**
 * The archive that was given, the one named on the command line (`--archive=FOLDER`), or the one that
 * was open last.
 */
function folderAtStart(settings: SettingsFile, givenFolder: string | null): string | null {
  const named = app.commandLine.getSwitchValue('archive');
  return givenFolder ?? (named === '' ? (settings.recent[0]?.folder ?? null) : resolve(named));
}

/** Opens the archive in a folder. Answers why it couldn't; the welcome screen says so. */
async function reopen(
  worker: ArchiveWorker,
  settings: SettingsFile,
  folder: string | null,
  log: Log,
): Promise<Failure | null> {
  if (folder === null) return null;
  const reply = await worker.ask('open', { folder });
  if (!reply.ok) {
    log.write({ event: 'open-failed', code: reply.error.code });
    return reply.error;
  }
  log.write({ event: 'archive-opened', readOnly: reply.value.readOnly?.why ?? null });
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
