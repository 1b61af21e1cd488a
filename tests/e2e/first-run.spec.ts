import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from './axe';
import { expect, test } from './fixtures';

test('the first run: the sample archive from the welcome screen, found in both languages', async ({
  app,
}) => {
  const folder = join(app.userData, 'Sample archive');
  await test.step('the welcome screen offers it, and it opens complete', async () => {
    await app.button('Try the sample archive').click();
    await app.searchField.waitFor();
    await expect(app.window.getByRole('status').filter({ hasText: '68 releases' })).toBeVisible();
    await expect(app.dialog).toBeHidden();
    expect(existsSync(join(folder, 'archive.json'))).toBe(true);
    expect((await readdir(app.userData)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  await test.step('it is searched in English and in Chinese', async () => {
    await app.search('oyster reef');
    await expect(app.rows.first()).toContainText('A Reef of 90 Tonnes of Oyster Shells');
    await expect(app.hits.first()).toHaveText(/oyster|reef/i);
    await app.search('渔网');
    await expect(app.rows).toHaveCount(1);
    await app.rows.first().click();
    await expect(app.article.getByRole('heading', { level: 1 })).toHaveText(
      '三百张旧渔网织成一面幕布',
    );
    await expect(app.window.getByText(/^\d+ hits? in this release$/)).toBeVisible();
  });

  await test.step('another time the same archive opens', async () => {
    await app.choose('close-archive');
    await app.button('Try the sample archive').click();
    await app.searchField.waitFor();
    await expect(app.window.getByRole('status').filter({ hasText: '68 releases' })).toBeVisible();
    const folders = (await readdir(app.userData)).filter((name) => /sample/i.test(name));
    expect(folders).toEqual(['Sample archive']);
  });
});

test('the help opens from the welcome screen and is searched', async ({ app }) => {
  await app.window.keyboard.press('F1');
  const help = app.window.getByRole('dialog', { name: 'Help' });
  const search = help.getByRole('searchbox', { name: 'Search the help' });
  const title = help.getByRole('article').getByRole('heading', { level: 2 }).first();
  await expect(title).toHaveText('Getting started');
  await expect(search).toBeFocused();
  expect(await violations(app)).toEqual([]);

  await test.step('by a word, with the places marked', async () => {
    await search.fill('restore backup');
    await expect(help.getByRole('status')).toHaveText(/\d+ places?/);
    await search.press('Enter');
    await expect(title).toHaveText('Backups and safety');
    await expect(help.getByRole('article').locator('mark').first()).toHaveText(/restor|backup/i);
  });

  await test.step('by links and with the keyboard alone', async () => {
    await search.fill('');
    await search.press('Tab');
    await app.window.keyboard.press('Tab');
    await app.window.keyboard.press('Enter');
    await expect(title).toHaveText('Filing a release');
    await help.getByRole('article').getByRole('button', { name: 'Partners' }).click();
    await expect(title).toHaveText('Partners');
    await help.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(help.getByRole('article').getByText('New release', { exact: true })).toBeVisible();
  });

  await test.step('in Chinese, too', async () => {
    await app.window.keyboard.press('Escape');
    await app.choose('language-zh');
    await app.button('使用帮助').click();
    await app.window.getByRole('searchbox', { name: '搜索帮助' }).fill('断电');
    await app.window
      .getByRole('button', { name: /^备份与安全/ })
      .first()
      .click();
    await expect(
      app.window.getByRole('article').getByRole('heading', { level: 2 }).first(),
    ).toHaveText('备份与安全');
    expect(await violations(app)).toEqual([]);
  });
});

test('how to search leads on to the help', async ({ app }) => {
  await app.button('Try the sample archive').click();
  await app.searchField.waitFor();
  await app.window.keyboard.press('F1');
  await app.window.getByRole('dialog', { name: 'How to search' }).waitFor();
  await app.button('More about searching').click();
  const help = app.window.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Searching' })).toBeVisible();
  await app.window.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('the making of the sample archive can be cancelled and leaves nothing', async ({ app }) => {
  const reply = await app.window.evaluate(async () => {
    const begun = new Promise<void>((resolve) => {
      window.archive.listen('work:progress', ({ work }) => {
        if (work === 'sample') resolve();
      });
    });
    const making = window.archive.request('sample:open', null);
    await begun;
    await window.archive.request('sample:cancel', null);
    return making;
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  const left = (await readdir(app.userData)).filter((name) => /sample/i.test(name));
  expect(left).toEqual([]);
  await expect(app.button('Try the sample archive')).toBeVisible();
});
