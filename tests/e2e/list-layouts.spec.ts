import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

/** Forty releases of three years, the newest first in the list: "Release 40" to "Release 1". */
async function fill(app: AppDriver): Promise<void> {
  const releases = Array.from({ length: 40 }, (_, index) =>
    content({
      headline: `Release ${index + 1}`,
      body: 'The rector opened the laboratory. Visitors watched the blades turn.',
      publicationDate: `${2020 + Math.floor(index / 14)}-0${1 + (Math.floor(index / 7) % 2)}-${String(1 + (index % 7)).padStart(2, '0')}`,
      status: index === 38 ? 'draft' : 'filed',
    }),
  );
  const filed = await app.window.evaluate(async (given) => {
    let count = 0;
    for (const each of given) {
      const reply = await window.archive.request('release:file', { content: each, source: null });
      if (reply.ok) count += 1;
    }
    return count;
  }, releases);
  expect(filed).toBe(40);
  await expect(app.window.getByRole('status').first()).toContainText('40 releases');
}

function list(app: AppDriver): Locator {
  return app.window.getByRole('listbox', { name: 'Releases' });
}

function row(app: AppDriver, number: number): Locator {
  return app.rows.filter({ hasText: new RegExp(`Release ${number}(?!\\d)`) });
}

async function heightOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.height ?? 0;
}

test('each look of the list is a command, has its key, and is remembered', async ({
  archive: app,
  folder,
}) => {
  await fill(app);
  await app.press('2');
  await expect.poll(() => heightOf(row(app, 40))).toBe(28);
  await app.choose('list-cards');
  await expect(app.rows.first().locator('.card')).toBeVisible();
  await app.button('How the list looks').click();
  const menu = app.window.getByRole('menu', { name: 'How the list looks' });
  await expect(menu.getByRole('menuitemradio', { name: 'Cards' })).toBeChecked();
  await menu.getByRole('menuitemradio', { name: 'Timeline' }).click();
  await expect(list(app).getByRole('group').first()).toHaveAccessibleName('February 2022');
  await app.quit();

  const again = await AppDriver.launch({
    userData: join(folder, 'user'),
    archive: join(folder, 'archive'),
  });
  await expect(list(again).getByRole('group').first()).toHaveAccessibleName('February 2022');
  await again.quit();
});

test('the timeline has a group for each month, newest first, also in a search', async ({
  archive: app,
}) => {
  await fill(app);
  await app.press('4');
  const groups = list(app).getByRole('group');
  await expect(groups.first().getByRole('option')).toHaveCount(5);
  await expect(row(app, 40)).toHaveAttribute('aria-posinset', '1');
  await expect(row(app, 40)).toHaveAttribute('aria-setsize', '40');
  await app.search('laboratory');
  await expect(groups.first()).toHaveAccessibleName('February 2022');
  await expect(app.window.getByRole('button', { name: /Newest first/ })).toBeVisible();
  await app.search('');
  await list(app).focus();
  await app.window.keyboard.press('End');
  await expect(row(app, 1)).toHaveAttribute('aria-selected', 'true');
  await expect(row(app, 1)).toBeInViewport();
  await expect(groups.last()).toHaveAccessibleName('January 2020');
});

