import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { englishRelease } from '../support/samples';
import { expect, test } from './fixtures';

test('a release is corrected, thrown away, and taken back', async ({ archive: app }) => {
  await app.paste(englishRelease);
  await app.file();

  await app.button('Edit').click();
  await app.field('Headline').fill('A laboratory for the tides');
  await app.button('Save').click();
  await expect(
    app.article.getByRole('heading', { level: 1, name: 'A laboratory for the tides' }),
  ).toBeVisible();
  await expect(app.rows.first()).toContainText('A laboratory for the tides');

  await app.button('Move to trash').click();
  await expect(app.rows).toHaveCount(0);
  await app.button('Undo').click();
  await expect(app.rows).toHaveCount(1);

  await app.rows.first().click();
  await app.button('Move to trash').click();
  await app.sidebarEntry(/^Trash/).click();
  await expect(app.rows).toHaveCount(1);
  await app.rows.first().click();
  await app.button('Restore').first().click();
  await app.sidebarEntry(/^All releases/).click();
  await expect(app.rows).toHaveCount(1);
});

test('a form that isn’t filed is not lost by leaving it', async ({ archive: app }) => {
  await app.paste(englishRelease);
  await app.field('Headline').fill('Half typed');
  await app.button('Close').first().click();
  await app.button('Keep for later').click();
  await app.button('Continue').click();
  await expect(app.field('Headline')).toHaveValue('Half typed');
});

test('what was typed is there again after the program was killed', async ({ folder }) => {
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.paste(englishRelease);
  await first.field('Headline').fill('Typed before the power went');
  await expect
    .poll(() => readFile(join(userData, 'kept-forms.json'), 'utf8').catch(() => ''))
    .toContain('Typed before the power went');
  await first.kill();
  const second = await AppDriver.launch({ userData });
  await second.button('Continue').click();
  await expect(second.field('Headline')).toHaveValue('Typed before the power went');
  await second.file();
  await second.quit();
});
