import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { app, nativeTheme, shell } from 'electron';
import { archiveHandlers, type ArchiveChannel } from '../archive/archive-requests';
import type { ArchiveInfo } from '../shared/archive-info';
import type { BackupState } from '../shared/backup';
import type { MenuModel } from '../shared/menu-model';
import type { Failure, Reply } from '../shared/reply';
import type { ArchiveWorker } from './archive-worker';
import { chooseArchiveFolder, chooseFolderForFiles } from './dialogs';
import type { Handlers } from './ipc';
import type { KeptForms } from './kept-forms';
import type { SettingsFile } from './settings-file';

const sampleFiles = join(import.meta.dirname, '../../resources/sample');
/** Names of the folder that the sample archive is made in. */
const sampleNames = { en: 'Sample archive', zh: '示例档案库' } as const;

export interface HandlerContext {
  readonly worker: ArchiveWorker;
  readonly settings: SettingsFile;
  readonly forms: KeptForms;
  /** Why the archive that should open at the start couldn't. */
  readonly trouble: Failure | null;
  /** Another archive is open now, or none. */
  readonly onOpened: (info: ArchiveInfo | null) => void;
  /** The window that has the focus wants this menu bar. */
  readonly onMenu: (model: MenuModel) => void;
}

/** Every request of the contract: answered here, or handed to the archive's thread. */
export function createHandlers(context: HandlerContext): Handlers {
  const { worker, settings, forms } = context;

  const opened = async (reply: Reply<ArchiveInfo>): Promise<Reply<ArchiveInfo>> => {
    if (reply.ok) {
      await settings.remember(reply.value.folder);
      context.onOpened(reply.value);
    }
    return reply;
  };

  return {
    ...forwardToArchive(worker),

    'archive:info': () => worker.ask('info', null),
    'archive:recent': async () => ok(settings.recent),
    'archive:trouble': async () => ok(context.trouble),
    'archive:choose': async ({ purpose }) => ok(await chooseArchiveFolder(purpose)),
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
      return opened(await worker.ask('sample', sample));
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

    'pack:export': async ({ id }) => {
      const destination = await chooseFolderForFiles();
      if (destination === null) return ok(null);
      return worker.ask('export', { packId: id, destination });
    },
    'backup:choose-folder': async () => {
      const folder = await chooseFolderForFiles();
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

    'form:keep': async ({ text }) => {
      const info = await worker.ask('info', null);
      if (info.ok && info.value !== null) await forms.keep(info.value.folder, text);
      return ok(null);
    },
    'form:kept': async () => {
      const info = await worker.ask('info', null);
      const open = info.ok ? info.value : null;
      return ok({ text: open === null ? null : forms.of(open.folder) });
    },
    'menu:show': async (model) => {
      context.onMenu(model);
      return ok(null);
    },
    'settings:read': async () => ok(settings.settings),
    'settings:change': async (change) => {
      await settings.change(withoutUndefined(change));
      nativeTheme.themeSource = settings.settings.theme;
      return ok(settings.settings);
    },
  };
}

type ArchiveHandlers = Pick<Handlers, ArchiveChannel>;

function forwardToArchive(worker: ArchiveWorker): ArchiveHandlers {
  const forward = (channel: ArchiveChannel) => (argument: unknown) =>
    worker.ask('request', { channel, argument });
  // One entry per channel of the archive's own table, whose types the compiler has checked.
  return Object.fromEntries(
    Object.keys(archiveHandlers).map((channel) => [channel, forward(channel as ArchiveChannel)]),
  ) as unknown as ArchiveHandlers;
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
