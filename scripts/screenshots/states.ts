import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AppDriver } from '../../tests/support/app-driver';
import { foreignLock, minute } from '../../tests/support/lock-files';
import { chineseRelease, englishRelease } from '../../tests/support/samples';
import { makeArchive } from './archives';
import type { Scene } from './scene';
import {
  dismissToasts,
  dropForm,
  editorReady,
  fillForm,
  importTwice,
  openIllustrated,
  openPack,
  openRow,
  pressInSidebar,
  search,
  type,
  undo,
} from './steps';

const photoFile = resolve(import.meta.dirname, '../../resources/sample/photos/kite-day.jpg');

const firstHit = {
  text: '',
  place: 'archive',
  year: null,
  partnerIds: [],
  tags: [],
  sort: 'relevance',
  offset: 0,
  limit: 1,
} as const;

/** What holds an archive back while it is opened, as the slowest of disks. */
let letGo: () => Promise<void> = () => Promise.resolve();

async function openSlowArchive(app: AppDriver): Promise<void> {
  const beside = join(tmpdir(), 'Press office');
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside);
  const archive = (await makeArchive('sample', beside)) ?? '';
  const named = join(beside, 'Yanwan');
  await rename(archive, named);
  const releases = join(named, 'releases');
  const names = (await readdir(releases)).filter((name) => name.endsWith('.json'));
  const held = join(releases, names[Math.floor(names.length / 2)] ?? '');
  const whole = await readFile(held);
  await rm(held);
  execFileSync('mkfifo', [held]);
  letGo = async () => {
    await writeFile(held, whole, { flag: 'r+' });
    await app.window.locator('.row').first().waitFor();
    await app.choose('close-archive');
    await app.window.locator('.welcome').waitFor();
    await rm(beside, { recursive: true, force: true });
  };
  await app.willChooseFolder(named);
  await app.choose('open-archive');
  await app.window.locator('.opening-far').waitFor();
}

async function archiveFolder(app: AppDriver): Promise<string> {
  return app.window.evaluate(async () => {
    const info = await window.archive.request('archive:info', null);
    return info.ok && info.value !== null ? info.value.folder : '';
  });
}

/** Opens the archive that is open anew. */
async function reopen(app: AppDriver, folder: string): Promise<void> {
  await app.choose('close-archive');
  await app.window.locator('.welcome').waitFor();
  await app.willChooseFolder(folder);
  await app.choose('open-archive');
  await app.window.locator('.row').first().waitFor();
}

/** Another window changes the first release that `text` finds. */
async function changeElsewhere(app: AppDriver, text: string): Promise<void> {
  await app.window.evaluate(
    async ([query, change]) => {
      const found = await window.archive.request('release:find', query);
      const id = found.ok ? found.value.hits[0]?.release.id : undefined;
      if (id === undefined) return;
      await window.archive.request('release:edit-many', { ids: [id], change });
    },
    [
      { ...firstHit, text },
      {
        addTags: ['archive week'],
        removeTags: [],
        addPartnerIds: [],
        removePartnerIds: [],
        status: null,
        language: null,
      },
    ] as const,
  );
}

