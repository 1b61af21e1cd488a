import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';
import { AppDriver } from '../support/app-driver';
import type { Bench } from './harness/bench';
import type { Row } from './harness/row';
import { releaseMaterial } from './material/releases';
import { prepare } from './window/in-page';
import { madeArchive } from './window/made-archive';
import { measureMemory } from './window/measure-memory';
import { measureScrolling } from './window/measure-scrolling';
import { measureStart, startRows } from './window/measure-start';
import { measureTyping } from './window/measure-typing';

const usualMinutes = 10;

/** What the person at the window waits for. */
export const bench: Bench = {
  question:
    'How fast does the window start, scroll and answer keys, and does its memory stay flat?',
  defaultSizes: [10_000, 100_000],
  run: async ({ dataFolder, sizes, scratchFolder, minutes, say }) => {
    build();
    const material = await releaseMaterial(dataFolder);
    say(`Releases: ${material.description}`);
    const rows: Row[] = [];
    for (const n of sizes) {
      const archive = await madeArchive(scratchFolder, material, n, say);
      const userData = join(scratchFolder, `user-${n}`);
      rows.push(...startRows(n, await measureStart(archive, userData)));
      say('  started');
      const app = await AppDriver.launch({ archive, userData, size: { width: 1440, height: 900 } });
      try {
        await app.rows.first().waitFor();
        await prepare(app.window);
        rows.push(...(await measureTyping(app, n)));
        say('  typed');
        rows.push(...(await measureScrolling(app, n)));
        say('  scrolled');
        const spent = minutes ?? usualMinutes;
        if (n === sizes.at(-1) && spent > 0) rows.push(...(await measureMemory(app, n, spent)));
      } finally {
        await app.quit();
      }
    }
    return rows;
  },
};
