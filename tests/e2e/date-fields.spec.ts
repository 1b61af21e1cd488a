import { violations } from './axe';
import { expect, test } from './fixtures';

test('a day is typed, chosen in a calendar, pasted, and cleared', async ({ archive: app }) => {
  const { keyboard } = app.window;
  await app.button('New release').first().click();
  await app.button('Empty form').click();
  const published = app.partsField('Published');

  await published.locator('[data-type=day]').focus();
  await keyboard.type('0503');
  const unfinished = app.window.getByText('This date isn’t whole yet.');
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

  // Half a day can be taken back, too.
  await published.locator('[data-type=day]').focus();
  await keyboard.type('05');
  await app.button('Choose a day: Published').click();
  await calendar.getByRole('button', { name: 'No date' }).click();
  await expect(published.locator('[data-type=day]')).toHaveText('dd');
});
