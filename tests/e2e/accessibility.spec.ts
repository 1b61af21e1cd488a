import { violations } from './axe';
import { chineseRelease, englishRelease } from '../support/samples';
import { expect, test } from './fixtures';

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation in the ${theme} theme`, async ({
    archive: app,
  }) => {
    await app.choose(`theme-${theme}`);
    await app.window.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
    expect(await violations(app), 'empty archive').toEqual([]);
    await app.paste(englishRelease);
    expect(await violations(app), 'filled form').toEqual([]);
    await app.acceptPartner('Maravel Turbines');
    await app.file();
    expect(await violations(app), 'release').toEqual([]);
    await app.paste(chineseRelease);
    await app.file();
    await app.search('tidal');
    expect(await violations(app), 'search').toEqual([]);
    await app.rows.first().click();
    await app.addToNewPack('A pack');
    expect(await violations(app), 'press pack').toEqual([]);
    await app.choose('language-zh');
    await expect(app.window.getByRole('navigation', { name: '档案库' })).toBeVisible();
    expect(await violations(app), 'press pack in Chinese').toEqual([]);
  });
}

test('a release is filed, found and put into a pack by the keyboard alone', async ({
  archive: app,
}) => {
  const { keyboard } = app.window;
  const mod = process.platform === 'darwin' ? 'Meta' : 'Control';
  await keyboard.press(`${mod}+n`);
  await expect(app.field('Text of the release')).toBeFocused();
  await keyboard.insertText(englishRelease);
  await keyboard.press(`${mod}+Enter`);
  await app.field('Headline').waitFor();
  await keyboard.press(`${mod}+Enter`);
  await expect(app.rows).toHaveCount(1);
  await keyboard.press(`${mod}+f`);
  await keyboard.type('tidal');
  await expect(app.hits.first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press(`${mod}+Shift+p`);
  await app.window.getByRole('dialog').getByLabel('New pack…').waitFor();
  await keyboard.type('By keyboard');
  await keyboard.press('Enter');
  await expect(app.field('Title')).toHaveValue('By keyboard');
});
