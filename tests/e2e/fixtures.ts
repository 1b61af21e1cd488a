import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { AppDriver } from '../support/app-driver';

interface Fixtures {
  /** A folder of the test's own, gone afterwards. */
  readonly folder: string;
  /** The program, freshly started, no archive open. */
  readonly app: AppDriver;
  /** The program with a new archive of an invented institution open. */
  readonly archive: AppDriver;
}

export const test = base.extend<Fixtures>({
  // Playwright reads a fixture's needs off this pattern, so it must be one.
  folder: async ({}, use) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-e2e-')));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  app: async ({ folder }, use) => {
    const app = await AppDriver.launch({ userData: join(folder, 'user') });
    await use(app);
    await app.quit();
  },
  archive: async ({ app, folder }, use) => {
    await app.createArchive(join(folder, 'archive'), 'Northquay Polytechnic', ['NQP']);
    await use(app);
  },
});

export { expect } from '@playwright/test';
