import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { electronExecutable } from '../../scripts/electron-binary.mjs';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { expect, test } from './fixtures';

const release = `Northquay opens the first pier

NORTHQUAY, 3 May 2021 – The first pier of the new harbour is open to the public.
`;

/** Starts the program a second time, as opening a file with it does. */
async function openWith(app: AppDriver, ...paths: readonly string[]): Promise<void> {
  const second = spawn(
    electronExecutable().path,
    [resolve(import.meta.dirname, '../..'), `--user-data-dir=${app.userData}`, ...paths],
    { stdio: 'ignore' },
  );
  await once(second, 'exit');
}

test('a file that is opened with the program is read into the filing form', async ({
  archive: app,
  folder,
}) => {
  const path = join(folder, 'pier.txt');
  await writeFile(path, release);
  await openWith(app, path);
  await expect(app.field('Headline')).toHaveValue('Northquay opens the first pier');
});

test('an archive that is opened with the program takes the place of the one that is open', async ({
  archive: app,
  folder,
}) => {
  await app.addReleases([content({ headline: 'Quay opens' })]);
  await app.choose('close-archive');
  await app.createArchive(join(folder, 'second'), 'Southquay College');
  await expect(app.rows).toHaveCount(0);

  // With a form half filled it asks first.
  await app.paste(release);
  await openWith(app, join(folder, 'archive'));
  await app.button('Go on editing').click();
  await expect(app.field('Headline')).toBeVisible();
  await openWith(app, join(folder, 'archive'));
  await app.button('Keep for later').click();
  await expect(app.rows).toHaveCount(1);
  await expect(app.rows.first()).toContainText('Quay opens');
});

test('an archive and a file on the command line are opened at the start', async ({ folder }) => {
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.choose('close-archive');
  await first.createArchive(join(folder, 'second'), 'Southquay College');
  await first.quit();
  const path = join(folder, 'pier.txt');
  await writeFile(path, release);
  const app = await AppDriver.launch({ userData, given: [join(folder, 'archive'), path] });
  await expect(app.field('Headline')).toHaveValue('Northquay opens the first pier');
  const info = await app.window.evaluate(() => window.archive.request('archive:info', null));
  expect(info).toMatchObject({ ok: true, value: { folder: join(folder, 'archive') } });
  await app.quit();
});

test('a page gets no file that nobody gave, and a folder without an archive says so', async ({
  archive: app,
  folder,
}) => {
  const reply = await app.window.evaluate(() =>
    window.archive.request('given:read', { number: 0 }),
  );
  expect(reply).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  await openWith(app, join(folder, 'user'));
  await expect(app.message(/archive/i)).toBeVisible();
});
