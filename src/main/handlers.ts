import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { app, shell, type BrowserWindow } from 'electron';
import { archiveHandlers, type ArchiveChannel } from '../archive/archive-requests';
import type { ArchiveInfo } from '../shared/archive-info';
import type { BackupState } from '../shared/backup';
import type { Embargo } from '../shared/embargo';
import type { ImportSummary } from '../shared/importing';
import type { OpeningArchive, Settings } from '../shared/ipc-contract';
import type { MenuModel } from '../shared/menu-model';
import type { Failure, Reply } from '../shared/reply';
import type { ArchiveWorker } from './archive-worker';
import { saveDiagnostics } from './diagnostics';
import { collecting } from './collecting';
import {
  chooseArchiveFolder,
  chooseFileToSave,
  chooseFolderForFiles,
  chooseForImport,
} from './dialogs';
import { dragIcon } from './drag-icon';
import type { DraggedFiles } from './dragged-files';
import type { GivenFiles } from './given-files';
import type { Handlers } from './ipc';
import type { KeptForms } from './kept-forms';
import { importEnd, longWorkOf, type LongWorkWatch } from './long-work';
import { notifyPerson } from './notifications';
import { printPage } from './printing';
import type { SettingsFile } from './settings-file';

const sampleFiles = join(import.meta.dirname, '../../resources/sample');
/** Names of the folder that the sample archive is made in. */
const sampleNames = { en: 'Sample archive', zh: '示例档案库' } as const;

export interface HandlerContext {
  readonly worker: ArchiveWorker;
  readonly settings: SettingsFile;
  readonly forms: KeptForms;
  readonly given: GivenFiles;
  readonly dragged: DraggedFiles;
  readonly longWork: LongWorkWatch;
  /** Why the archive that should open at the start couldn't. */
  readonly trouble: Failure | null;
  /** Another archive is open now, or none. */
  readonly onOpened: (info: ArchiveInfo | null) => void;
  /** A window wants this menu bar while it has the focus. */
  readonly onMenu: (model: MenuModel, window: BrowserWindow) => void;
  readonly onNewWindow: () => void;
  readonly onSettings: (settings: Settings) => void;
  readonly diagnosticsReport: () => Promise<string>;
}

/** What a window is told while the archive is still being opened. */
export function handlersAtOnce(
  settings: SettingsFile,
  /** null: nothing is being opened. */
  opening: () => OpeningArchive | null,
): Pick<Handlers, 'settings:read' | 'archive:opening'> {
  return {
    'settings:read': async () => ok(settings.settings),
    'archive:opening': async () => ok(opening()),
  };
}

