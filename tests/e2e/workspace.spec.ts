import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

const releases = [
  content({ headline: 'Tidal tank opens', tags: ['energy', 'campus'] }),
  content({ headline: 'Choir sings at the quay', tags: ['campus'], publicationDate: '2021-06-01' }),
  content({ headline: 'Undated tidal report', tags: ['energy'], publicationDate: null }),
];

test('the sidebar leads to what needs a look, and lets it go when it is mended', async ({
  archive: app,
}) => {
  await app.addReleases(releases);
  await app.sidebarEntry(/^Needs a look/).click();
  await expect(app.rows).toHaveCount(1);
  await expect(app.window.getByText('It has no publication date.')).toBeVisible();
  expect(await violations(app), 'needs a look').toEqual([]);
  await app.window.getByRole('status').getByRole('button', { name: 'Edit' }).click();
  await app.fillDay('Published', '2023-04-01');
  await app.button('Save').click();
  await expect(app.window.getByText('Nothing needs a look')).toBeVisible();
});

test('tags narrow the list together with words, years and one another', async ({
  archive: app,
}) => {
  await app.addReleases(releases);
  const tag = (name: string): Locator =>
    app.window
      .locator('.side-section')
      .filter({ has: app.button('Tags') })
      .getByText(name);
  await tag('energy').click();
  await expect(app.rows).toHaveCount(2);
  await tag('campus').click({ modifiers: ['ControlOrMeta'] });
  await expect(app.rows).toHaveCount(1);
  const filters = app.window.getByRole('grid', { name: 'Active filters' });
  await filters.getByRole('row', { name: 'Tag: energy' }).getByRole('button').click();
  await expect(app.rows).toHaveCount(2);
  await app.search('choir');
  await expect(app.rows).toHaveCount(1);
  await tag('campus').click();
  await app.search('');
  await expect(app.rows).toHaveCount(3);

  await app.rows.filter({ hasText: 'Choir' }).click();
  await tag('energy').click({ button: 'right' });
  await app.window.getByRole('menuitem', { name: /^Tag the chosen release/ }).click();
  await expect(app.article.getByRole('button', { name: 'energy' })).toBeVisible();
});

test('a folded part of the sidebar stays folded', async ({ folder }) => {
  const userData = join(folder, 'user');
  const path = join(folder, 'archive');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(path, 'Northquay Polytechnic');
  await first.button('Tags').click();
  await expect(first.button('Tags')).toHaveAttribute('aria-expanded', 'false');
  await first.quit();
  const second = await AppDriver.launch({ userData, archive: path });
  await expect(second.button('Tags')).toHaveAttribute('aria-expanded', 'false');
  await expect(second.button('Partners')).toHaveAttribute('aria-expanded', 'true');
  await second.quit();
});

test('a pane that was moved stays so, and a double click gives it back its own width', async ({
  folder,
}) => {
  const archive = join(folder, 'archive');
  const userData = join(folder, 'user');
  const size = { width: 2_400, height: 900 };
  const border = (app: AppDriver) =>
    app.window.getByRole('separator', { name: 'Width of the list' });
  const width = async (app: AppDriver) => Number(await border(app).getAttribute('aria-valuenow'));
  let app = await AppDriver.launch({ userData, size });
  await app.createArchive(archive, 'Northquay Polytechnic');
  await border(app).waitFor();
  const own = await width(app);
  expect(own).toBeGreaterThan(500);
  await border(app).focus();
  await app.press('ArrowLeft');
  expect(await width(app)).toBe(own - 16);
  await app.quit();

  app = await AppDriver.launch({ archive, userData, size });
  await border(app).waitFor();
  expect(await width(app)).toBe(own - 16);
  await border(app).dblclick();
  expect(await width(app)).toBe(own);
  await app.quit();
});

test('two releases are compared beside each other', async ({ archive: app }) => {
  await app.addReleases([
    content({ headline: 'The tidal tank opens', tags: ['energy'] }),
    content({ headline: 'The tidal tank closes', publicationDate: '2023-03-15' }),
  ]);
  await app.chooseRows(2);
  await app.button('Compare…').click();
  const headline = app.dialog.getByRole('region', { name: 'Headline' });
  await expect(headline.locator('mark')).toHaveText([/closes/, /opens/]);
  await app.dialog.getByRole('button', { name: 'Swap sides' }).click();
  await expect(headline.locator('mark')).toHaveText([/opens/, /closes/]);
  await expect(app.dialog.getByRole('region', { name: 'Text' })).toBeVisible();
  await app.dialog.getByText('Only what differs').click();
  await expect(app.dialog.getByRole('region', { name: 'Text' })).toHaveCount(0);
  expect(await violations(app), 'comparison').toEqual([]);
});

