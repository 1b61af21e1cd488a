import { appendFile, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { violations } from './axe';
import { AppDriver } from '../support/app-driver';
import { chineseRelease, englishRelease } from '../support/samples';
import { expect, test } from './fixtures';

const dialogOf = (app: AppDriver): Locator => app.window.getByRole('dialog', { name: 'Backups' });
const proven = /^Last proven restorable: today \d\d:\d\d — \d+ releases?, [\d.]+ (?:kB|MB)$/;

async function openBackups(app: AppDriver): Promise<Locator> {
  await app.choose('backups');
  const dialog = dialogOf(app);
  await dialog.waitFor();
  return dialog;
}

async function makeBackup(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog.getByText(proven)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Back up now' })).toBeVisible();
}

test('an archive is backed up, proven, and restored into another folder that opens', async ({
  archive: app,
  folder,
}) => {
  await app.paste(englishRelease);
  await app.file();
  const dialog = await openBackups(app);
  await expect(dialog.getByText('No backup yet')).toBeVisible();
  await expect(dialog.getByText(/restoring it for trial/)).toBeVisible();
  await makeBackup(dialog);
  const rows = dialog.getByRole('listitem').filter({ hasText: 'Restore to a folder…' });
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('proven');
  await expect(rows.first()).toContainText('1 release');
  await dialog.getByRole('button', { name: 'Prove it now' }).click();
  await expect(dialog.getByText(proven)).toBeVisible();

  const target = join(folder, 'restored');
  await mkdir(target);
  await app.willChooseFolder(join(folder, 'archive'));
  await rows
    .first()
    .getByRole('button', { name: /^Restore to a folder/ })
    .click();
  await expect(dialog.getByRole('alert')).toContainText('belongs outside');
  await app.willChooseFolder(target);
  await rows
    .first()
    .getByRole('button', { name: /^Restore to a folder/ })
    .click();
  await expect(dialog.getByText(/^Restored, and compared/)).toContainText('1 release');
  await dialog.getByRole('button', { name: 'Open this archive' }).click();
  await expect(app.window.getByRole('button', { name: /restored$/ })).toBeVisible();
  await expect(app.rows).toHaveCount(1);
  expect(await readdir(target)).toContain('lock.json');
});

test('backups go where a person says, and a disk that is gone is told until it is back', async ({
  archive: app,
  folder,
}) => {
  await app.paste(englishRelease);
  await app.file();
  const usb = join(folder, 'usb');
  await mkdir(usb);
  const dialog = await openBackups(app);
  await app.willChooseFolder(usb);
  await dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(dialog.getByText(usb, { exact: true })).toBeVisible();
  await dialog.getByText('Prove each new backup').click();
  await dialog.getByRole('button', { name: /How often/ }).click();
  await app.window.getByRole('option', { name: 'Only when I ask' }).click();
  await expect(dialog.getByText('No backup is made by itself.')).toBeVisible();
  await rename(usb, `${usb}-unplugged`);
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Plug its disk in');
  await app.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const banner = app.window.getByRole('status').filter({ hasText: 'did not succeed' });
  await expect(banner).toBeVisible();
  await rename(`${usb}-unplugged`, usb);
  await banner.getByRole('button', { name: 'Backups…' }).click();
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog.getByText(/^Not yet proven: the newest backup is of today/)).toBeVisible();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(banner).toBeHidden();
  expect(await readdir(usb)).toHaveLength(1);
});

test('a backup makes itself a little after the archive is opened', async ({ folder }) => {
  // It waits until the opening is well over.
  test.slow();
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.paste(englishRelease);
  await first.file();
  await first.quit();
  expect(await readdir(folder)).not.toContain('archive backups');
  const second = await AppDriver.launch({ userData });
  const dialog = await openBackups(second);
  await expect(dialog.getByText(proven)).toBeVisible({ timeout: 45_000 });
  await expect(dialog.getByText('Next backup: tomorrow, once the archive is open.')).toBeVisible();
  await second.quit();
});

for (const theme of ['light', 'dark'] as const) {
  test(`backups have no accessibility violation in the ${theme} theme`, async ({
    archive: app,
    folder,
  }) => {
    await app.choose(`theme-${theme}`);
    await app.window.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
    await app.paste(chineseRelease);
    await app.file();
    const dialog = await openBackups(app);
    expect(await violations(app), 'no backup').toEqual([]);
    await makeBackup(dialog);
    expect(await violations(app), 'proven').toEqual([]);
    const backups = join(folder, 'archive backups');
    const [name = ''] = await readdir(backups);
    await appendFile(join(backups, name, 'data', 'archive.json'), ' ');
    await dialog.getByRole('button', { name: 'Prove it now' }).click();
    await expect(dialog.getByText('found wanting')).toBeVisible();
    expect(await violations(app), 'found wanting').toEqual([]);
    await app.window.keyboard.press('Escape');
    await app.choose('language-zh');
    await app.choose('backups');
    await app.window.getByRole('dialog', { name: '备份' }).waitFor();
    expect(await violations(app), 'in Chinese').toEqual([]);
  });
}
