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

test('the hit that one stepped to stays the hit when the rest of a long release comes', async ({
  archive: app,
}) => {
  const paragraphs = Array.from({ length: 6_000 }, (_, at) =>
    at % 20 === 0 ? `Zebra ${at} of the report.` : `Paragraph ${at} of the report.`,
  );
  await app.addReleases([content({ headline: 'A long report', body: paragraphs.join('\n\n') })]);
  await app.window.evaluate(() => {
    const waiting: IdleRequestCallback[] = [];
    const ask = window.requestIdleCallback.bind(window);
    let isHeld = true;
    // Only the slices of a long text wait no longer than this.
    window.requestIdleCallback = (callback, options) =>
      isHeld && options?.timeout === 200 ? waiting.push(callback) : ask(callback, options);
    Object.assign(window, {
      letRestCome: () => {
        isHeld = false;
        for (const callback of waiting) ask(callback);
      },
    });
  });
  await app.rows.first().click();
  await app.choose('find-in-release');
  await app.window.locator('.find-bar input').fill('zebra');
  const count = app.window.locator('.find-bar .find-count');
  await expect(count).toHaveText(/^1\D+\d+$/);
  for (let step = 0; step < 3; step += 1) await app.window.keyboard.press('Enter');
  await expect(count).toHaveText(/^4\D+\d+$/);
  const before = await count.innerText();
  const top = (): Promise<number> =>
    app.article.evaluate((article) => {
      const scroller = article.parentElement;
      return scroller?.scrollTop ?? -1;
    });
  await app.article.evaluate((article) => article.parentElement?.scrollTo(0, 0));
  await expect.poll(top).toBe(0);

  await app.window.evaluate('letRestCome()');
  await expect(count).not.toHaveText(before);
  await expect(count).toHaveText(/^4\D+300$/);
  // Whoever has scrolled on since stays where they are.
  expect(await top()).toBe(0);
});

test('a very long release shows its beginning at once, and is searched and copied whole', async ({
  archive: app,
}) => {
  const paragraphs = Array.from({ length: 6_000 }, (_, at) => `Paragraph ${at} of the report.`);
  const body = [...paragraphs, 'The very last zebra.'].join('\n\n');
  await app.addReleases([
    content({ headline: 'A long report', publicationDate: '2020-01-01', body }),
    content({ headline: 'A short note', publicationDate: '2024-01-01' }),
  ]);
  await app.rows.first().click();
  await expect(app.article.getByRole('heading').first()).toHaveText('A short note');

  const lengths = await app.window.evaluateHandle(() => {
    const seen: number[] = [];
    new MutationObserver(() => {
      const text = document.querySelector('.article-body')?.textContent ?? '';
      if (text.startsWith('Paragraph 0')) seen.push(text.length);
    }).observe(document.body, { subtree: true, childList: true });
    return seen;
  });
  await app.rows.nth(1).click();
  await expect(app.article).toContainText('The very last zebra.');
  const seen = await lengths.jsonValue();
  expect(seen[0]).toBeLessThan(40_000);

  await app.choose('find-in-release');
  await app.window.locator('.find-bar input').fill('zebra');
  await expect(app.window.locator('.find-bar .find-count')).toHaveText(/1/);
  await app.window.keyboard.press('Enter');
  await expect(app.article.getByText('The very last zebra.')).toBeInViewport();

  const selected = await app.article.evaluate((article) => {
    getSelection()?.selectAllChildren(article);
    return getSelection()?.toString() ?? '';
  });
  expect(selected).toContain('Paragraph 0 of the report.');
  expect(selected).toContain('Paragraph 3000 of the report.');
  expect(selected).toContain('The very last zebra.');
});
