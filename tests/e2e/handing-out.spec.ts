import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AppDriver } from '../support/app-driver';
import { filesBelow } from '../support/files-below';
import { content, pngPhoto } from '../support/samples';
import { expect, test } from './fixtures';

const release = `Northquay opens the first pier

NORTHQUAY, 3 May 2021 – The first pier of the new harbour is open to the public.

Visitors on the first pier

(Text by Lena Holm from Office of Research, Photo by Piet Aarden from Department of Publicity)
`;

async function fileWithPhoto(app: AppDriver, folder: string): Promise<void> {
  const photo = join(folder, 'DSC_0042.png');
  await writeFile(photo, pngPhoto());
  await app.paste(release);
  await app.addPhotos([{ path: photo, caption: 'Visitors on the first pier' }]);
  await app.file();
}

/** Has the system's drag and printer, which no test can use, say what they were given. */
async function listen(app: AppDriver): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const noted = globalThis as { dragged?: string[]; printed?: number };
    noted.dragged = [];
    noted.printed = 0;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    contents.startDrag = ({ file, files, icon }) => {
      if (typeof icon === 'string' || icon.isEmpty()) throw new Error('There is no icon.');
      noted.dragged?.push(...(files ?? [file]));
    };
  });
}

function dragged(app: AppDriver): Promise<string[]> {
  return app.electron.evaluate(() => (globalThis as { dragged?: string[] }).dragged ?? []);
}

test('a photo and a release are dragged out as files of their own', async ({
  archive: app,
  folder,
}) => {
  await fileWithPhoto(app, folder);
  await listen(app);
  const before = await filesBelow(join(folder, 'archive', 'photos'));

  await app.article.locator('.figure-image').dispatchEvent('dragstart');
  await expect.poll(() => dragged(app)).toHaveLength(1);
  await app.article.locator('.release-grip').dispatchEvent('dragstart');
  await expect.poll(() => dragged(app)).toHaveLength(2);
  const [photo = '', text = ''] = await dragged(app);
  expect(photo).toMatch(/northquay-opens-the-first-pier-01\.png$/);
  expect(await readFile(photo)).toEqual(Buffer.from(pngPhoto()));
  expect(text).toMatch(/northquay-opens-the-first-pier\.txt$/);
  expect(await readFile(text, 'utf8')).toContain('The first pier of the new harbour is open');

  // Who takes the file away takes nothing of the archive.
  expect(photo.startsWith(folder)).toBe(false);
  await rename(photo, join(folder, 'taken.png'));
  expect(await filesBelow(join(folder, 'archive', 'photos'))).toEqual(before);

  // What comes back over the window isn't filed once more.
  await app.drop([join(folder, 'taken.png')]);
  await expect(app.article).toBeVisible();
});

test('with Alt all chosen rows are dragged out', async ({ archive: app }) => {
  await app.addReleases(['Quay', 'Mast', 'Crane'].map((headline) => content({ headline })));
  await listen(app);
  await app.rows.first().click();
  await app.rows.nth(1).click({ modifiers: ['Shift'] });
  await app.rows.first().dispatchEvent('dragstart', { altKey: true });
  await expect.poll(() => dragged(app)).toHaveLength(2);
  // One that isn't chosen goes alone.
  await app.rows.nth(2).dispatchEvent('dragstart', { altKey: true });
  await expect.poll(() => dragged(app)).toHaveLength(3);
  const names = (await dragged(app)).map((path) => basename(path));
  expect(names.sort()).toEqual(['crane.txt', 'mast.txt', 'quay.txt']);
});

test('what is under embargo leaves only when somebody has agreed', async ({ archive: app }) => {
  const embargo = { local: '2099-08-05T10:00', zone: 'UTC', until: '' };
  await app.addReleases([content({ headline: 'Quay' }), content({ headline: 'Mast', embargo })]);
  await listen(app);
  const question = app.window
    .getByRole('alertdialog', { name: 'Still under embargo' })
    .filter({ hasText: 'Embargoed until 5 Aug 2099' });

  await app.rows.filter({ hasText: 'Mast' }).dispatchEvent('dragstart', { altKey: true });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await dragged(app)).toEqual([]);
  await app.rows.filter({ hasText: 'Mast' }).dispatchEvent('dragstart', { altKey: true });
  await question.getByRole('button', { name: 'Allow it' }).click();
  await expect(app.message('You can drag it out now.')).toBeVisible();
  await app.rows.filter({ hasText: 'Mast' }).dispatchEvent('dragstart', { altKey: true });
  await expect.poll(() => dragged(app)).toHaveLength(1);
  await app.rows.filter({ hasText: 'Quay' }).dispatchEvent('dragstart', { altKey: true });
  await expect.poll(() => dragged(app)).toHaveLength(2);

  // A pack says it, and asks before it is written; nothing is chosen on the way to Cancel.
  await app.rows.first().click();
  await app.rows.nth(1).click({ modifiers: ['Shift'] });
  await app.choose('add-to-tray');
  await app.sidebarEntry('Untitled pack').first().click();
  await expect(app.window.getByRole('note')).toContainText('One of its releases is under embargo');
  await app.button('Export…').click();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.dialog).toHaveCount(0);

  await app.choose('find');
  await app.rows.filter({ hasText: 'Mast' }).click();
  await app.press('p');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.window.locator('.print-sheet')).toHaveCount(0);
});

test('what was dragged out is removed when the program ends', async ({ app, folder }) => {
  await app.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  await fileWithPhoto(app, folder);
  await listen(app);
  await app.article.locator('.release-grip').dispatchEvent('dragstart');
  await expect.poll(() => dragged(app)).toHaveLength(1);
  const [text = ''] = await dragged(app);
  const made = join(text, '../..');
  expect(await readdir(made)).toHaveLength(1);
  await app.electron.close();
  await expect(readdir(made)).rejects.toThrow(/ENOENT/);
});

test('a release is printed by itself, dark on white in either theme', async ({
  archive: app,
  folder,
}) => {
  await fileWithPhoto(app, folder);
  for (const theme of ['theme-light', 'theme-dark'] as const) {
    await app.choose(theme);
    // A theme that arrives later would undo what the page is told about paper below.
    await app.window.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'theme-dark',
    );
    // The printer takes its time, so that the page can be looked at as it is printed.
    await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) return;
      const held = globalThis as { release?: () => void };
      contents.print = (_options, done) => {
        held.release = () => done?.(false, 'Print job canceled');
      };
    });
    await app.window.keyboard.press(process.platform === 'darwin' ? 'Meta+p' : 'Control+p');
    const sheet = app.window.locator('.print-sheet');
    await sheet.waitFor({ state: 'attached' });
    await app.window.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(app.searchField).toBeHidden();
    for (const text of [
      'Northquay opens the first pier',
      'The first pier of the new harbour is open to the public.',
      'Visitors on the first pier',
      'Northquay Polytechnic',
      'Lena Holm, Office of Research',
    ]) {
      await expect(sheet).toContainText(text);
    }
    const [ink, paper] = await sheet.evaluate((element) => [
      getComputedStyle(element).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await app.window.emulateMedia({ media: null });
    await expect
      .poll(() =>
        app.electron.evaluate(() => {
          const { release: go } = globalThis as { release?: () => void };
          go?.();
          return go !== undefined;
        }),
      )
      .toBe(true);
    await sheet.waitFor({ state: 'detached' });
  }
  // Thinking better of it is no failure.
  await expect(app.window.locator('.toast')).toHaveCount(0);
});
