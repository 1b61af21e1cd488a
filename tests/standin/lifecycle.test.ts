import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronExecutable } from '../../scripts/electron-binary.mjs';
import {
  EXECUTABLE,
  FIXTURE,
  launchFixture,
  notedBy,
  readyPage,
  standInRuns,
} from './launch-fixture';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixture-user-data-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function profilesOf(processId: number | undefined): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`electron-standin-${processId}-`));
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (data: string) => (output += data));
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

function run(given: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  return spawn(EXECUTABLE, given, { env: { ...rest, ...environment } });
}

describe.skipIf(!standInRuns)('a run from beginning to end', () => {
  it('follows its options, hears of a second start, and leaves nothing behind', async () => {
    const given = ['--single', `--user-data-dir=${folder}`, '--lang=zh-CN'];
    const app = await launchFixture(...given);
    const child = app.process();
    const end = ended(child);
    const page = await readyPage(app);
    const facts = await app.evaluate(({ app: electronApp }) => ({
      userData: electronApp.getPath('userData'),
      locale: electronApp.getLocale(),
      version: electronApp.getVersion(),
      isPackaged: electronApp.isPackaged,
      type: (process as unknown as { type: string }).type,
      chrome: /^\d+/.test(process.versions['chrome']),
    }));
    expect(facts).toEqual({
      userData: folder,
      locale: 'zh-CN',
      version: '1.2.3',
      isPackaged: false,
      type: 'browser',
      chrome: true,
    });
    expect(await page.evaluate(() => navigator.language)).toBe('zh-CN');
    expect(profilesOf(child.pid)).toHaveLength(1);

    const second = await ended(run([FIXTURE, ...given, 'second.release']));
    expect([second.code, second.output.includes('fixture: second')]).toEqual([0, true]);
    await expect.poll(() => notedBy(app, 'second-instance')).toEqual(['second.release']);

    await app.close();
    const { code, output } = await end;
    expect(code).toBe(0);
    expect(output.match(/fixture: [\w-]+/g)).toEqual([
      'fixture: before-quit',
      'fixture: will-quit',
      'fixture: quit',
    ]);
    expect(profilesOf(child.pid)).toEqual([]);
  }, 20_000);

  it('quits when its last window closes, if the application wants that', async () => {
    const app = await launchFixture();
    const page = await readyPage(app);
    const end = ended(app.process());
    await page.close();
    expect((await end).code).toBe(0);
  });

  it('quits on a signal', async () => {
    const app = await launchFixture();
    await readyPage(app);
    const child = app.process();
    const end = ended(child);
    child.kill('SIGTERM');
    expect((await end).output).toContain('fixture: quit');
    expect(profilesOf(child.pid)).toEqual([]);
  });

  it('says plainly what is missing', async () => {
    const withoutBrowser = run([FIXTURE], { PRESS_ARCHIVE_CHROMIUM: '/nowhere/chromium' });
    expect(await ended(withoutBrowser)).toEqual({
      code: 1,
      output:
        'electron-standin: PRESS_ARCHIVE_CHROMIUM names /nowhere/chromium, which does not exist\n',
    });
    const withoutApplication = await ended(run(['/nowhere/app']));
    expect(withoutApplication.code).toBe(1);
    expect(withoutApplication.output).toContain('/nowhere/app does not exist');
  });

  it('ends with a code of its own when the main process fails', async () => {
    const end = await ended(run([join(FIXTURE, 'failing.cjs')]));
    expect(end.code).not.toBe(0);
    expect(end.output).toContain('the fixture fails');
  });

  it('ends with a plain message when Chromium crashes', async () => {
    const app = await launchFixture();
    const child = app.process();
    const end = ended(child);
    await readyPage(app);
    // The browser is the one child that this process has.
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
    process.kill(Number(children.trim().split(' ')[0]), 'SIGKILL');
    const { code, output } = await end;
    expect(code).toBe(1);
    expect(output).toContain('electron-standin: Chromium ended unexpectedly, by SIGKILL.');
  });

  it('is what runs the application where Electron is not installed', () => {
    const { kind, path } = electronExecutable();
    expect(kind === 'electron' || path === EXECUTABLE).toBe(true);
  });
});
