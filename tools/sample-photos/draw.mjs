// Draws the photos of the sample archive: `node tools/sample-photos/draw.mjs [name …]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { H, Scene, W } from './lib.mjs';
import agreements from './scenes/agreements.mjs';
import labs from './scenes/labs.mjs';
import books from './scenes/books.mjs';
import contests from './scenes/contests.mjs';
import relief from './scenes/relief.mjs';
import celebrations from './scenes/celebrations.mjs';

const scenes = { ...agreements, ...labs, ...books, ...contests, ...relief, ...celebrations };
const wanted = process.argv.slice(2);
const target = join(import.meta.dirname, '../../resources/sample-archive/photos');
await mkdir(target, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
const page = await browser.newPage({ viewport: { width: W, height: H } });
let seed = 100;
for (const [name, draw] of Object.entries(scenes)) {
  seed += 1;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const scene = new Scene(seed);
  draw(scene);
  await page.setContent(`<body style="margin:0;overflow:hidden">${scene.svg()}</body>`);
  await page.screenshot({ path: join(target, `${name}.jpg`), type: 'jpeg', quality: 90 });
  console.log(name);
}
await browser.close();
