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

describe.skipIf(!standInRuns)('messages between page and main process', () => {
  it('carries structured clones both ways', async () => {
    const seen = await page.evaluate(async () => {
      const shared = { name: 'shared' };
      const given = {
        text: '新闻稿 “quoted” \u0000',
        nothing: undefined,
        date: new Date(86_400_000),
        map: new Map<unknown, unknown>([['key', new Set([1, 2])]]),
        bytes: new Uint8Array([0, 127, 255]),
        floats: new Float64Array([0.5, -0, Infinity]),
        buffer: new Uint8Array([1, 2, 3]).buffer,
        big: 12n,
        notNumber: NaN,
        pair: [shared, shared],
        cycle: undefined as unknown,
      };
      given.cycle = given;
      const back = (await window.fixture.invoke('echo', given)) as typeof given;
      return {
        text: back.text === given.text,
        nothing: 'nothing' in back && typeof back.nothing === 'undefined',
        date: back.date instanceof Date && back.date.getTime() === 86_400_000,
        map: back.map instanceof Map && (back.map.get('key') as Set<number>).has(2),
        bytes: back.bytes instanceof Uint8Array && [...back.bytes].join() === '0,127,255',
        floats: back.floats instanceof Float64Array && [...back.floats].join() === '0.5,0,Infinity',
        buffer: back.buffer instanceof ArrayBuffer && back.buffer.byteLength === 3,
        big: back.big === 12n,
        notNumber: Number.isNaN(back.notNumber),
        pair: back.pair[0] === back.pair[1],
        cycle: back.cycle === back,
      };
    });
    expect(Object.entries(seen).filter(([, isRight]) => !isRight)).toEqual([]);
  });

  it('carries large typed arrays both ways', async () => {
    const length = 30_000_000;
    const up = page.evaluate(
      (count) => window.fixture.invoke('size', new Uint8Array(count).fill(9)),
      length,
    );
    await expect(up).resolves.toEqual(['Uint8Array', length, 9]);
    const down = await page.evaluate(async (count) => {
      const bytes = (await window.fixture.invoke('bytes', count)) as Uint8Array;
      return [bytes.length, bytes.at(0), bytes.at(-1)];
    }, length);
    expect(down).toEqual([length, 7, 7]);
  }, 30_000);

  it("rejects with Electron's wording when a handler throws or is missing", async () => {
    const message = (channel: string): Promise<string> =>
      page.evaluate(
        (name) =>
          window.fixture.invoke(name).then(String, (error: unknown) => (error as Error).message),
        channel,
      );
    expect(await message('fail')).toBe(
      "Error invoking remote method 'fail': TypeError: no such release",
    );
    expect(await message('nobody')).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  it('refuses what cannot be cloned', async () => {
    const message = await page.evaluate(() =>
      window.fixture
        .invoke('echo', document.body)
        .then(String, (error: unknown) => (error as Error).message),
    );
    expect(message).toBe('An object could not be cloned.');
  });

  it('tells handlers the address that the application chose', async () => {
    const sender = await page.evaluate(() => window.fixture.invoke('sender'));
    expect(sender).toEqual({ id: 1, url: 'app://bundle/index.html', origin: 'app://bundle' });
  });

  it('sends without an answer, in both directions', async () => {
    await page.evaluate(() => window.fixture.send('note', 'from the page'));
    await expect.poll(() => notedBy(app, 'note')).toEqual(['from the page']);
    await page.evaluate(() => {
      window.fixture.onNotice((...values) => (window.received = values));
    });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('notice', 1, { two: 2 });
    });
    await expect.poll(() => page.evaluate(() => window.received)).toEqual([1, { two: 2 }]);
  });

  it('runs worker threads in the main process', async () => {
    expect(await page.evaluate(() => window.fixture.invoke('worker', 21))).toBe(42);
  });

  it('gives the preload script its process and the page nothing of it', async () => {
    const facts = await page.evaluate(() => window.fixture.facts);
    expect(facts.electron).toMatch(/^\d+\./);
    expect(facts.argv).toContain('--fixture');
    const visible = await page.evaluate(() => [
      'require' in window,
      'process' in window,
      Object.isFrozen(window.fixture),
      Object.keys(window).some((name) => /stand-?in/i.test(name)),
    ]);
    expect(visible).toEqual([false, false, true, false]);
  });

  it('knows the paths of chosen files', async () => {
    const path = new URL('fixture-app/index.html', import.meta.url).pathname;
    await page.setInputFiles('#file', path);
    await expect.poll(() => page.evaluate(() => window.chosenPaths)).toEqual([path]);
  });
});
