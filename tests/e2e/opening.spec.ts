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

/** One file of the archive comes as slowly as from the slowest of disks. Returns what lets it come. */
async function holdOneFile(archive: string, beside: string): Promise<() => Promise<void>> {
  const releases = join(archive, 'releases');
  const slow = (await readdir(releases)).filter((name) => name.endsWith('.json')).at(-1) ?? '';
  const held = join(beside, 'held.json');
  await rename(join(releases, slow), held);
  execFileSync('mkfifo', [join(releases, slow)]);
  const whole = await readFile(held);
  let isHeld = true;
  return async () => {
    // With this flag, opening a pipe waits for nobody.
    if (isHeld) await writeFile(join(releases, slow), whole, { flag: 'r+' });
    isHeld = false;
  };
}

/** Makes an archive of three releases. */
async function makeArchive(archive: string, userData: string): Promise<void> {
  const app = await AppDriver.launch({ userData });
  await app.createArchive(archive, 'Northquay Polytechnic');
  await app.addReleases(
    ['2021-03-14', '2022-03-14', '2023-03-14'].map((publicationDate) =>
      content({ publicationDate }),
    ),
  );
  await app.quit();
}

/** From now on, notes each time that the bar knows no more how far it is. Returns how often it did. */
async function watchBar(app: AppDriver): Promise<() => Promise<number>> {
  await app.window.evaluate(() => {
    const seen = { known: false, forgotten: 0 };
    Object.assign(window, { seenBar: seen });
    new MutationObserver(() => {
      const fill = document.querySelector('.progress-fill');
      if (fill === null) return;
      const isKnown = !fill.classList.contains('progress-unknown');
      if (seen.known && !isKnown) seen.forgotten += 1;
      seen.known ||= isKnown;
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return () =>
    app.window.evaluate(
      () => (window as unknown as { seenBar: { forgotten: number } }).seenBar.forgotten,
    );
}

test('while an archive is opened the window shows its panes, and says how far it is', async ({
  folder,
}) => {
  test.skip(process.platform === 'win32', 'A file that can be held back is a pipe.');
  const archive = join(folder, 'Northquay');
  const userData = join(folder, 'user');
  await makeArchive(archive, userData);
  const letGo = await holdOneFile(archive, folder);

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
    const timesForgotten = await watchBar(app);

    await letGo();
    await expect(app.rows).toHaveCount(3);
    expect(await timesForgotten()).toBe(0);
    await expect(status.filter({ hasText: 'Opening' })).toHaveCount(0);
    expect(await placeOfSearch(app)).toEqual(search);
  } finally {
    await letGo();
    await app.quit();
  }
});

test('an archive that is chosen later says how far it is, too', async ({ folder }) => {
  test.skip(process.platform === 'win32', 'A file that can be held back is a pipe.');
  const archive = join(folder, 'Northquay');
  const other = join(folder, 'Southquay');
  await makeArchive(other, join(folder, 'one'));
  await makeArchive(archive, join(folder, 'two'));
  let letGo = await holdOneFile(archive, folder);
  const app = await AppDriver.launch({
    userData: join(folder, 'nobody'),
    size: { width: 900, height: 600 },
  });
  try {
    // From the welcome screen: the frame of the window.
    await app.willChooseFolder(archive);
    await app.button('Open archive…').click();
    await expect(app.window.locator('.rows-pending')).toBeVisible();
    const bar = app.window.getByRole('progressbar', { name: 'Opening Northquay…' });
    await expect(bar).toHaveAttribute('aria-valuetext', /33|67/);
    const timesForgotten = await watchBar(app);
    const search = await placeOfSearch(app);
    await letGo();
    await expect(app.rows).toHaveCount(3);
    expect(await timesForgotten()).toBe(0);
    expect(await placeOfSearch(app)).toEqual(search);

    // From another archive: that one stays until the new one is here.
    letGo = await holdOneFile(other, folder);
    await app.willChooseFolder(other);
    await app.choose('open-archive');
    const strip = app.window.getByRole('complementary', { name: 'Opening Southquay…' });
    await expect(strip).toBeVisible();
    await expect(app.rows).toHaveCount(3);
    expect(await violations(app)).toEqual([]);
    await letGo();
    await expect(strip).toHaveCount(0);
    const info = await app.window.evaluate(() => window.archive.request('archive:info', null));
    expect(info.ok && info.value?.name).toBe('Southquay');
  } finally {
    await letGo();
    await app.quit();
  }
});

test('what is no archive leads back to the welcome screen, which says so', async ({ folder }) => {
  const app = await AppDriver.launch({ userData: join(folder, 'user') });
  try {
    await app.willChooseFolder(join(folder, 'nowhere'));
    await app.button('Open archive…').click();
    await expect(app.window.locator('.toast')).toBeVisible();
    await expect(app.button('Open archive…')).toBeVisible();
  } finally {
    await app.quit();
  }
});
