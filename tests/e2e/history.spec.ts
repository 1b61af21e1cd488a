import { join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { expect, test } from './fixtures';

const paragraphs = Array.from(
  { length: 12 },
  (_, index) => `Paragraph ${index + 1} says what happened at the harbour that day.`,
);
const longRelease = content({
  headline: 'A tidal laboratory opens',
  body: paragraphs.join('\n\n'),
});
const numbered = (count: number): ReturnType<typeof content>[] =>
  Array.from({ length: count }, (_, index) =>
    content({ headline: `Release ${index + 1}`, tags: ['harbour', `tag ${index + 1}`] }),
  );

test('an edit is seen in the history, restored, undone and done again', async ({
  archive: app,
}) => {
  await app.addReleases([longRelease]);
  await app.rows.first().click();
  await app.button('Edit').click();
  await app.field('Headline').fill('A tidal laboratory closes');
  await app
    .field('Text')
    .fill(paragraphs.map((text) => text.replace('Paragraph 6 says', 'Nobody says')).join('\n\n'));
  await app.button('Save').click();

  await test.step('the history shows what changed, by words', async () => {
    await app.button('History…').click();
    const revisions = app.dialog.getByRole('option');
    await expect(revisions).toHaveCount(2);
    await expect(revisions.first()).toContainText('Edited');
    await expect(revisions.first()).toContainText('A tidal laboratory closes');
    await expect(revisions.last()).toContainText('Filed');
    const headline = app.dialog.getByRole('region', { name: 'Headline' });
    await expect(headline.locator('del')).toHaveText('removed opens');
    await expect(headline.locator('ins')).toHaveText('added closes');
    const body = app.dialog.getByRole('region', { name: 'Text', exact: true });
    await expect(body.locator('ins')).toContainText('Nobody');
    await expect(body.getByText('Paragraph 1 says')).toHaveCount(0);
    await body.getByRole('button', { name: '4 unchanged paragraphs' }).click();
    await expect(body.getByText('Paragraph 1 says')).toBeVisible();
  });

  await test.step('the keys move through it', async () => {
    await expect(app.dialog.getByRole('listbox')).toBeVisible();
    await app.dialog.getByRole('option').last().focus();
    await app.window.keyboard.press('ArrowUp');
    await expect(app.dialog.getByRole('option', { selected: true })).toContainText('Now');
    await expect(app.button('Restore this version')).toBeDisabled();
    await app.window.keyboard.press('ArrowDown');
    await expect(app.button('Restore this version')).toBeEnabled();
  });

  const heading = (name: string) => app.article.getByRole('heading', { level: 1, name });
  await app.button('Restore this version').click();
  await expect(app.dialog).toHaveCount(0);
  await expect(heading('A tidal laboratory opens')).toBeVisible();
  await expect(app.message('Restored the version of')).toBeVisible();

  await app.press('z');
  await expect(heading('A tidal laboratory closes')).toBeVisible();
  await expect(app.message('Undone: restored an earlier version of')).toBeVisible();
  await app.press('Shift+z');
  await expect(heading('A tidal laboratory opens')).toBeVisible();
  await app.press('z');
  await app.press('z');
  await expect(heading('A tidal laboratory opens')).toBeVisible();
  await expect(app.message('Undone: edited')).toBeVisible();

  await app.press('Shift+h');
  await expect(app.dialog.getByRole('option')).toHaveCount(7);
  await app.window.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
});

test('a release that was never changed says what its history is for', async ({ archive: app }) => {
  await app.addReleases([longRelease]);
  await app.rows.first().click();
  await app.choose('show-history');
  await expect(app.dialog.getByText('One version so far')).toBeVisible();
  await app.button('Done').click();
  await expect(app.dialog).toHaveCount(0);
});

test('releases that were thrown away together come back together', async ({ archive: app }) => {
  await app.addReleases(numbered(12));
  await expect(app.rows).toHaveCount(12);
  await app.chooseRows(5);
  await app.choose('delete-release');
  await expect(app.rows).toHaveCount(7);
  await expect.poll(() => app.menuLabel('undo')).toBe('Undo: moved 5 releases to the trash');
  await app.press('z');
  await expect(app.rows).toHaveCount(12);
  await expect(app.message('Undone: moved 5 releases to the trash')).toBeVisible();
  await app.button('Redo').click();
  await expect(app.rows).toHaveCount(7);
  await app.button('Undo').click();
  await expect(app.rows).toHaveCount(12);
});

test('undo knows what was done before the program was quit', async ({ folder }) => {
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.addReleases(numbered(3));
  await first.chooseRows(2);
  await first.choose('delete-release');
  await expect(first.rows).toHaveCount(1);
  await first.quit();
  const second = await AppDriver.launch({ userData });
  await expect(second.rows).toHaveCount(1);
  await expect.poll(() => second.menuLabel('undo')).toBe('Undo: moved 2 releases to the trash');
  await second.press('z');
  await expect(second.rows).toHaveCount(3);
  await second.quit();
});

test('what is typed, or filed, right before quitting is there, or gone, at the next start', async ({
  folder,
}) => {
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.choose('new-release');
  await first.button('Empty form').click();
  await first.field('Headline').click();
  await first.window.keyboard.type('Half a headline');
  await first.quit();
  const second = await AppDriver.launch({ userData });
  await second.button('Continue').click();
  await expect(second.field('Headline')).toHaveValue('Half a headline');
  await second.file();
  await second.quit();
  const third = await AppDriver.launch({ userData });
  await expect(third.rows).toHaveCount(1);
  await expect(third.button('Continue')).toHaveCount(0);
  await third.quit();
});

test('undo in a text field takes typing back and leaves the archive alone', async ({
  archive: app,
}) => {
  await app.addReleases(numbered(2));
  await app.chooseRows(2);
  await app.choose('delete-release');
  await expect(app.rows).toHaveCount(0);
  const trash = app.sidebarEntry(/^Trash/);
  await expect(trash).toContainText('2');

  await app.searchField.click();
  await expect.poll(() => app.menuLabel('undo')).toBe('Undo');
  await app.window.keyboard.type('harbour');
  await app.press('z');
  await expect(app.searchField).not.toHaveValue('harbour');
  await expect(trash).toContainText('2');
  await app.press('Shift+z');
  await expect(app.searchField).toHaveValue('harbour');

  await test.step('beside an open form, too', async () => {
    await app.choose('new-release');
    await app.button('Empty form').click();
    await app.field('Headline').click();
    await app.window.keyboard.type('Half a headline');
    await app.choose('undo');
    await expect(app.field('Headline')).not.toHaveValue('Half a headline');
    await app.button('Add person').focus();
    await app.press('z');
    await app.choose('undo');
    await expect(app.message('Undone')).toHaveCount(0);
    await app.button('Close').first().click();
    const discard = app.button('Discard');
    if (await discard.isVisible()) await discard.click();
  });

  await expect(trash).toContainText('2');
  await app.rows.first().or(app.window.getByText('Nothing found')).first().click();
  await app.window.locator('.plate').focus();
  await app.press('z');
  await expect(trash).not.toContainText('2');
});

test('several releases are edited as one', async ({ archive: app }) => {
  await app.addPartners([
    { name: 'Maravel Turbines', aliases: [], kind: 'company', country: '' },
    { name: 'Harbour Board', aliases: [], kind: 'government', country: '' },
  ]);
  await app.addReleases(numbered(3));
  await expect(app.rows).toHaveCount(3);
  await app.chooseRows(3);
  await app.press('e');
  await expect(app.dialog.getByRole('heading', { name: 'Edit 3 releases' })).toBeVisible();
  await app.dialog.getByRole('textbox', { name: 'Add tags' }).fill('tides');
  await app.dialog.getByRole('button', { name: 'harbour in 3 releases' }).click();
  await app.dialog.getByRole('combobox', { name: 'Find a partner to add' }).fill('marav');
  await app.window.getByRole('option', { name: 'Maravel Turbines' }).click();
  await app.dialog.getByRole('button', { name: /Status/ }).click();
  await app.window.getByRole('option', { name: 'Draft' }).click();
  await expect(app.dialog.getByRole('status')).toHaveText(
    '3 releases will get the tag “tides”, lose the tag “harbour”, be tagged with Maravel Turbines and have the status “Draft”.',
  );
  await app.button('Change 3 releases').click();
  await expect(app.message('3 releases changed')).toBeVisible();
  await expect(app.rows.filter({ hasText: 'Maravel Turbines' })).toHaveCount(3);
  await expect(app.rows.filter({ hasText: 'Draft' })).toHaveCount(3);
  await app.button('Undo').click();
  await expect(app.rows.filter({ hasText: 'Maravel Turbines' })).toHaveCount(0);
  await expect(app.message('Undone: edited 3 releases')).toBeVisible();
});

test('a partner that was entered twice is made one, and two again', async ({ archive: app }) => {
  await app.addPartners([
    { name: 'Maravel', aliases: [], kind: 'company', country: '' },
    { name: 'Maravel Turbines', aliases: [], kind: 'company', country: '' },
  ]);
  await app.addReleases(numbered(2));
  await app.chooseRows(2);
  await app.press('e');
  await app.dialog.getByRole('combobox', { name: 'Find a partner to add' }).fill('maravel');
  await app.window.getByRole('option', { name: 'Maravel', exact: true }).click();
  await app.button('Change 2 releases').click();
  const partner = (name: RegExp) => app.sidebarEntry(name).first();
  await expect(partner(/^Maravel\s*2/)).toBeVisible();

  await partner(/^Maravel\s*2/).hover();
  await app.button('Edit Maravel').click();
  await app.button('Merge into another partner…').click();
  await app.dialog.getByRole('combobox', { name: 'The partner that stays' }).fill('turb');
  await app.window.getByRole('option', { name: /Maravel Turbines/ }).click();
  await expect(app.dialog.getByRole('status')).toHaveText(
    '“Maravel” becomes a name of “Maravel Turbines”; 2 releases are tagged anew. You can undo this.',
  );
  await app.button('Merge').click();
  await expect(app.message('“Maravel” is now “Maravel Turbines”')).toBeVisible();
  await expect(partner(/^Maravel Turbines\s*2/)).toBeVisible();
  await expect(partner(/^Maravel\s*2/)).toHaveCount(0);
  await app.button('Undo').click();
  await expect(partner(/^Maravel\s*2/)).toBeVisible();
});

test('a press pack goes back by stretches of work, also while it is shown', async ({
  archive: app,
}) => {
  await app.addReleases(numbered(2));
  await app.chooseRows(2);
  await app.addToNewPack('Visit');
  await app.field('Cover note').click();
  await app.window.keyboard.type('Dear colleagues');
  await app.window.waitForTimeout(700);
  await app.window.keyboard.type(', welcome.');
  await app.button('Remove Release 1').click();
  const items = app.window.locator('.pack-items > li');
  await expect(items).toHaveCount(1);
  await app.window.locator('.plate').focus();
  await app.press('z');
  await expect(items).toHaveCount(2);
  await expect(app.field('Cover note')).toHaveValue('Dear colleagues, welcome.');
  await app.press('z');
  await expect(app.field('Cover note')).toHaveValue('');
  await app.press('Shift+z');
  await expect(app.field('Cover note')).toHaveValue('Dear colleagues, welcome.');
});