test('cards are gone through by their lines, rows one after the other', async ({
  archive: app,
}) => {
  await fill(app);
  await app.resize({ width: 1440, height: 900 });
  const { keyboard } = app.window;
  await app.press('3');
  await expect(row(app, 40).locator('.card')).toBeVisible();
  await row(app, 40).click();
  await keyboard.press('ArrowDown');
  await expect(row(app, 38)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowRight');
  await expect(row(app, 37)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowUp');
  await expect(row(app, 39)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('End');
  await expect(row(app, 1)).toBeInViewport();
  await app.press('1');
  // The release that was in sight stays there.
  await expect(row(app, 1)).toBeInViewport();
  await keyboard.press('ArrowUp');
  await expect(row(app, 2)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Shift+Home');
  await expect(app.window.getByRole('status').first()).toContainText('39 selected');
});

test('the row that is open is pointed to as long as it is drawn', async ({ archive: app }) => {
  await fill(app);
  await app.rows.first().click();
  await expect(list(app)).toHaveAttribute('aria-activedescendant', /^row-/);
  await list(app).evaluate((element) => {
    element.scrollTo({ top: element.scrollHeight, behavior: 'instant' });
  });
  await expect(row(app, 1)).toBeVisible();
  await expect(list(app)).not.toHaveAttribute('aria-activedescendant');
  expect(await violations(app)).toEqual([]);
  await list(app).evaluate((element) => {
    element.scrollTo({ top: 0, behavior: 'instant' });
  });
  await expect(list(app)).toHaveAttribute('aria-activedescendant', /^row-/);
});

test('the years beside a long list lead to their first release, by keys and by pointer', async ({
  archive: app,
}) => {
  await fill(app);
  await app.resize({ width: 1440, height: 700 });
  const years = app.window.getByRole('slider', { name: 'Year in the list' });
  await expect(years).toHaveAttribute('aria-valuetext', '2022, 12 releases');
  await years.focus();
  await app.window.keyboard.press('ArrowDown');
  await expect(years).toHaveAttribute('aria-valuetext', '2021, 14 releases');
  await expect(row(app, 28)).toBeInViewport({ ratio: 1 });
  await app.window.keyboard.press('End');
  await expect(years).toHaveAttribute('aria-valuetext', '2020, 14 releases');
  await expect(row(app, 14)).toBeInViewport();
  await years.click({ position: { x: 10, y: 20 } });
  await expect(row(app, 40)).toBeInViewport();
  await expect(years.locator('.years-pointed')).toHaveText('2022, 12 releases');
  expect(await violations(app)).toEqual([]);
  // By relevance no year lies in one place.
  await app.search('laboratory');
  await expect(years).toHaveCount(0);
});

test('bars narrow a search to a year or, dragged over, to several', async ({ archive: app }) => {
  const releases = Array.from({ length: 9 }, (_, index) =>
    content({
      headline: `Regatta ${2012 + index}`,
      body: 'The boats.',
      publicationDate: `${2012 + index}-06-01`,
    }),
  );
  await app.addReleases(releases);
  await app.search('regatta');
  const bars = app.window.getByRole('toolbar', { name: 'Year' });
  const bar = (year: number): Locator => bars.getByRole('button', { name: String(year) });
  await expect(bars.getByRole('button')).toHaveCount(9);
  await bar(2015).click();
  await expect(app.searchField).toHaveValue('year:2015 regatta');
  await expect(app.rows).toHaveCount(1);
  await expect(bar(2015)).toHaveAttribute('aria-pressed', 'true');
  await expect(bars.getByRole('button')).toHaveCount(9);
  await bar(2013).hover();
  await app.window.mouse.down();
  await bar(2016).hover();
  await app.window.mouse.up();
  await expect(app.searchField).toHaveValue('year:2013..2016 regatta');
  await expect(app.rows).toHaveCount(4);
  await bar(2013).focus();
  await app.window.keyboard.press('ArrowRight');
  await app.window.keyboard.press('Enter');
  await expect(app.searchField).toHaveValue('year:2014 regatta');
  await app.window.keyboard.press('ArrowRight');
  await app.window.keyboard.press('Shift+Enter');
  await expect(app.searchField).toHaveValue('year:2014..2015 regatta');
  expect(await violations(app)).toEqual([]);
});

test('a photo of the list is made small once, is kept in the cache, and made again where that is emptied', async ({
  archive: app,
  folder,
}) => {
  const photo = resolve(import.meta.dirname, '../../resources/sample/photos/caps-in-the-air.jpg');
  await app.paste('A wind farm opens\n\nThe first blades turned on Monday.');
  await app.addPhotos([{ path: photo }]);
  await app.file();
  const image = app.rows.first().locator('img');
  await expect(image).toHaveAttribute('src', /^media:\/\/thumbnail\//);
  const widthOf = (): Promise<number> =>
    image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
  await expect.poll(widthOf).toBe(480);
  const cache = join(folder, 'archive/cache/thumbnails');
  const made = async (): Promise<string[]> =>
    (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('.webp'));
  expect(await made()).toHaveLength(1);
  await app.quit();
  await rm(cache, { recursive: true });

  const again = await AppDriver.launch({
    userData: join(folder, 'user'),
    archive: join(folder, 'archive'),
  });
  await expect(again.rows.first().locator('img')).toBeVisible();
  expect(await made()).toHaveLength(1);
  await again.quit();
});

test('every look of the list can be read by everybody', async ({ archive: app }) => {
  await fill(app);
  for (const key of ['1', '2', '3', '4']) {
    await app.press(key);
    await app.rows.first().waitFor();
    expect(await violations(app)).toEqual([]);
  }
});
