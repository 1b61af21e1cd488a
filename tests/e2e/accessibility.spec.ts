import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppDriver } from '../support/app-driver';
import { chineseRelease, content, englishRelease } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

async function showTheme(app: AppDriver, theme: 'light' | 'dark'): Promise<void> {
  await app.choose(`theme-${theme}`);
  await app.window.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    theme === 'dark',
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation in the ${theme} theme`, async ({
    archive: app,
  }) => {
    await showTheme(app, theme);
    expect(await violations(app), 'empty archive').toEqual([]);
    await app.paste(englishRelease);
    expect(await violations(app), 'filled form').toEqual([]);
    await app.acceptPartner('Maravel Turbines');
    await app.file();
    expect(await violations(app), 'release').toEqual([]);
    await app.paste(chineseRelease);
    await app.file();
    await app.search('tidal');
    expect(await violations(app), 'search').toEqual([]);
    await app.rows.first().click();
    await app.addToNewPack('A pack');
    expect(await violations(app), 'press pack').toEqual([]);
    await app.choose('language-zh');
    await expect(app.window.getByRole('navigation', { name: '档案库' })).toBeVisible();
    expect(await violations(app), 'press pack in Chinese').toEqual([]);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`no dialog about what was has an accessibility violation in the ${theme} theme`, async ({
    archive: app,
  }) => {
    await showTheme(app, theme);
    await app.addPartners([
      { name: 'Maravel', aliases: [], kind: 'company', country: '' },
      { name: 'Maravel Turbines', aliases: [], kind: 'company', country: '' },
    ]);
    const body = Array.from({ length: 8 }, (_, index) => `Paragraph ${index + 1}.`).join('\n\n');
    await app.addReleases([content({ body, tags: ['tides'] }), content({ tags: ['tides'] })]);
    await app.rows.last().click();
    await app.choose('show-history');
    await app.dialog.getByText('One version so far').waitFor();
    expect(await violations(app), 'history of one version').toEqual([]);
    await app.window.keyboard.press('Escape');

    await app.button('Edit').click();
    await app.field('Headline').fill('Another headline');
    await app.field('Text').fill(body.replace('Paragraph 4', 'Number 4'));
    await app.button('Save').click();
    await app.button('History…').click();
    await app.dialog.locator('del').first().waitFor();
    expect(await violations(app), 'history').toEqual([]);
    await app.button('Restore this version').click();
    await app.message('Restored the version of').waitFor();
    expect(await violations(app), 'message').toEqual([]);

    await app.chooseRows(2);
    await app.choose('edit-many');
    await app.dialog.getByRole('button', { name: /^tides/ }).click();
    expect(await violations(app), 'editing many').toEqual([]);
    await app.window.keyboard.press('Escape');
    await expect(app.dialog).toHaveCount(0);

    await app.button('Edit Maravel').click();
    await app.button('Merge into another partner…').click();
    await app.window.locator('.menu-item').first().click();
    expect(await violations(app), 'merging partners').toEqual([]);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen of an import has an accessibility violation in the ${theme} theme`, async ({
    archive: app,
    folder,
  }) => {
    await showTheme(app, theme);
    const path = join(folder, 'releases');
    await mkdir(path);
    await writeFile(join(path, 'tides.txt'), englishRelease);
    await writeFile(join(path, 'tides again.txt'), `${englishRelease}\nOne more line.\n`);
    await writeFile(join(path, 'empty.txt'), '');
    await app.choose('import');
    expect(await violations(app), 'choosing').toEqual([]);
    await app.willChooseFolder(path);
    await app.button('Choose a folder…').click();
    await app.button('More options').click();
    expect(await violations(app), 'options').toEqual([]);
    await app.button('Start import').click();
    await app.window.getByRole('listbox', { name: 'Files of the import' }).waitFor();
    expect(await violations(app), 'report').toEqual([]);
    await app.button('Look at 1 release').click();
    await app.window.getByRole('region', { name: 'Question of the import' }).waitFor();
    expect(await violations(app), 'question').toEqual([]);
    await app.paste(`${englishRelease}\nAnd one line more.\n`);
    expect(await violations(app), 'question of the form').toEqual([]);
  });
}

test('a release is filed, found and put into a pack by the keyboard alone', async ({
  archive: app,
}) => {
  const { keyboard } = app.window;
  const mod = process.platform === 'darwin' ? 'Meta' : 'Control';
  await keyboard.press(`${mod}+n`);
  await expect(app.field('Text of the release')).toBeFocused();
  await keyboard.insertText(englishRelease);
  await keyboard.press(`${mod}+Enter`);
  await app.field('Headline').waitFor();
  await keyboard.press(`${mod}+Enter`);
  await expect(app.rows).toHaveCount(1);
  await keyboard.press(`${mod}+f`);
  await keyboard.type('tidal');
  await expect(app.hits.first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press(`${mod}+Shift+p`);
  await app.window.getByRole('dialog').getByLabel('New pack…').waitFor();
  await keyboard.type('By keyboard');
  await keyboard.press('Enter');
  await expect(app.field('Title')).toHaveValue('By keyboard');
});

test('the smallest window works at a zoom of 200 %, one pane at a time', async ({
  archive: app,
}) => {
  await app.addReleases([
    content({ headline: 'Quay opens' }),
    content({ headline: 'Quay closes' }),
  ]);
  // In CSS pixels a zoomed window is a smaller one.
  await app.window.setViewportSize({ width: 450, height: 300 });
  await expect(app.article).toBeHidden();
  await app.rows.filter({ hasText: 'Quay opens' }).click();
  await expect(app.article.getByRole('heading', { name: 'Quay opens' })).toBeInViewport();
  await expect(app.rows.first()).toBeHidden();
  expect(await violations(app), 'release').toEqual([]);
  await app.button('Back to the list').click();
  await expect(app.rows.first()).toBeVisible();
  await app.window.keyboard.press('Enter');
  await expect(app.article).toBeVisible();
  await app.window.keyboard.press('Escape');
  await expect(app.rows.first()).toBeVisible();

  const isWiderThanWindow = (): Promise<boolean> =>
    app.window.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isWiderThanWindow()).toBe(false);
  await app.paste(englishRelease);
  await app.field('Headline').scrollIntoViewIfNeeded();
  await expect(app.field('Headline')).toBeInViewport();
  expect(await isWiderThanWindow()).toBe(false);
});
