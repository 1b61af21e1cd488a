import { join } from 'node:path';
import { createArchive } from '../../src/archive/archive';
import { AppDriver } from '../support/app-driver';
import { content, institution } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

test('a day is typed, chosen in a calendar, pasted, and cleared', async ({ archive: app }) => {
  const { keyboard } = app.window;
  await app.button('New release').first().click();
  await app.button('Empty form').click();
  const published = app.partsField('Published');

  await published.locator('[data-type=day]').focus();
  await keyboard.type('0503');
  const unfinished = app.window.getByText('Not a whole date yet, so it isn’t kept.');
  await app.field('Headline').focus();
  await expect(unfinished).toBeVisible();
  await published.locator('[data-type=year]').focus();
  await keyboard.type('2024');
  await expect(app.window.locator('.field-note', { hasText: '5 Mar 2024' })).toBeVisible();
  await expect(unfinished).toBeHidden();
  expect(await app.dayIn('Published')).toBe('2024-03-05');

  await keyboard.press('Alt+ArrowDown');
  const calendar = app.window.getByRole('dialog', { name: 'Published' });
  await expect(calendar.getByRole('heading', { name: 'March 2024' })).toBeVisible();
  expect(await violations(app), 'calendar').toEqual([]);
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(calendar).toBeHidden();
  expect(await app.dayIn('Published')).toBe('2024-03-06');

  await published.locator('[data-type=day]').focus();
  await published.evaluate((group) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '2023年11月8日');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    group.querySelector('[data-type=day]')?.dispatchEvent(event);
  });
  await expect(app.window.locator('.field-note', { hasText: '8 Nov 2023' })).toBeVisible();

  await app.button('Choose a day: Published').click();
  await calendar.getByRole('button', { name: 'No date' }).click();
  expect(await app.dayIn('Published')).toBe('');
  await expect(app.button('Choose a day: Published')).toBeFocused();

  // Half a day can be taken back, too.
  await published.locator('[data-type=day]').focus();
  await keyboard.type('05');
  await app.button('Choose a day: Published').click();
  await calendar.getByRole('button', { name: 'No date' }).click();
  await expect(published.locator('[data-type=day]')).toHaveText('dd');
});

test('half a day is never kept, and nothing but typing changes what stands in the field', async ({
  archive: app,
}) => {
  const { keyboard } = app.window;
  await app.addReleases([content({ headline: 'Quay opens', publicationDate: '2024-02-05' })]);
  await app.rows.first().click();
  await app.choose('edit-release');
  const published = app.partsField('Published');
  const part = (name: string) => published.locator(`[data-type=${name}]`);
  const unfinished = app.window.getByText('Not a whole date yet, so it isn’t kept.');

  await part('year').focus();
  for (let key = 0; key < 4; key += 1) await keyboard.press('Backspace');
  await app.field('Headline').focus();
  await expect(unfinished).toBeVisible();
  await expect(part('year')).toHaveText('yyyy');
  await expect(app.window.locator('.field-note')).toHaveCount(0);

  await part('year').focus();
  await keyboard.type('23');
  await app.field('Headline').focus();
  await expect(unfinished).toBeVisible();

  await part('year').focus();
  await keyboard.type('2024');
  await part('day').focus();
  await keyboard.type('31');
  await app.field('Headline').hover();
  await part('month').focus();
  await keyboard.type('03');
  expect(await app.dayIn('Published')).toBe('2024-03-31');
  await app.field('Headline').focus();
  await expect(app.window.locator('.field-note')).toHaveText('31 Mar 2024');

  // The same day, emptied and typed again, is kept again.
  await part('day').focus();
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await app.field('Headline').focus();
  await expect(unfinished).toBeVisible();
  await part('day').focus();
  await keyboard.type('31');
  await app.field('Headline').focus();
  await expect(app.window.locator('.field-note')).toHaveText('31 Mar 2024');
  await app.choose('save-release');
  await expect(app.article).toContainText('31 March 2024');
});

test('a stored day that no calendar has is shown as it is, said, and can be mended', async ({
  folder,
}) => {
  const path = join(folder, 'archive');
  // As another program may have written it: the window itself refuses such a day.
  const made = await createArchive(path, institution);
  await made.releases.file(
    content({ headline: 'Quay opens', publicationDate: '2023-02-30' }),
    null,
  );
  await made.releases.file(content({ headline: 'Quay shut', publicationDate: '2023-13-01' }), null);
  await made.close();
  const app = await AppDriver.launch({ userData: join(folder, 'user'), archive: path });
  await expect(app.rows).toHaveCount(2);
  await expect(app.rows.filter({ hasText: 'Quay shut' })).toContainText('2023-13-01');
  await app.rows.filter({ hasText: 'Quay opens' }).click();
  await app.choose('edit-release');
  const said = app.window.getByText('“2023-02-30” is stored here');
  await expect(said).toBeVisible();
  expect(await violations(app), 'an impossible day').toEqual([]);
  await expect(app.window.locator('.field-note')).toHaveCount(0);
  await app.fillDay('Published', '2023-02-28');
  await expect(said).toBeHidden();
  await app.field('Headline').focus();
  await app.choose('save-release');
  await expect(app.article).toContainText('28 February 2023');
  await app.quit();
});