/** States between the screens: what is under way, went wrong, or is open for a moment. */
export const states: readonly Scene[] = [
  {
    name: 'create-archive',
    about: 'A new archive gets its name',
    archive: 'none',
    show: async (app) => {
      await app.willChooseFolder(join(tmpdir(), 'Northquay press'));
      await app.window.locator('.welcome-actions .button').first().click();
      await app.window.locator('.welcome-sheet .field-input').first().waitFor();
    },
    leave: async (app) => {
      await app.window.reload();
      await app.window.locator('.welcome').waitFor();
    },
  },
  {
    name: 'not-an-archive',
    about: 'A folder was chosen that is no archive',
    archive: 'none',
    show: async (app) => {
      const folder = join(tmpdir(), 'Holiday photos');
      await mkdir(folder, { recursive: true });
      await app.willChooseFolder(folder);
      await app.choose('open-archive');
      await app.window.locator('.toast').first().waitFor();
    },
    leave: dismissToasts,
  },
  {
    name: 'opening',
    about: 'An archive on a slow disk is opened',
    archive: 'none',
    show: openSlowArchive,
    leave: () => letGo(),
  },
  {
    name: 'welcome-recent',
    about: 'The archives that were open before',
    archive: 'none',
    show: async (app) => {
      await app.window.locator('.welcome-recent-row').first().waitFor();
    },
  },
  {
    name: 'form-incomplete',
    about: 'A form that can’t be filed yet',
    archive: 'empty',
    show: async (app) => {
      await fillForm(app, `EMBARGOED UNTIL 00:01, 5 August 2031\n\n${englishRelease}`);
      await app.choose('file-release');
      await app.window.locator('.embargo-group :focus').waitFor();
    },
    leave: async (app) => {
      await dismissToasts(app);
      await dropForm(app);
    },
  },
  {
    name: 'form-photos',
    about: 'Photos of a release that is being filed',
    archive: 'empty',
    show: async (app) => {
      await fillForm(app, englishRelease);
      await app.drop([photoFile]);
      await app.window.locator('.photo-card').first().scrollIntoViewIfNeeded();
    },
    leave: dropForm,
  },
  {
    name: 'form-waiting',
    about: 'A form that was kept for later',
    archive: 'empty',
    show: async (app) => {
      await fillForm(app, chineseRelease);
      await app.choose('close-editor');
      await app.window.getByRole('alertdialog').locator('.button-primary').click();
      await app.window.locator('.pane-list').waitFor();
    },
    leave: async (app) => {
      await app.choose('new-release');
      await editorReady(app);
      await dropForm(app);
    },
  },
  {
    name: 'narrow',
    about: 'What a search can be narrowed to',
    archive: 'sample',
    show: async (app) => {
      await search(app, 'students harbour');
      const menu = app.window.locator('.list-head .lucide-list-filter');
      if ((await menu.count()) > 0) await menu.click();
    },
  },
  {
    name: 'drawer',
    about: 'The sidebar, over the list where the window is narrow',
    archive: 'sample',
    show: async (app) => {
      if ((await app.window.locator('.pane-sidebar').count()) === 0) {
        await app.choose('toggle-sidebar');
      }
      await app.window.locator('.pane-sidebar').waitFor();
    },
    leave: async (app) => {
      if ((await app.window.locator('.drawer-veil').count()) > 0)
        await app.choose('toggle-sidebar');
    },
  },
  {
    name: 'archive-menu',
    about: 'What can be done with the archive',
    archive: 'sample',
    show: async (app) => {
      if ((await app.window.locator('.pane-sidebar').count()) === 0) {
        await app.choose('toggle-sidebar');
      }
      await app.window.locator('.plate').click();
      await app.window.locator('.menu-item').first().waitFor();
    },
    leave: async (app) => {
      await app.window.keyboard.press('Escape');
      if ((await app.window.locator('.drawer-veil').count()) > 0)
        await app.choose('toggle-sidebar');
    },
  },
  {
    name: 'partner-chosen',
    about: 'The releases of a partner',
    archive: 'sample',
    show: async (app) => {
      await search(app, 'partner:"Brightkeel Robotics"');
    },
  },
  {
    name: 'did-you-mean',
    about: 'Another spelling is proposed',
    archive: 'sample',
    show: async (app) => {
      await type(app, 'harbur lantrens');
      await app.window.locator('.suggestion').first().waitFor();
    },
  },
  {
    name: 'search-notes',
    about: 'What of a query was not understood',
    archive: 'sample',
    show: async (app) => {
      await type(app, 'before:2024-13-45 status:lost "students');
      await app.window.locator('.list-head').waitFor();
    },
  },
  {
    name: 'nothing-here',
    about: 'Nothing found in a place',
    archive: 'sample',
    show: async (app) => {
      await pressInSidebar(app, 'lucide-file-pen');
      await type(app, 'typhoon');
      await app.window.locator('.empty').first().waitFor();
    },
  },
  {
    name: 'save-search',
    about: 'A search gets a name',
    archive: 'sample',
    show: async (app) => {
      await search(app, 'students harbour');
      await app.choose('save-search');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'palette-search',
    about: 'A word in the palette',
    archive: 'sample',
    show: async (app) => {
      await app.choose('palette');
      await app.window.keyboard.type('ro');
      await app.window.locator('.palette-row').first().waitFor();
    },
  },
  {
    name: 'help-nothing',
    about: 'A word that isn’t in the help',
    archive: 'sample',
    show: async (app) => {
      await app.choose('help');
      await app.window.locator('.help-search-input').fill('zzzz');
      await app.window.locator('.help-found').waitFor();
    },
  },
  {
    name: 'trash',
    about: 'A release in the trash',
    archive: 'sample',
    show: async (app) => {
      await openRow(app, 2);
      await app.choose('delete-release');
      await app.window.locator('.toast').waitFor();
      await dismissToasts(app);
      await pressInSidebar(app, 'lucide-trash-2');
      await app.window.locator('.reader-scroll').waitFor();
      await openRow(app, 0);
    },
    leave: undo,
  },
  {
    name: 'in-place',
    about: 'A headline is edited where it is read',
    archive: 'sample',
    show: async (app) => {
      await openIllustrated(app);
      await app.choose('edit-in-place');
      await app.window.locator('.in-place').waitFor();
    },
  },
  {
    name: 'form-known',
    about: 'A text that the archive has already',
    archive: 'sample',
    show: async (app) => {
      const text = await app.window.evaluate(
        async (query) => {
          const found = await window.archive.request('release:find', query);
          const id = found.ok ? found.value.hits[0]?.release.id : undefined;
          if (id === undefined) return '';
          const read = await window.archive.request('release:read', { id });
          return read.ok ? `${read.value.release.headline}\n\n${read.value.release.body}` : '';
        },
        { ...firstHit, text: 'lanterns lang:en' },
      );
      await fillForm(app, text);
      await app.window.locator('.likeness').waitFor();
    },
    leave: dropForm,
  },
  {
    name: 'conflict',
    about: 'Two windows have changed the same release',
    archive: 'sample',
    show: async (app) => {
      await search(app, 'kite lang:en');
      await openRow(app, 0);
      await app.choose('edit-release');
      await editorReady(app);
      await changeElsewhere(app, 'kite lang:en');
      await app.window.locator('[data-field=subheadline] .field-input').fill('Once more');
      await app.choose('save-release');
      await app.window.locator('.banner').first().waitFor();
    },
    leave: async (app) => {
      await dropForm(app);
      await undo(app);
    },
  },
  {
    name: 'history-versions',
    about: 'What changed from version to version',
    archive: 'sample',
    show: async (app) => {
      await changeElsewhere(app, 'kite lang:en');
      await search(app, 'kite lang:en');
      await openRow(app, 0);
      await app.choose('show-history');
      await app.dialog.waitFor();
    },
    leave: async (app) => {
      await app.window.keyboard.press('Escape');
      await undo(app);
    },
  },
  {
    name: 'pack-exported',
    about: 'A press pack was written',
    archive: 'sample',
    show: async (app) => {
      const folder = join(tmpdir(), 'For the Courier');
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await openPack(app);
      await app.willChooseFolder(folder);
      await app.window.locator('.reader-bar .button-primary').click();
      await app.window.locator('.export-sum').waitFor();
      await app.window.locator('.export-actions .button').last().click();
      await app.window.locator('.dialog').getByRole('status').first().waitFor();
    },
  },
  {
    name: 'import-report',
    about: 'What an import did',
    archive: 'sample',
    show: async (app) => {
      await importTwice(app);
      await app.window.locator('.toast').first().waitFor();
      await app.window.locator('.toast .button').first().click();
      await app.window.locator('.report-list, .import-groups').first().waitFor();
      await dismissToasts(app);
    },
    leave: async (app) => {
      await undo(app);
    },
  },
  {
    name: 'locked',
    about: 'Somebody else has the archive open',
    archive: 'sample',
    show: async (app) => {
      const folder = await archiveFolder(app);
      await app.choose('close-archive');
      await app.window.locator('.welcome').waitFor();
      await foreignLock(folder, minute / 2);
      await app.willChooseFolder(folder);
      await app.choose('open-archive');
      await app.window.locator('.banner').first().waitFor();
      await openRow(app, 0);
    },
    leave: async (app) => {
      const folder = await archiveFolder(app);
      await rm(join(folder, 'lock.json'), { force: true });
      await reopen(app, folder);
    },
  },
  {
    name: 'print',
    about: 'A release as it goes to the printer',
    archive: 'sample',
    show: async (app) => {
      // The printer takes its time, so that the page can be looked at as it is printed.
      await app.electron.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined) return;
        const held = globalThis as { release?: () => void };
        contents.print = (_options, done) => {
          held.release = () => done?.(true, '');
        };
      });
      await search(app, 'kite lang:en');
      await openRow(app, 0);
      await app.choose('print-release');
      await app.window.locator('.print-sheets').waitFor({ state: 'attached' });
      await app.window.emulateMedia({ media: 'print' });
      await app.window.locator('.print-sheet').first().waitFor();
    },
    leave: async (app) => {
      await app.window.emulateMedia({ media: null });
      await app.electron.evaluate(() => {
        (globalThis as { release?: () => void }).release?.();
      });
    },
  },
];
