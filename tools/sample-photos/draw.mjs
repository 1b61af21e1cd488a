// Draws the photos of the sample archive: `node tools/sample-photos/draw.mjs [name …]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { H, Scene, W } from './lib.mjs';
import agreements from './scenes/agreements.mjs';
import labs from './scenes/labs.mjs';
import books from './scenes/books.mjs';
import campus, { graduatesChart } from './scenes/campus.mjs';
import contests from './scenes/contests.mjs';
import relief from './scenes/relief.mjs';
import celebrations from './scenes/celebrations.mjs';
import seafaring from './scenes/seafaring.mjs';

const scenes = {
  ...agreements,
  ...labs,
  ...books,
  ...contests,
  ...relief,
  ...celebrations,
  ...seafaring,
  ...campus,
};
const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
const target = join(import.meta.dirname, '../../resources/sample/photos');
await mkdir(target, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
// Large enough to look at and small enough to travel with the program.
const page = await browser.newPage({ viewport: { width: W, height: H }, deviceScaleFactor: 0.66 });

async function draw(svg, file, options) {
  await page.setContent(`<body style="margin:0;overflow:hidden">${svg}</body>`);
  await page.screenshot({ path: join(target, file), ...options });
  console.log(file);
}

let seed = 100;
for (const [name, compose] of Object.entries(scenes)) {
  seed += 1;
  if (!isWanted(name)) continue;
  const scene = new Scene(seed);
  compose(scene);
  await draw(scene.svg(), `${name}.jpg`, { type: 'jpeg', quality: 76 });
}
if (isWanted('graduates-chart'))
  await draw(graduatesChart(), 'graduates-chart.png', { type: 'png' });
await browser.close();
