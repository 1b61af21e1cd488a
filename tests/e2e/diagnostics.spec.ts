import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

async function willSaveAs(app: AppDriver, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** What the program writes to its log, all of it. */
async function logText(app: AppDriver): Promise<string> {
  const folder = await app.electron.evaluate(({ app: electronApp }) => electronApp.getPath('logs'));
  const texts = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join('');
}

test('diagnostics and log say how the program does, and nothing of what the archive says', async ({
  archive: app,
  folder,
}) => {
  await app.addPartners([
    { name: 'Maravel Turbines', aliases: [], kind: 'company', country: 'NO' },
  ]);
  await app.addReleases([
    content({ headline: 'Quay opens', people: [{ name: 'Ines Calder', title: 'Rector' }] }),
  ]);
  await app.search('quay');
  // Requests that fail with a headline, a name or a path in what they say.
  await app.window.evaluate(async () => {
    await window.archive.request('partner:add', {
      content: { name: 'Maravel Turbines', aliases: [], kind: 'company', country: '', note: '' },
    });
    await window.archive.request('archive:open', { folder: '/nowhere/Quay opens' });
    await window.archive.request('shell:reveal', { path: '/nowhere/Maravel Turbines' });
  });
  await app.choose('verify-archive');
  await app.dialog.getByText(/files, .*as they were written/).waitFor();
  await app.window.keyboard.press('Escape');

  // A power cut may leave half a line.
  const logs = await app.electron.evaluate(({ app: electronApp }) => electronApp.getPath('logs'));
  await appendFile(join(logs, 'press-archive.log'), '{"at":"2026-');
  const path = join(folder, 'diagnostics.json');
  await willSaveAs(app, path);
  await app.choose('save-diagnostics');
  await expect(app.message('The diagnostics are saved.')).toBeVisible();

  const text = await readFile(path, 'utf8');
  const report = JSON.parse(text) as { archive: unknown; log: { event: string }[] };
  expect(report).toMatchObject({
    program: { name: 'Press Archive', windows: 1 },
    system: { platform: process.platform },
    settings: { theme: 'system' },
    archive: {
      readOnly: null,
      releases: 1,
      partners: 1,
      index: { isReady: true, documents: 1 },
      backups: { every: 'day' },
    },
  });
  const events = report.log.map(({ event }) => event);
  for (const event of ['started', 'archive-opened', 'work-began', 'work-ended', 'request-failed']) {
    expect(events).toContain(event);
  }
  expect(report.log).toContainEqual(
    expect.objectContaining({ event: 'archive-opened', readOnly: null }),
  );
  const ofContent = /Quay|quay|Maravel|Ines|Calder|Rector|Northquay|nowhere/;
  expect(text).not.toMatch(ofContent);
  expect(text).not.toContain(folder);
  const log = await logText(app);
  expect(log).not.toMatch(ofContent);
  expect(log).not.toContain(folder);
});

test('long work shows how far it is on the desktop', async ({ archive: app }) => {
  await app.addReleases([content({ headline: 'Quay opens' })]);
  await app.electron.evaluate(({ BrowserWindow }) => {
    const noted = globalThis as { shares?: number[] };
    noted.shares = [];
    const window = BrowserWindow.getAllWindows()[0];
    if (window) window.setProgressBar = (share) => noted.shares?.push(share);
  });
  const reply = await app.window.evaluate(() => window.archive.request('archive:verify', null));
  expect(reply.ok).toBe(true);
  const shares = await app.electron.evaluate(
    () => (globalThis as { shares?: number[] }).shares ?? [],
  );
  expect(Math.max(...shares)).toBeGreaterThan(0);
  expect(shares.at(-1)).toBe(-1);
});

test('settings count at once and say why spelling isn’t checked here', async ({ archive: app }) => {
  await app.press(',');
  await expect(app.dialog).toBeVisible();
  expect(await violations(app), 'settings').toEqual([]);
  await app.dialog.getByRole('radio', { name: 'Dark' }).click();
  await expect(app.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await violations(app), 'settings, dark').toEqual([]);
  const spelling = app.dialog.getByRole('checkbox', { name: 'Check spelling while typing' });
  if (process.platform === 'darwin') await expect(spelling).toBeChecked();
  else {
    await expect(spelling).toBeDisabled();
    await expect(app.dialog).toContainText('the dictionaries would have to come from the internet');
  }
  await app.dialog.getByRole('button', { name: 'Backups…' }).click();
  await expect(app.dialog.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible();
});
