import type { JSHandle, ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFixture, notedBy, readyPage, standInRuns } from './launch-fixture';

let app: ElectronApplication;
let page: Page;

const sizeOf = (shown: Page): Promise<number[]> =>
  shown.evaluate(() => [window.innerWidth, window.innerHeight]);

beforeAll(async () => {
  app = await launchFixture();
  page = await readyPage(app);
}, 30_000);

afterAll(() => app.close());

describe.skipIf(!standInRuns)('windows', () => {
  it('gives the page the size of the window, and follows it', async () => {
    await expect.poll(() => sizeOf(page)).toEqual([900, 640]);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(1111, 555);
    });
    await expect.poll(() => sizeOf(page)).toEqual([1111, 555]);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 900, height: 640 });
    });
    await expect.poll(() => sizeOf(page)).toEqual([900, 640]);
  });

  it('shows a window once its page is ready', async () => {
    const state = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [window?.isVisible(), window?.isFocused(), BrowserWindow.getFocusedWindow()?.id];
    });
    expect(state).toEqual([true, true, 1]);
  });

  it('holds more than one window, each with its own page', async () => {
    const [second] = await Promise.all([
      app.waitForEvent('window'),
      app.evaluate(() => {
        (globalThis as unknown as { createWindow(): unknown }).createWindow();
      }),
    ]);
    await second.waitForFunction(() => document.getElementById('heading')?.textContent === 'ready');
    const ids = await Promise.all(
      [page, second].map((each) => each.evaluate(() => window.fixture.invoke('sender'))),
    );
    expect(ids.map((sender) => (sender as { id: number }).id)).toEqual([1, 2]);
    const handle = (await app.browserWindow(second)) as JSHandle<{ readonly id: number }>;
    expect(await handle.evaluate(({ id }) => id)).toBe(2);
    await second.close();
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
  });

  it('lets the application prevent closing', async () => {
    const isDestroyed = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.once('close', (event) => event.preventDefault());
      window?.close();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return window?.isDestroyed();
    });
    expect(isDestroyed).toBe(false);
  });

  it('lets a test answer dialogs', async () => {
    const unanswered = await app.evaluate(({ dialog }) =>
      dialog.showOpenDialog({}).then(String, (error: unknown) => (error as Error).message),
    );
    expect(unanswered).toContain('electron-standin: dialog.showOpenDialog needs a person');
    const answered = await app.evaluate(async ({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/tmp/one.docx'] });
      return dialog.showOpenDialog({});
    });
    expect(answered).toEqual({ canceled: false, filePaths: ['/tmp/one.docx'] });
  });

  it('shows notifications, and hears of a click on them', async () => {
    const [supported, title, clicked] = await app.evaluate(({ Notification }) => {
      const shown = new Notification({ title: 'Done', body: 'All of it.' });
      let isClicked = false;
      shown.on('click', () => {
        isClicked = true;
      });
      shown.show();
      const { last } = Notification as unknown as { last: typeof shown };
      last.emit('click');
      return [Notification.isSupported(), last.title, isClicked];
    });
    expect([supported, title, clicked]).toEqual([true, 'Done', true]);
  });

  it('takes a drag out of the window as Electron does, and refuses one without an icon', async () => {
    const said = await app.evaluate(({ BrowserWindow, nativeImage }) => {
      const [window] = BrowserWindow.getAllWindows();
      const drag = (file: string, icon: Electron.NativeImage): string => {
        try {
          window?.webContents.startDrag({ file, icon });
          return 'taken';
        } catch (error) {
          return String(error);
        }
      };
      const icon = nativeImage.createFromBuffer(Buffer.from('an image'));
      return [
        drag('/tmp/a.txt', icon),
        drag('/tmp/a.txt', nativeImage.createEmpty()),
        drag('', icon),
      ];
    });
    expect(said).toEqual([
      'taken',
      "TypeError: Must specify non-empty 'icon' option",
      "TypeError: Must specify either 'file' or 'files' option",
    ]);
  });

  it('has pages follow the theme, also after loading again', async () => {
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    const setTheme = (source: 'dark' | 'light'): Promise<boolean> =>
      app.evaluate(({ nativeTheme }, wanted) => {
        nativeTheme.themeSource = wanted;
        return nativeTheme.shouldUseDarkColors;
      }, source);
    expect(await setTheme('dark')).toBe(true);
    await expect.poll(isDark).toBe(true);
    await page.reload();
    await readyPage(app);
    await expect.poll(isDark).toBe(true);
    expect(await setTheme('light')).toBe(false);
    await expect.poll(isDark).toBe(false);
  });

  it('runs menu items by their accelerators, unless the page took the key', async () => {
    await page.keyboard.press('Control+n');
    await expect.poll(() => notedBy(app, 'new')).toEqual([1]);
    await page.evaluate(() => {
      const take = (event: KeyboardEvent): void => {
        if (event.key !== 'n') return;
        event.preventDefault();
        document.removeEventListener('keydown', take);
      };
      document.addEventListener('keydown', take);
    });
    await page.keyboard.press('Control+n');
    await page.keyboard.press('Control+n');
    await expect.poll(() => notedBy(app, 'new')).toEqual([1, 1]);
  });

  it('lets a test walk the menu', async () => {
    const items = await app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu();
      menu?.getMenuItemById('new')?.click();
      return menu?.items[0]?.submenu?.items.map((item) => item.label);
    });
    expect(items).toEqual(['New', 'Quit']);
    expect(await notedBy(app, 'new')).toEqual([1, 1, 1]);
  });

  it('throws by name for what it lacks', async () => {
    const messages = await app.evaluate(({ app: electronApp, BrowserWindow, ...rest }) => {
      const messageOf = (run: () => unknown): string => {
        try {
          return `no error: ${String(run())}`;
        } catch (error) {
          return (error as Error).message;
        }
      };
      const [window] = BrowserWindow.getAllWindows();
      return [
        messageOf(() => electronApp.setBadgeCount(1)),
        messageOf(() => window?.setOpacity(0.5)),
        messageOf(() => window?.webContents.replaceMisspelling('word')),
        typeof rest,
      ];
    });
    expect(messages).toEqual([
      'electron-standin: app.setBadgeCount is not implemented',
      'electron-standin: BrowserWindow.setOpacity is not implemented',
      'electron-standin: webContents.replaceMisspelling is not implemented',
      'object',
    ]);
    const inPage = await page.evaluate(() => {
      try {
        return String(window.fixture.unknown());
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(inPage).toBe('electron-standin: ipcRenderer.sendSync is not implemented');
  });
});
