import { execFileSync } from 'node:child_process';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

/** Within the panes: above them the window may have something to say. */
async function placeOfSearch(app: AppDriver): Promise<unknown> {
  const panes = await app.window.locator('.panes').boundingBox();
  const field = await app.window.locator('.search-input').boundingBox();
  return field && panes && { ...field, y: field.y - panes.y };
}

test('while an archive is opened the window shows its panes, and says how far it is', async ({
  folder,
}) => {
  test.skip(process.platform === 'win32', 'A file that can be held back is a pipe.');
  const archive = join(folder, 'Northquay');
  const userData = join(folder, 'user');
  const first = await AppDriver.launch({ userData });
  await first.createArchive(archive, 'Northquay Polytechnic');
  await first.addReleases(
    ['2021-03-14', '2022-03-14', '2023-03-14'].map((publicationDate) =>
      content({ publicationDate }),
    ),
  );
  await first.quit();

  // One file of the archive comes as slowly as from the slowest of disks.
  const releases = join(archive, 'releases');
  const slow = (await readdir(releases)).filter((name) => name.endsWith('.json')).at(-1) ?? '';
  const held = join(folder, 'held.json');
  await rename(join(releases, slow), held);
  execFileSync('mkfifo', [join(releases, slow)]);

  const whole = await readFile(held);
  let isHeld = true;
  const letGo = async (): Promise<void> => {
    // With this flag, opening a pipe waits for nobody.
    if (isHeld) await writeFile(join(releases, slow), whole, { flag: 'r+' });
    isHeld = false;
  };

  const app = await AppDriver.launch({ userData, archive, isImpatient: true });
  try {
    await expect(app.window.locator('.opening-place')).toHaveCount(5);
    await expect(app.window.locator('.rows-pending')).toBeVisible();
    const search = await placeOfSearch(app);
    const status = app.window.getByRole('status');
    await expect(status).toHaveText('Opening Northquay…');
    const bar = app.window.getByRole('progressbar', { name: 'Opening Northquay…' });
    await expect(bar).toHaveAttribute('aria-valuetext', /33|67/);
    expect(await violations(app)).toEqual([]);

    await letGo();
    await expect(app.rows).toHaveCount(3);
    await expect(status.filter({ hasText: 'Opening' })).toHaveCount(0);
    expect(await placeOfSearch(app)).toEqual(search);
  } finally {
    await letGo();
    await app.quit();
  }
});
