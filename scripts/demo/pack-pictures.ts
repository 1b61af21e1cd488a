import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Narrator } from './narrator';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Shows the pack as a journalist opens it: in a browser, from the folder. */
export async function picturePack(
  narrator: Narrator,
  folder: string,
  output: string,
): Promise<void> {
  const named = process.env['PRESS_ARCHIVE_CHROMIUM'];
  const executablePath = [named ?? '', ...browsers].find((path) => existsSync(path));
  if (executablePath === undefined) {
    narrator.say('No browser here to show the pack in; open its data/index.html.');
    return;
  }
  await narrator.step('The pack opens in a browser', async () => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 1200, height: 1500 } });
    const data = join(folder, 'data');
    const [release = ''] = (await readdir(join(data, 'releases')))
      .filter((name) => name.endsWith('.html'))
      .sort();
    await page.goto(pathToFileURL(join(data, 'index.html')).href);
    await page.screenshot({ path: join(output, 'pack-cover.png') });
    await page.goto(pathToFileURL(join(data, 'releases', release)).href);
    await page.screenshot({ path: join(output, 'pack-release.png') });
    await browser.close();
  });
}
