import { readFile, utimes } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { day, foreignLock, minute } from '../support/lock-files';
import { englishRelease } from '../support/samples';
import { expect, test } from './fixtures';

/** The program looks at the lock every fifteen seconds. */
const nextLook = { timeout: 30_000 };

test('the second opener reads, sees what changes, and may write when the first has closed', async ({
  archive: first,
  folder,
}) => {
  const second = await AppDriver.launch({
    userData: join(folder, 'second'),
    archive: join(folder, 'archive'),
  });
  const banner = second.window.locator('.banner');
  const { username } = userInfo();
  await expect(banner).toContainText(
    `You can read this archive but not change it: ${username} has had it open on ${hostname()} since`,
  );
  await expect(second.button('New release').first()).toBeDisabled();

  await first.paste(englishRelease);
  await first.file();
  await expect(banner).toContainText('It was changed since you opened it.', nextLook);
  await expect(second.rows).toHaveCount(0);
  await second.button('Show the newest state').click();
  await expect(second.rows).toHaveCount(1);
  await expect(banner).not.toContainText('changed since');

  await second.button('Take over…').click();
  const question = second.window.getByRole('alertdialog');
  await expect(question).toContainText('can’t be taken over now');
  await expect(question).toContainText('The last sign of life came');
  await question.getByRole('button', { name: 'Close' }).click();

  await first.choose('close-archive');
  await expect(first.button('Create archive…')).toBeVisible();
  await expect(banner).toContainText('Nobody else has this archive open any more.', nextLook);
  await second.button('Open for writing').click();
  await expect(banner).toHaveCount(0);
  await expect(second.button('New release').first()).toBeEnabled();
  await second.quit();
});

test('an archive is taken over from a computer that is gone, and from no other', async ({
  archive: maker,
  folder,
}) => {
  await maker.paste(englishRelease);
  await maker.file();
  await maker.choose('close-archive');
  await expect(maker.button('Create archive…')).toBeVisible();
  const path = await foreignLock(join(folder, 'archive'), 3 * day);

  const app = await AppDriver.launch({
    userData: join(folder, 'second'),
    archive: join(folder, 'archive'),
  });
  const banner = app.window.locator('.banner');
  await expect(banner).toContainText('lena has had it open on press-office-old since 5 Feb 2024');
  await expect(banner).toContainText('Last sign of life: 3 days ago.');
  await app.button('Take over…').click();
  const question = app.window.getByRole('alertdialog');
  await expect(question).toContainText('Take over this archive?');
  await expect(question).toContainText('The last sign of life came 3 days ago.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(path, 'utf8')).toContain('lena');

  // It comes back while the person is still thinking.
  await app.button('Take over…').click();
  const lately = (Date.now() - minute) / 1_000;
  await utimes(path, lately, lately);
  await question.getByRole('button', { name: 'Take over' }).click();
  await expect(app.toast('lena on press-office-old may still be at work')).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('lena');
  await expect(banner).not.toContainText('Last sign of life');

  await foreignLock(join(folder, 'archive'), 3 * day);
  await expect(banner).toContainText('Last sign of life: 3 days ago.', nextLook);
  await app.button('Take over…').click();
  await question.getByRole('button', { name: 'Take over' }).click();
  await expect(app.toast('You have taken over the archive')).toBeVisible();
  await expect(banner).toHaveCount(0);
  await app.rows.first().click();
  await app.button('Edit').click();
  await app.field('Headline').fill('Changed after the take-over');
  await app.button('Save').click();
  await expect(app.rows.first()).toContainText('Changed after the take-over');
  expect(await readFile(path, 'utf8')).not.toContain('lena');
  await app.quit();
  await expect(readFile(path, 'utf8')).rejects.toThrow();
});