test('a pack is filled from the list, by key and by pointer, and is there after a restart', async ({
  folder,
}) => {
  const userData = join(folder, 'user');
  const path = join(folder, 'archive');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(path, 'Northquay Polytechnic');
  await first.addReleases(releases);
  const tray = first.window.getByRole('region', { name: 'Pack being filled' });
  await first.rows.nth(0).click();
  await first.press('b');
  await expect(tray.getByRole('listitem')).toHaveCount(1);
  await first.choose('close-tray');
  await expect(tray).toHaveCount(0);
  await first.sidebarEntry(/^Untitled pack/).click({ button: 'right' });
  await first.window.getByRole('menuitem', { name: 'Collect into this pack' }).click();
  await first.rows.nth(1).dragTo(tray);
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  expect(await violations(first), 'tray').toEqual([]);
  await first.press('z');
  await expect(tray.getByRole('listitem')).toHaveCount(1);
  await first.press('Shift+z');
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  await first.quit();

  const second = await AppDriver.launch({ userData, archive: path });
  const again = second.window.getByRole('region', { name: 'Pack being filled' });
  await expect(again.getByRole('listitem')).toHaveCount(2);
  await second.choose('clear-tray');
  await expect(again.getByText('Drag releases here')).toBeVisible();
  await second.choose('close-tray');
  await expect(again).toHaveCount(0);
  await expect(second.sidebarEntry(/^Untitled pack/)).toBeVisible();
  await second.quit();
});

test('rows that are dragged find a place to begin a pack', async ({ archive: app }) => {
  await app.addReleases(releases);
  await app.chooseRows(2);
  await app.rows.nth(1).hover();
  await app.window.mouse.down();
  await app.rows.nth(2).hover();
  await app.window.getByText('Drop here to start a press pack').hover();
  await app.window.mouse.up();
  const tray = app.window.getByRole('region', { name: 'Pack being filled' });
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  await tray.getByRole('button', { name: 'Remove Undated tidal report' }).click();
  await expect(tray.getByRole('listitem')).toHaveCount(1);
  await tray.getByRole('button', { name: /^Undo/ }).click();
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  await tray.getByRole('button', { name: 'Open Untitled pack' }).click();
  await expect(app.button('Export…')).toBeVisible();
});

test('texts are edited where they stand', async ({ archive: app }) => {
  await app.addReleases([content({ headline: 'Tidal tank opens', tags: ['energy'] })]);
  await app.rows.first().click();
  const headline = app.article.getByRole('heading', { level: 1 });
  await headline.dblclick();
  const field = app.article.getByRole('textbox', { name: 'Headline' });
  await field.fill('A tank for the tides');
  // Enter that ends a word of an input method.
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await expect(field).toBeVisible();
  await field.press('Enter');
  await expect(headline).toHaveText('A tank for the tides');
  await expect(headline).toBeFocused();
  await expect(app.rows.first()).toContainText('A tank for the tides');

  await app.window.keyboard.press('e');
  await field.fill('Something else');
  expect(await violations(app), 'editing in place').toEqual([]);
  await field.press('Escape');
  await expect(headline).toHaveText('A tank for the tides');

  await app.article.locator('[data-edit="tags"]').focus();
  await app.window.keyboard.press('F2');
  const tags = app.article.getByRole('textbox', { name: 'Tags' });
  await tags.fill('energy，潮汐');
  await tags.press('Enter');
  await expect(app.article.getByRole('button', { name: '潮汐' })).toBeVisible();
  await app.press('z');
  await expect(app.article.getByRole('button', { name: '潮汐' })).toHaveCount(0);
});

test('a release that changed meanwhile is not overwritten unasked', async ({ archive: app }) => {
  await app.addReleases([content({ headline: 'Tidal tank opens', byline: '' })]);
  await app.rows.first().click();
  await app.article.getByRole('heading', { level: 1 }).dblclick();
  const field = app.article.getByRole('textbox', { name: 'Headline' });
  await field.fill('Mine');
  await app.window.evaluate(async () => {
    const query = {
      text: '',
      partnerIds: [],
      place: 'archive',
      year: null,
      sort: 'newest',
      offset: 0,
      limit: 1,
    } as const;
    const found = await window.archive.request('release:find', query);
    if (!found.ok) throw new Error(found.error.message);
    const id = found.value.hits[0]?.release.id ?? '';
    const read = await window.archive.request('release:read', { id });
    if (!read.ok) throw new Error(read.error.message);
    const change = {
      addTags: ['theirs'],
      removeTags: [],
      addPartnerIds: [],
      removePartnerIds: [],
      status: null,
      language: null,
    };
    await window.archive.request('release:edit-many', { ids: [id], change });
  });
  await expect(app.article.getByRole('button', { name: 'theirs' })).toBeVisible();
  await field.press('Enter');
  await expect(app.article.getByText('was changed elsewhere while you were typing')).toBeVisible();
  await app.button('Put into the new version').click();
  await expect(app.article.getByRole('heading', { level: 1 })).toHaveText('Mine');
  await expect(app.article.getByRole('button', { name: 'theirs' })).toBeVisible();
});

test('a text edited where it stands is saved when a command shows something else', async ({
  archive: app,
}) => {
  await app.paste('Ferry timetable\n\nNORTHQUAY, 3 May 2021 – The ferry runs at night.\n');
  await app.file();
  const headline = app.article.getByRole('heading', { level: 1 });
  const field = app.window.getByRole('textbox', { name: 'Headline' });
  await headline.dblclick();
  await field.fill('A night ferry');
  await app.press('n');
  await expect(app.message('A night ferry')).toBeVisible();
  await app.choose('close-editor');
  await expect(headline).toHaveText('A night ferry');

  await headline.dblclick();
  await field.fill('Nobody wants this');
  await field.press('Escape');
  await expect(headline).toHaveText('A night ferry');
});
