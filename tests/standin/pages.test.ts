import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFixture, notedBy, readyPage, standInRuns } from './launch-fixture';

let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  app = await launchFixture();
  page = await readyPage(app);
}, 30_000);

afterAll(() => app.close());

describe.skipIf(!standInRuns)('pages', () => {
  it('answers the own scheme from its handler, policy and types included', async () => {
    const seen = await page.evaluate(() => ({
      colour: getComputedStyle(document.getElementById('heading')!).color,
      inlineScriptRan: window.inlineScriptRan ?? false,
      isSecure: window.isSecureContext,
    }));
    expect(seen).toEqual({ colour: 'rgb(1, 2, 3)', inlineScriptRan: false, isSecure: true });
    const urls = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(urls).toEqual(['app://bundle/index.html']);
    expect(await notedBy(app, 'own')).not.toContain('app://bundle/favicon.ico');
  });

  it('shows images from a scheme of their own', async () => {
    const photo = page.locator('#photo');
    await expect
      .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(40);
    expect(await notedBy(app, 'media')).toContain('media://photo/one');
  });

  it('refuses the network', async () => {
    const outcome = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    const allowedByPolicy = await app.evaluate(async ({ BrowserWindow, protocol }) => {
      protocol.handle(
        'open',
        () => new Response('<title>Open</title>', { headers: { 'content-type': 'text/html' } }),
      );
      const window = new BrowserWindow({ show: false });
      await window.loadURL('open://page/');
      const result: unknown = await window.webContents.executeJavaScript(`Promise.all([
        ...['https://example.com/', 'http://127.0.0.1:1/', 'http://localhost:1/'].map((url) =>
          fetch(url, { mode: 'no-cors' }).then(() => 'answered', () => 'refused')),
        new Promise((resolve) => {
          const socket = new WebSocket('ws://example.com/');
          socket.onopen = () => resolve('answered');
          socket.onerror = () => resolve('refused');
        }),
      ])`);
      window.destroy();
      return result;
    });
    expect(allowedByPolicy).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(await notedBy(app, 'request')).toContain('https://example.com/');
  });

  it('asks about new windows and opens none', async () => {
    const opened = await page.evaluate(() => window.open('https://example.com/opened'));
    expect(opened).toBeNull();
    await page.click('#blank');
    await expect
      .poll(() => notedBy(app, 'open'))
      .toEqual(['https://example.com/opened', 'https://example.com/blank']);
    expect(app.windows()).toHaveLength(1);
  });

  it('asks before the page goes elsewhere, and stays when told to', async () => {
    await page.click('#away', { noWaitAfter: true });
    await expect.poll(() => notedBy(app, 'will-navigate')).toEqual(['https://example.com/away']);
    await page.evaluate(() => (location.href = 'mailto:press@example.com'));
    await expect
      .poll(() => notedBy(app, 'will-navigate'))
      .toEqual(['https://example.com/away', 'mailto:press@example.com']);
    expect(await page.textContent('#heading')).toBe('ready');
  });

  it('follows a link within the own scheme', async () => {
    await page.click('#custom', { noWaitAfter: true });
    await expect.poll(() => page.title()).toBe('Second');
    expect(await notedBy(app, 'will-navigate')).toContain('app://bundle/second.html');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html'),
    );
    await readyPage(app);
  });

  it('does not announce what a test or the application reloads itself', async () => {
    const before = await notedBy(app, 'will-navigate');
    await page.reload();
    await readyPage(app);
    expect(await notedBy(app, 'will-navigate')).toEqual(before);
  });

  it('prints and captures', async () => {
    const sizes = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const image = await window?.webContents.capturePage();
      const pdf = await window?.webContents.printToPDF({ pageSize: 'A4' });
      return { image: image?.getSize(), pdf: pdf?.subarray(0, 5).toString() };
    });
    expect(sizes).toEqual({ image: { width: 900, height: 640 }, pdf: '%PDF-' });
  });
});
