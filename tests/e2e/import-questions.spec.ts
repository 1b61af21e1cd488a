import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { expect, test } from './fixtures';

async function importFolder(app: AppDriver, path: string): Promise<void> {
  await app.choose('import');
  await app.willChooseFolder(path);
  await app.button('Choose a folder…').click();
  await app.button('Start import').click();
  await app.window.getByRole('listbox', { name: 'Files of the import' }).waitFor();
}

function questionOf(app: AppDriver) {
  return app.window.getByRole('region', { name: 'Question of the import' });
}

test('letters that were read wrong are put right in place', async ({ archive: app, folder }) => {
  const path = join(folder, 'old');
  await mkdir(path);
  // Without a mark, this is text in two encodings.
  await writeFile(join(path, 'a.txt'), Buffer.from('学校签约', 'utf16le'));
  await importFolder(app, path);
  await app.button('Look at 1 release').click();
  await app.rows.first().click();
  await expect(questionOf(app)).toContainText('It isn’t sure that its letters were read right.');
  await app.button('Read as Big5').click();
  const readings = app.window.getByRole('menu', { name: 'Read as Big5' });
  await readings.getByRole('menuitemradio', { name: 'UTF-16LE 学校签约' }).click();
  await app.toast('Read again as UTF-16LE').waitFor();
  await expect(app.article).toContainText('学校签约');
  await app.press('z');
  await expect(app.article).not.toContainText('学校签约');
});

test('an embargo that a text leaves open is set by one key', async ({ archive: app, folder }) => {
  const path = join(folder, 'new');
  await mkdir(path);
  await writeFile(
    join(path, 'pier.txt'),
    'EMBARGOED UNTIL NOON ON THE DAY OF THE OPENING\n\nHarbour school opens a pier\n\n14 March 2023\n\nThe pier of the harbour school opens with a long speech by nobody at all, and with a band.\n',
  );
  await importFolder(app, path);
  await app.button('Look at 1 release').click();
  await app.rows.first().click();
  await expect(questionOf(app)).toContainText('“EMBARGOED UNTIL NOON”');
  await app.window.keyboard.press('e');
  await expect(app.partsField('Date').locator(':focus')).toBeVisible();
  await app.fillDay('Date', '2031-08-05');
  await app.fillTime('Time', '12:00');
  await app.choose('save-release');
  await expect(questionOf(app)).toContainText('Its embargo is set: until 5 Aug 2031');
  await app.rows.first().click();
  await app.window.keyboard.press('k');
  await app.toast('Kept as it is').waitFor();
  await app.sidebarEntry(/^Embargoed/).click();
  await expect(app.rows).toHaveCount(1);
});

test('an import that was broken off can be left as it is', async ({ folder }) => {
  test.slow();
  const userData = join(folder, 'user');
  const path = join(folder, 'releases');
  await mkdir(path);
  for (let number = 0; number < 400; number += 1) {
    const words = Array.from(
      { length: 80 },
      (_, at) => `w${(number * 7919 + at * 104_729) % 99_991}`,
    );
    await writeFile(
      join(path, `note-${number}.txt`),
      `Bulletin ${number}\n\n${words.join(' ')}.\n`,
    );
  }
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.choose('import');
  await first.willChooseFolder(path);
  await first.button('Choose a folder…').click();
  await first.button('Start import').click();
  await first.window.getByText(/^[1-3]\d\d of 400 files/).waitFor({ timeout: 60_000 });
  await first.kill();

  const app = await AppDriver.launch({ userData, archive: join(folder, 'archive') });
  const banner = app.window.getByRole('status').filter({ hasText: 'was broken off' });
  await expect(banner).toContainText('releases');
  await expect(banner).toContainText(/\d+ of 400 files are done|before its files were counted/);
  await app.button('Leave as it is').click();
  await app.window.getByText(/^Cancelled/).waitFor();
  await expect(banner).toBeHidden();
  await app.quit();
  const again = await AppDriver.launch({ userData, archive: join(folder, 'archive') });
  await again.rows.first().waitFor();
  await expect(again.window.getByText('was broken off')).toBeHidden();
  await again.quit();
});
