import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { chineseRelease, englishRelease } from '../support/samples';
import { expect, test } from './fixtures';

test('each bad file gets a sentence, and the good one among them its form', async ({
  archive: app,
  folder,
}) => {
  const files = {
    'empty.txt': '',
    'program.txt': Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9, 8, 0, 0]),
    'holiday.jpg': 'This is no photo.',
    'good.txt': englishRelease,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await app.drop(Object.keys(files).map((name) => join(folder, name)));
  await expect(app.field('Headline')).toHaveValue(/^Northquay Polytechnic Opens/);
  for (const sentence of [
    'empty.txt is empty.',
    'program.txt holds binary data, not text.',
    'holiday.jpg is not a photo that can be read, whatever its name says.',
  ]) {
    await expect(app.window.getByText(sentence)).toBeVisible();
  }
  await app.file();
  await expect(app.rows).toHaveCount(1);
});

test('GBK text is read as what it is, and the form says so', async ({ archive: app, folder }) => {
  await writeFile(join(folder, 'gbk.txt'), iconv.encode(chineseRelease, 'gbk'));
  await app.drop([join(folder, 'gbk.txt')]);
  await expect(app.field('Headline')).toHaveValue('北码头理工学院与澜光科技签署战略合作协议');
  await expect(app.window.getByText(/GB18030|GBK/i).first()).toBeVisible();
});

test('a folder that is no archive is refused in a sentence, and the program stays', async ({
  app,
  folder,
}) => {
  await mkdir(join(folder, 'holiday'));
  await app.willChooseFolder(join(folder, 'holiday'));
  await app.button('Open archive…').click();
  await expect(app.window.getByText(/holiday is not a press archive/)).toBeVisible();
  await app.willChooseFolder(join(folder, 'gone'));
  await app.button('Open archive…').click();
  await expect(app.window.getByText(/There is no folder .*gone/)).toBeVisible();
  await app.willChooseFolder(null);
  await app.button('Open archive…').click();
  await expect(app.button('Create archive…')).toBeEnabled();
});
