import { fileURLToPath } from 'node:url';
import { chromiumExecutable } from '../../tools/electron-standin/src/browser/chromium-executable';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

export const EXECUTABLE = fileURLToPath(
  new URL('../../tools/electron-standin/electron', import.meta.url),
);
export const FIXTURE = fileURLToPath(new URL('fixture-app', import.meta.url));

/** The stand-in is for systems where it is needed: with a Chromium, and a shell that starts scripts. */
export const standInRuns = process.platform !== 'win32' && hasChromium();

function hasChromium(): boolean {
  try {
    chromiumExecutable();
    return true;
  } catch {
    return false;
  }
}

/** What the fixture's preload script exposes. */
export interface FixtureBridge {
  invoke(channel: string, ...values: unknown[]): Promise<unknown>;
  send(channel: string, ...values: unknown[]): void;
  onNotice(listener: (...values: unknown[]) => void): () => void;
  pathOf(file: File): string;
  unknown(): unknown;
  readonly facts: {
    readonly platform: string;
    readonly electron: string;
    readonly argv: readonly string[];
  };
}

declare global {
  interface Window {
    readonly fixture: FixtureBridge;
    inlineScriptRan?: boolean;
    chosenPaths?: string[];
    received?: unknown;
  }
}

export async function launchFixture(...given: string[]): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: EXECUTABLE,
    args: [FIXTURE, ...given],
    // Playwright's own colour scheme would otherwise hide the application's.
    colorScheme: null,
    timeout: 20_000,
  });
}

export async function readyPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.getElementById('heading')?.textContent === 'ready');
  return page;
}

/** What the fixture's main process noted of one kind. */
export async function notedBy(app: ElectronApplication, kind: string): Promise<unknown[]> {
  return app.evaluate((_electronModule, wanted) => {
    const { noted } = globalThis as unknown as { noted: [string, unknown][] };
    return noted.filter(([each]) => each === wanted).map(([, value]) => value);
  }, kind);
}
