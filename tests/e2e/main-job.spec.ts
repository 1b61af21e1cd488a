import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../support/files-below';
import { chineseRelease, englishRelease, pngPhoto } from '../support/samples';
import { expect, test } from './fixtures';

test('a pasted release becomes a filled form, a record, a search hit and a press pack', async ({
  archive: app,
  folder,
}) => {
  const photos = [join(folder, 'one.png'), join(folder, 'two.png')];
  await writeFile(photos[0]!, pngPhoto([20, 80, 120]));
  await writeFile(photos[1]!, pngPhoto([120, 80, 20]));

  await test.step('the form is filled', async () => {
    await app.paste(englishRelease);
    await expect(app.field('Headline')).toHaveValue(
      'Northquay Polytechnic Opens a Tidal Energy Laboratory with Maravel Turbines',
    );
    expect(await app.dayIn('Published')).toBe('2023-03-14');
    expect(await app.dayIn('Event')).toBe('2023-03-09');
    await app.addPhotos(photos.map((path) => ({ path, altText: 'A tank' })));
    await expect(app.photoCard(1).getByLabel('Caption', { exact: true })).toHaveValue(
      'The rector opens the test tank',
    );
    await expect(app.photoCard(2).getByRole('textbox', { name: 'Credit line' })).toHaveValue(
      /Piet Aarden/,
    );
    await app.acceptPartner('Maravel Turbines');
    await app.file();
    await app.photosLoaded();
    await expect(app.article.getByRole('figure')).toHaveCount(2);
  });

  await test.step('a second one, in Chinese', async () => {
    await app.paste(chineseRelease);
    await expect(app.field('Headline')).toHaveValue('北码头理工学院与澜光科技签署战略合作协议');
    expect(await app.dayIn('Published')).toBe('2022-11-18');
    await app.file();
    await expect(app.rows).toHaveCount(2);
  });

  await test.step('searching as one types', async () => {
    await app.search('tid');
    await expect(app.rows).toHaveCount(1);
    await expect(app.hits.first()).toHaveText(/tid/i);
    await app.search('签署');
    await expect(app.rows).toHaveCount(1);
    await expect(app.hits.first()).toHaveText('签署');
    await app.search('zeppelin');
    await expect(app.window.getByText('Nothing found for “zeppelin”')).toBeVisible();
    await app.search('');
    await app
      .sidebarEntry(/Maravel Turbines/)
      .first()
      .click();
    await expect(app.rows).toHaveCount(1);
    await app.rows.first().click();
  });

  await test.step('a pack is made, exported and checked', async () => {
    await app.addToNewPack('Visit of the ministry');
    await app.field('Contact').fill('Press office, +00 555 0100');
    const destination = join(folder, 'out');
    await mkdir(destination);
    await app.exportPack(destination);
    const files = await filesBelow(destination);
    expect(files.filter((file) => file.endsWith('.zip'))).toHaveLength(1);
    const manifest = files.find((file) => file.endsWith('/manifest-sha512.txt'));
    expect(manifest).toBeDefined();
    expect(await readFile(join(destination, manifest!), 'utf8')).toContain('data/index.html');
    if (process.platform === 'linux') {
      execFileSync('sha512sum', ['--check', '--strict', '--quiet', 'manifest-sha512.txt'], {
        cwd: join(destination, manifest!, '..'),
      });
    }
  });
});

test('what was filed is there after the program was quit and started again', async ({ folder }) => {
  const { AppDriver } = await import('../support/app-driver');
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.paste(englishRelease);
  await first.file();
  await first.quit();
  const second = await AppDriver.launch({ userData });
  await expect(second.rows).toHaveCount(1);
  await second.search('tidal');
  await expect(second.rows).toHaveCount(1);
  await second.quit();
});
