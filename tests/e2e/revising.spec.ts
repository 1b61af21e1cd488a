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
