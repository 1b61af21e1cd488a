import { content } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

const mod = process.platform === 'darwin' ? 'Meta' : 'Control';

test('every command and place is found by its name', async ({ archive: app }) => {
  await app.addPartners([
    {
      name: 'Maravel Turbines',
      aliases: [{ name: '澜光科技', language: 'zh' }],
      kind: 'company',
      country: '',
    },
  ]);
  await app.addReleases([content({ headline: 'Quay opens', publicationDate: '2021-05-01' })]);
  const { keyboard } = app.window;
  const palette = app.window.getByRole('combobox', { name: 'Find a command…' });
  const rows = app.dialog.getByRole('option');

  await keyboard.press(`${mod}+k`);
  await expect(palette).toBeFocused();
  await expect(rows.first()).toHaveText(/New release/);
  expect(await violations(app), 'palette').toEqual([]);

  // By a name in the other language, and a partner by another of its names.
  await keyboard.type('新建媒体');
  await expect(rows.first()).toHaveText(/New press pack/);
  await palette.fill('澜光');
  await expect(rows.first()).toHaveText(/Maravel Turbines/);
  await keyboard.press('Enter');
  await expect(app.sidebarEntry(/^Maravel Turbines/)).toHaveAttribute('aria-current', 'true');

  await keyboard.press(`${mod}+k`);
  await keyboard.type('2021');
  await keyboard.press('Enter');
  await expect(app.sidebarEntry(/^2021 1/)).toHaveAttribute('aria-current', 'true');

  await keyboard.press('Alt+ArrowLeft');
  await expect(app.sidebarEntry(/^Maravel Turbines/)).toHaveAttribute('aria-current', 'true');
  await keyboard.press('Alt+ArrowRight');
  await expect(app.sidebarEntry(/^2021 1/)).toHaveAttribute('aria-current', 'true');

  await keyboard.press(`${mod}+k`);
  await keyboard.type('quay');
  await rows.filter({ hasText: 'Search releases for “quay”' }).click();
  await expect(app.searchField).toHaveValue('quay');
});

test('a candidate of an input method that Enter confirms runs no command', async ({
  archive: app,
}) => {
  await app.window.keyboard.press(`${mod}+k`);
  const palette = app.window.getByRole('combobox', { name: 'Find a command…' });
  await palette.fill('press pack');
  await palette.evaluate((field) => {
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    );
  });
  await expect(palette).toBeVisible();
  await expect(app.sidebarEntry('Untitled pack')).toHaveCount(0);
});

test('the keys are listed where they can be looked up', async ({ archive: app }) => {
  await app.window.keyboard.press(`${mod}+/`);
  await expect(app.dialog.getByText('New release')).toBeVisible();
  expect(await violations(app), 'shortcuts').toEqual([]);
  await app.window.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
});

test('the menu bar says what can be done just now, in the language of the window', async ({
  archive: app,
}) => {
  const entry = (id: string): Promise<{ label: string; enabled: boolean } | null> =>
    app.electron.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return item ? { label: item.label, enabled: item.enabled } : null;
    }, id);
  await expect.poll(() => entry('edit-release')).toEqual({ label: 'Edit', enabled: false });
  await app.addReleases([content({ headline: 'Quay opens' })]);
  await app.rows.first().click();
  await expect.poll(() => entry('edit-release')).toEqual({ label: 'Edit', enabled: true });
  await expect
    .poll(() => entry('undo'))
    .toEqual({ label: 'Undo: filed “Quay opens”', enabled: true });
  // In a field, undo is about typing.
  await app.searchField.click();
  await expect.poll(() => entry('undo')).toMatchObject({ label: 'Undo' });
  await app.choose('language-zh');
  await expect.poll(() => entry('edit-release')).toEqual({ label: '编辑', enabled: true });
});
