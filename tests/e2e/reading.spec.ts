import { decode } from 'fast-png';
import type { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { expect, test } from './fixtures';

/** How many pixels of a line of the headline are ink; the line with all that hangs below it. */
async function inkOfFirstLine(app: AppDriver): Promise<number> {
  await app.window.mouse.move(2, 2);
  await app.settled();
  const clip = await app.article
    .getByRole('heading')
    .first()
    .evaluate((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      const lines = [...range.getClientRects()];
      const first = lines[0];
      if (!first || lines.length < 2) throw new Error('The headline is to have two lines.');
      return { x: first.x, y: first.y, width: first.width, height: first.height };
    });
  const { data, channels } = decode(await app.window.screenshot({ clip }));
  const darkest = 90;
  let ink = 0;
  for (let at = 0; at < data.length; at += channels) {
    if (Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) < darkest) ink += 1;
  }
  return ink;
}

test('the mark of a hit leaves the letters of the line above whole', async ({ archive: app }) => {
  const above = 'Pygmy egg jogging gypsy party';
  await app.addReleases([content({ headline: `${above} laboratory laboratory laboratories` })]);
  await app.rows.first().click();
  const plain = await inkOfFirstLine(app);
  expect(plain).toBeGreaterThan(500);

  await app.search('laboratory');
  await expect(app.window.locator('.find-count')).toBeVisible();
  expect(await inkOfFirstLine(app)).toBeGreaterThan(0.98 * plain);
});
