import { content } from '../support/samples';
import { expect, test } from './fixtures';

const english = {
  headline: 'Northquay opens the first pier',
  language: 'en',
  publicationDate: '2021-05-03',
  body: 'The first pier is open. 1,200 people came, and 35 companies, to its 480 metres and 17 lamps.',
} as const;
const chinese = {
  headline: '北港首座码头启用',
  language: 'zh',
  publicationDate: '2021-05-04',
  body: '新港的第一座码头今天启用，共有1200人到场。',
} as const;

test('two languages of a story are linked, read by turns, and unlinked', async ({
  archive: app,
}) => {
  await app.addReleases([content(english), content(chinese)]);
  await app.chooseRows(2);
  await app.choose('link-translation');
  await app.toast('Linked as translations').waitFor();
  await app.rows.filter({ hasText: 'Northquay' }).click();
  const languages = app.window.getByRole('radiogroup', { name: 'Language of the story' });
  await expect(languages.getByRole('radio', { name: 'English' })).toBeChecked();
  await app.window.getByRole('button', { name: /^Only in this version/ }).click();
  await expect(app.window.locator('.story-only')).toContainText('35');

  // By the keyboard, and the switch keeps it.
  await languages.getByRole('radio', { name: 'English' }).focus();
  await app.window.keyboard.press('ArrowRight');
  await app.window.keyboard.press('Enter');
  await expect(app.article).toContainText('北港首座码头启用');
  await expect(languages.getByRole('radio', { name: '中文' })).toBeFocused();

  await app.choose('unlink-translation');
  await app.toast('No longer linked').waitFor();
  await expect(languages).toBeHidden();
});

test('a text that is in the archive already is asked about before it is filed', async ({
  archive: app,
}) => {
  const text = (end: string): string =>
    [
      'Northquay opens the first pier',
      'NORTHQUAY, 3 May 2021 – The first pier of the new harbour is open to the public from today on, after three years of work.',
      'It is four hundred metres long and carries a railway, two cranes and a promenade with benches.',
      'The polytechnic has measured the currents around it for a year and found them weaker than feared.',
      'Fishermen of the town had asked for a landing place of their own, and have one at its northern end.',
      end,
    ].join('\n\n');
  await app.paste(text('Visitors leave their bicycles at the gate.'));
  await app.file();
  await app.paste(text('The gate is closed at night.'));
  const question = app.window.getByRole('region', { name: 'Is it in the archive already?' });
  await expect(question).toContainText('% of this text');
  await question.getByRole('button', { name: 'Compare' }).click();
  await expect(app.dialog.locator('mark')).toHaveText([/Visitors leave/, /The gate is closed/]);
  await app.window.keyboard.press('Escape');
  await question.getByRole('button', { name: 'It’s a new version' }).click();
  await expect(app.window.getByText('Correct a release')).toBeVisible();
  await app.button('Save').click();
  await expect(app.article).toContainText('The gate is closed at night.');
  await expect(app.rows).toHaveCount(1);

  await app.paste(text('The gate is closed at night.'));
  await question.getByRole('button', { name: 'It’s the same: don’t file' }).click();
  await app.toast('Not filed').waitFor();
  await expect(app.rows).toHaveCount(1);
});

test('a text is filed as the translation of another one, in one step', async ({ archive: app }) => {
  await app.addReleases([content(english)]);
  await app.rows.first().click();
  await app.paste(
    [
      '北港首座码头启用',
      '（北港，2021年5月3日）新港的第一座码头今天启用，长480米，装有17盏灯，共有1,200人到场，35家企业参加。',
    ].join('\n\n'),
  );
  const question = app.window.getByRole('region', { name: 'Is it in the archive already?' });
  await question.getByRole('button', { name: 'It’s a translation' }).click();
  await app.window.getByText(/it is linked with “Northquay opens/).waitFor();
  await app.file();
  const languages = app.window.getByRole('radiogroup', { name: 'Language of the story' });
  await expect(languages.getByRole('radio', { name: '中文' })).toBeChecked();
  await app.toast('Filed “北港首座码头启用”').getByRole('button', { name: 'Undo' }).click();
  await app.toast('filed “北港首座码头启用” as a translation').waitFor();
  await expect(app.rows).toHaveCount(1);
});