/** Every request of the contract: answered here, or handed to the archive's thread. */
export function createHandlers(context: HandlerContext): Handlers {
  const { worker, settings, forms, given, dragged, longWork } = context;

  const opened = async (reply: Reply<ArchiveInfo>): Promise<Reply<ArchiveInfo>> => {
    if (reply.ok) {
      await settings.remember(reply.value.folder);
      context.onOpened(reply.value);
    }
    return reply;
  };

  const importable = new Set<string>();

  const collect = collecting(() => ({
    settings: settings.settings,
    ask: (question) => worker.ask('collect', question),
    remember: async (trayPackIds) => {
      await settings.change({ trayPackIds });
      context.onSettings(settings.settings);
    },
  }));

  return {
    ...forwardToArchive(worker, longWork),
    ...handlersAtOnce(settings, () => null),

    'archive:info': () => worker.ask('info', null),
    'archive:recent': async () => ok(settings.recent),
    'archive:trouble': async () => ok(context.trouble),
    'archive:choose': async ({ purpose }, window) => ok(await chooseArchiveFolder(window, purpose)),
    'archive:open': async ({ folder }) =>
      opened(await worker.ask('open', { folder: resolve(folder) })),
    'archive:create': async ({ folder, institutionName, otherNames }) =>
      opened(
        await worker.ask('create', {
          folder: resolve(folder),
          institution: { name: institutionName, otherNames },
        }),
      ),
    'sample:open': async () => {
      const { language: chosen, systemLanguage } = settings.settings;
      const language = chosen === 'system' ? systemLanguage : chosen;
      const other = language === 'en' ? 'zh' : 'en';
      const sample = {
        parent: app.getPath('userData'),
        names: [sampleNames[language], sampleNames[other]],
        source: sampleFiles,
        language,
      } as const;
      return opened(await longWork.follow('sample', worker.ask('sample', sample)));
    },
    'sample:cancel': () => worker.ask('cancelSample', null),
    'archive:close': async () => {
      const reply = await worker.ask('close', null);
      // Closed it is also where its disk is gone, and the reply says that.
      context.onOpened(null);
      return reply;
    },

    'archive:reopen': async () => opened(await worker.ask('reopen', { takeOver: false })),
    'archive:take-over': async () => opened(await worker.ask('reopen', { takeOver: true })),

    'pack:collect': collect,
    'pack:export': async ({ id }, window) => {
      const destination = await chooseFolderForFiles(window);
      if (destination === null) return ok(null);
      return longWork.follow('export', worker.ask('export', { packId: id, destination }));
    },
    'import:choose': async ({ what }, window) => {
      const paths = await chooseForImport(window, what);
      for (const path of paths ?? []) importable.add(path);
      return ok(paths === null ? null : { paths });
    },
    'import:give': async (argument) => {
      const reply = (await worker.ask('request', { channel: 'import:give', argument })) as Reply<{
        readonly folder: string;
      }>;
      if (reply.ok) importable.add(reply.value.folder);
      return reply;
    },
    'import:start': async ({ paths, options, replaces }) => {
      // A page names only what a person has chosen in a dialog or dropped on a window.
      const { mediaFolder } = options;
      const strange = [...paths, ...(mediaFolder === null ? [] : [mediaFolder])].find(
        (path) => !importable.has(path),
      );
      if (strange !== undefined) return refused(strange);
      return longWork.follow(
        'import',
        worker.ask('import', { paths, options, replaces }),
        importEnd,
      );
    },
    'import:resume': async (argument) => {
      const asked = worker.ask('request', { channel: 'import:resume', argument });
      return longWork.follow('import', asked as Promise<Reply<ImportSummary | null>>, importEnd);
    },
    'watch:choose': async (_none, window) => {
      const chosen = await chooseForImport(window, 'folder');
      const [folder] = chosen ?? [];
      return folder === undefined ? ok(null) : worker.ask('watch', { folder });
    },
    'import:save-report': async (_none, window) => {
      const report = await worker.ask('importReport', null);
      if (!report.ok) return report;
      const path = await chooseFileToSave(window, 'import-report.csv', 'csv');
      if (path === null) return ok(null);
      await writeFile(path, report.value);
      return ok({ path });
    },
    'backup:choose-folder': async (_none, window) => {
      const folder = await chooseFolderForFiles(window);
      if (folder === null) return ok(null);
      const change = { channel: 'backup:change-settings', argument: { folder } } as const;
      // The answer of that channel, as the compiler has checked where it is handled.
      return (await worker.ask('request', change)) as Reply<BackupState>;
    },
    'shell:reveal': async ({ path }) => {
      await stat(path);
      shell.showItemInFolder(path);
      return ok(null);
    },

    'form:keep': async ({ folder, text }, window) => {
      // Only for an archive that this program has opened: a page can't fill the file with names.
      const isKnown = settings.recent.some((known) => known.folder === folder);
      if (isKnown) await forms.keep(folder, window.id, text);
      return ok(null);
    },
    'form:kept': async (_none, window) => {
      const info = await worker.ask('info', null);
      const open = info.ok ? info.value : null;
      return ok({ text: open === null ? null : forms.take(open.folder, window.id) });
    },
    'form:give-back': async ({ folder, text, again }, window) => {
      const isKnown = settings.recent.some((known) => known.folder === folder);
      if (isKnown) await forms.giveBack(folder, window.id, text, again);
      return ok(null);
    },
    'menu:show': async (model, window) => {
      context.onMenu(model, window);
      return ok(null);
    },
    'window:open': async () => {
      context.onNewWindow();
      return ok(null);
    },
    'window:print': async (_none, window) => {
      await printPage(window.webContents);
      return ok(null);
    },

    'given:folder': async () => {
      const folder = given.takeFolder();
      return ok(folder === null ? null : { folder });
    },
    'given:files': async () => ok(given.takeFiles()),
    'given:read': async ({ number }) => ok({ bytes: await given.read(number) }),

    'drag:photo': async ({ releaseId, photoId, agreedUntil }, window) => {
      const held = await heldBack(worker, [releaseId], agreedUntil);
      if (!held.ok || held.value !== null) return held;
      const photo = await worker.ask('photoFile', { releaseId, photoId });
      if (!photo.ok) return photo;
      const file = await dragged.copy(photo.value.path, photo.value.fileName);
      window.webContents.startDrag({ file, icon: dragIcon() });
      return ok(null);
    },
    'drag:releases': async ({ ids, agreedUntil }, window) => {
      const held = await heldBack(worker, ids, agreedUntil);
      if (!held.ok || held.value !== null) return held;
      const releases = await worker.ask('releaseFiles', { releaseIds: ids });
      if (!releases.ok) return releases;
      const files = await dragged.write(releases.value);
      window.webContents.startDrag({ file: files[0] ?? '', files: [...files], icon: dragIcon() });
      return ok(null);
    },

    'diagnostics:save': async (_none, window) =>
      ok(await saveDiagnostics(window, context.diagnosticsReport)),
    'notification:show': async ({ title, text }, window) => {
      notifyPerson(window, title, text);
      return ok(null);
    },
    'settings:change': async (change) => {
      await settings.change(withoutUndefined(change));
      context.onSettings(settings.settings);
      return ok(settings.settings);
    },
  };
}

/** The embargo of which the person doesn't know yet, if one is in force. */
async function heldBack(
  worker: ArchiveWorker,
  releaseIds: readonly string[],
  agreedUntil: string | null,
): Promise<Reply<Embargo | null>> {
  const reply = await worker.ask('embargo', { releaseIds });
  if (!reply.ok || reply.value === null) return reply;
  const isAgreed = agreedUntil !== null && reply.value.until <= agreedUntil;
  return ok(isAgreed ? null : reply.value);
}

type ArchiveHandlers = Pick<Handlers, ArchiveChannel>;

function forwardToArchive(worker: ArchiveWorker, longWork: LongWorkWatch): ArchiveHandlers {
  const forward = (channel: ArchiveChannel) => (argument: unknown) => {
    const answer = worker.ask('request', { channel, argument });
    const work = longWorkOf[channel];
    return work === undefined ? answer : longWork.follow(work, answer);
  };
  // One entry per channel of the archive's own table, whose types the compiler has checked.
  return Object.fromEntries(
    Object.keys(archiveHandlers).map((channel) => [channel, forward(channel as ArchiveChannel)]),
  ) as unknown as ArchiveHandlers;
}

function refused(path: string): Reply<never> {
  const message = `${path} was neither chosen nor dropped here.`;
  return { ok: false, error: { code: 'request-invalid', message, details: {} } };
}

function ok<T>(value: T): Reply<T> {
  return { ok: true, value };
}

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
