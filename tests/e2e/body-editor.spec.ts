import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { content, pngPhoto } from '../support/samples';
import { expect, test } from './fixtures';

/** The text as the archive keeps it, without what stands above it in the file. */
async function filedBody(folder: string): Promise<string> {
  const releases = join(folder, 'archive', 'releases');
  for (const name of await readdir(releases, { recursive: true })) {
    if (!name.endsWith('.md')) continue;
    const file = await readFile(join(releases, name), 'utf8');
    return file.slice(file.indexOf('\n---\n') + '\n---\n\n'.length);
  }
  throw new Error('No release was filed.');
}

async function dropInto(target: Locator, path: string): Promise<void> {
  const base64 = (await readFile(path)).toString('base64');
  const box = await target.boundingBox();
  if (box === null) throw new Error('There is nothing to drop it on.');
  await target.evaluate(
    (element, { data, x, y }) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], 'quay.png', { type: 'image/png' }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(
          new DragEvent(type, {
            dataTransfer,
            clientX: x,
            clientY: y,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
    },
    { data: base64, x: box.x + 10, y: box.y + 2 },
  );
}

async function paste(target: Locator, html: string, text: string): Promise<void> {
  await target.evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', given.html);
      clipboardData.setData('text/plain', given.text);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { html, text },
  );
}

test('a release is written with a heading, a list and a photo in its flow', async ({
  archive: app,
  folder,
}) => {
  const photo = join(folder, 'quay.png');
  await writeFile(photo, pngPhoto([120, 150, 180]));
  await app.button('New release').first().click();
  await app.button('Empty form').click();
  await app.field('Headline').fill('A ferry for the harbour towns');
  await app.fillDay('Published', '2024-05-02');
  const text = app.field('Text');
  const { keyboard } = app.window;
  await text.click();
  await keyboard.type('The ferry sailed on ');
  await app.press('b');
  await keyboard.type('Thursday');
  await app.press('b');
  await keyboard.type('.\n');
  await app.press('Alt+2');
  await keyboard.type('Who came\n');
  await app.press('Shift+8');
  await keyboard.type('Ines Calder\nTomas Brandl\n\n');
  await keyboard.type('Nobody was late.');

  // Dropped above the heading, moved below it, and its caption typed where it stands.
  await dropInto(text.getByRole('heading', { name: 'Who came' }), photo);
  const figure = text.getByRole('group', { name: 'Photo 1 in the text' });
  await figure.waitFor();
  await keyboard.press('Alt+ArrowDown');
  await keyboard.press('Enter');
  await keyboard.type('The quay at dawn');
  await expect(app.photoCard(1).getByLabel('Caption', { exact: true })).toHaveValue(
    'The quay at dawn',
  );
  await figure.getByLabel('Credit line').fill('Piet Aarden');
  await app.file();

  const shown = app.article.locator('.article-body');
  await expect(shown.locator(':scope > :not(.article-end)')).toHaveText([
    'The ferry sailed on Thursday.',
    'Who came',
    /The quay at dawn\s*Piet Aarden/,
    /Ines Calder\s*Tomas Brandl/,
    'Nobody was late.',
  ]);
  await expect(app.article.locator('.figure-lead')).toHaveCount(0);
  await expect(app.rows.first()).not.toContainText('photo:');
  await shown.getByRole('button', { name: /The quay at dawn/ }).click();
  await expect(app.dialog).toContainText('The quay at dawn');
  await keyboard.press('Escape');

  await expect
    .poll(() => filedBody(folder).catch(() => ''))
    .toMatch(
      /^The ferry sailed on \*\*Thursday\*\*\.\n\n## Who came\n\n!\[\]\(photo:[0-9a-f]{64}\)\n\n- Ines Calder\n- Tomas Brandl\n\nNobody was late\.$/,
    );
});

test('the editor undoes its own steps, and leaves alone what nobody changed', async ({
  archive: app,
}) => {
  const body = '*One*\n===\n\nTwo _and_ two.\n\n\n* a\n* b\n\n| x | y |\n|---|---|\n| 1 | 2 |';
  await app.addReleases([content({ headline: 'A tidal laboratory', body })]);
  await app.rows.first().click();
  await app.button('Edit').click();
  const text = app.field('Text');
  await expect(text.locator('table')).toContainText('1');
  await text.getByText('Two and two.').click();
  await app.window.keyboard.press('End');
  await app.window.keyboard.type(' More.');
  await app.press('z');
  await expect(text).not.toContainText('More.');
  await app.press('Shift+z');
  await expect(text).toContainText('Two and two. More.');
  await app.button('Markdown').click();
  await expect(app.field('Text')).toHaveValue(
    body.replace('Two _and_ two.\n\n\n', 'Two *and* two. More.\n\n'),
  );
  await app.field('Text').fill(body);
  await app.button('Markdown').click();
  await expect(app.field('Text')).not.toContainText('More.');
});

test('what is pasted loses its looks, keeps its sense, and fetches nothing', async ({
  archive: app,
}) => {
  const complaints: string[] = [];
  app.window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await app.button('New release').first().click();
  await app.button('Empty form').click();
  const text = app.field('Text');
  await text.click();
  const html = `<html><head><style>p{color:red}</style></head><body>
    <h2 style="color:blue">Who came</h2>
    <p class="MsoNormal" style="margin:0">Two <span style="font-weight:700">bold</span> words and <b style="font-weight:normal">none</b>.</p>
    <p class="MsoListParagraph" style="mso-list:l0 level1"><!--[if !supportLists]--><span style="mso-list:Ignore">·<span>&nbsp;</span></span><!--[endif]-->First</p>
    <p class="MsoListParagraph" style="mso-list:l0 level1"><span style="mso-list:Ignore">·</span>Second</p>
    <img src="https://example.org/tracker.png"></body></html>`;
  await paste(text, html, 'Who came');
  await expect(app.message('1 image')).toBeVisible();
  await expect(text.locator('[style]')).toHaveCount(0);
  await app.button('Markdown').click();
  await expect(app.field('Text')).toHaveValue(
    '## Who came\n\nTwo **bold** words and none.\n\n- First\n- Second',
  );
  expect(complaints).toEqual([]);
});

test('the toolbar works by keyboard alone', async ({ archive: app }) => {
  await app.button('New release').first().click();
  await app.button('Empty form').click();
  const text = app.field('Text');
  await text.click();
  const { keyboard } = app.window;
  await keyboard.type('See the programme');
  await keyboard.press('Alt+F10');
  await expect(app.window.getByRole('button', { name: /^Kind of paragraph/ })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(app.window.getByRole('button', { name: 'Bold' })).toBeFocused();
  // The first one may only close the button's tooltip.
  await expect(async () => {
    await keyboard.press('Escape');
    await expect(text).toBeFocused({ timeout: 500 });
  }).toPass();
  // For a moment after it has the focus, ProseMirror puts its own selection back.
  await expect(async () => {
    await keyboard.press('End');
    await keyboard.press('Shift+Control+ArrowLeft');
    await app.window.waitForTimeout(150);
    expect(await app.window.evaluate(() => String(getSelection()))).toBe('programme');
  }).toPass();
  await app.press('Shift+k');
  await app.field('Address of the link').fill('example.org/a');
  await keyboard.press('Enter');
  await expect(text).toBeFocused();
  await app.button('Markdown').click();
  await expect(app.field('Text')).toHaveValue('See the [programme](https://example.org/a)');
});
