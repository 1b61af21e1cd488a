import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { expect, test } from './fixtures';

test('two windows on one archive look at different things and hear of the same changes', async ({
  archive: app,
}) => {
  await app.addReleases([
    content({ headline: 'Quay opens', publicationDate: '2021-05-01' }),
    content({ headline: 'Mast raised', publicationDate: '2022-05-01' }),
  ]);
  const second = await app.newWindow();
  await expect(second.rows).toHaveCount(2);
  await second.search('mast');
  await expect(second.rows).toHaveCount(1);
  await expect(app.rows).toHaveCount(2);
  await expect(app.searchField).toHaveValue('');

  await app.addReleases([content({ headline: 'Mast painted', publicationDate: '2023-05-01' })]);
  await expect(second.rows).toHaveCount(2);

  // Each opens a little beside the one before.
  const places = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getPosition()),
  );
  expect(places[0]).not.toEqual(places[1]);

  // What is set in one counts in the other.
  await second.choose('theme-dark');
  await expect(app.window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('two windows that begin a tray at the same moment fill one pack', async ({ archive: app }) => {
  await app.addReleases([
    content({ headline: 'Quay opens', publicationDate: '2021-05-01' }),
    content({ headline: 'Mast raised', publicationDate: '2022-05-01' }),
  ]);
  const second = await app.newWindow();
  await app.rows.first().click();
  await second.rows.nth(1).click();
  const collect = (each: AppDriver) => each.press('b');
  await Promise.all([collect(app), collect(second)]);
  for (const each of [app, second]) await expect(each.window.locator('.tray-item')).toHaveCount(2);
  await expect(app.sidebarEntry('Untitled pack')).toHaveCount(1);
});

test('a menu command reaches the window that has the focus', async ({ archive: app }) => {
  const second = await app.newWindow();
  await app.focus();
  await app.choose('institution');
  await expect(app.dialog).toBeVisible();
  await expect(second.dialog).toHaveCount(0);
  await app.window.keyboard.press('Escape');
  await second.focus();
  await second.choose('institution');
  await expect(second.dialog).toBeVisible();
  await expect(app.dialog).toHaveCount(0);
});

test('each window has its own unfinished form, also after a crash', async ({
  archive: app,
  folder,
}) => {
  const second = await app.newWindow();
  await app.paste(
    'Northquay opens the first pier\n\nNORTHQUAY, 3 May 2021 – The first pier is open.',
  );
  await second.paste(
    'Southquay opens another pier\n\nSOUTHQUAY, 4 May 2022 – Another pier is open.',
  );
  await app.field('Headline').fill('First of two forms');
  await second.field('Headline').fill('Second of two forms');
  await expect
    .poll(() => keptHeadlines(app))
    .toEqual(['First of two forms', 'Second of two forms']);
  await app.kill();

  const again = await AppDriver.launch({ userData: join(folder, 'user') });
  await expect.poll(() => again.electron.windows().length).toBe(2);
  const headlines: string[] = [];
  for (const window of again.electron.windows()) {
    await window
      .getByRole('button', { name: /Continue filing|New release/ })
      .first()
      .click();
    headlines.push(await window.getByLabel('Headline', { exact: true }).inputValue());
  }
  expect(headlines.sort()).toEqual(['First of two forms', 'Second of two forms']);
  await again.quit();
});

test('a form goes on in another window when its own is closed', async ({ archive: app }) => {
  const second = await app.newWindow();
  await second.paste('Northquay opens a pier\n\nNORTHQUAY, 3 May 2021 – The pier is open.');
  await second.field('Headline').fill('Typed in the second');
  await second.window.close({ runBeforeUnload: true });
  await app.button('New release').first().click();
  await expect(app.field('Headline')).toHaveValue('Typed in the second');
});

test('closing the archive closes it in every window, and keeps the form of the other', async ({
  archive: app,
  folder,
}) => {
  const second = await app.newWindow();
  await second.paste('Northquay opens a pier\n\nNORTHQUAY, 3 May 2021 – The pier is open.');
  await second.field('Headline').fill('Nobody asked about me');
  await app.focus();
  await app.choose('close-archive');
  await expect(second.button('Create archive…')).toBeVisible();
  await expect(second.message(/The unfinished form is kept/)).toBeVisible();
  await expect(app.button('Create archive…')).toBeVisible();

  await app.willChooseFolder(join(folder, 'archive'));
  await app.button('Open archive…').click();
  await second.button('New release').first().click();
  await expect(second.field('Headline')).toHaveValue('Nobody asked about me');
});

/** The headlines in the forms that are written down. */
async function keptHeadlines(app: AppDriver): Promise<string[]> {
  const text = await readFile(join(app.userData, 'kept-forms.json'), 'utf8').catch(() => '{}');
  const { data } = JSON.parse(text) as { data?: { byFolder: Record<string, string[]> } };
  return Object.values(data?.byFolder ?? {})
    .flat()
    .map((kept) => /"headline":"([^"]*)"/.exec(kept)?.[1] ?? '')
    .sort();
}
