import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { AppDriver } from '../support/app-driver';
import { content } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

interface Written {
  readonly headline: string;
  readonly body: string;
  readonly year: number;
  readonly partner?: 'Maravel Turbines' | 'Lantern Foundation';
  readonly tags?: readonly string[];
}

const written: readonly Written[] = [
  {
    headline: 'A tidal laboratory opens',
    body: 'The rector signed the agreement in front of the test tank. Café visitors watched the tidal blades turn.',
    year: 2023,
    partner: 'Maravel Turbines',
    tags: ['energy'],
  },
  {
    headline: 'Turbine blades are tested in slow currents',
    body: 'Students of the engineering faculty measured tidal blades in the tank for a fortnight.',
    year: 2022,
    partner: 'Maravel Turbines',
    tags: ['energy', 'students'],
  },
  {
    headline: 'Scholarships for firefighters',
    body: 'The foundation pays for ten firefighters. Their training begins in the harbour.',
    year: 2021,
    partner: 'Lantern Foundation',
    tags: ['students'],
  },
  {
    headline: 'More firefighters train in the harbour',
    body: 'Firefighters of three towns came. The training with water cannons took a week.',
    year: 2022,
    partner: 'Lantern Foundation',
  },
  {
    headline: 'The library stays open at night',
    body: 'Readers asked for it. The test phase begins in March; a night bus follows later.',
    year: 2020,
  },
];

async function fill(app: AppDriver): Promise<void> {
  await app.addPartners([
    {
      name: 'Maravel Turbines',
      aliases: [{ name: '澜光科技', language: 'zh' }],
      kind: 'company',
      country: '',
    },
    { name: 'Lantern Foundation', aliases: [], kind: 'ngo', country: '' },
  ]);
  const ids = await app.window.evaluate(async () => {
    const reply = await window.archive.request('partner:list', null);
    return reply.ok ? reply.value.map(({ id, name }) => [name, id] as const) : [];
  });
  const idOf = new Map<string, string>(ids);
  await app.addReleases(
    written.map(({ headline, body, year, partner, tags = [] }, index) =>
      content({
        headline,
        body,
        publicationDate: `${year}-03-1${index}`,
        tags: [...tags],
        partnerIds: partner === undefined ? [] : [idOf.get(partner) ?? ''],
      }),
    ),
  );
}

function headlines(app: AppDriver): Locator {
  return app.rows.locator('.row-headline');
}

function chip(app: AppDriver, name: string | RegExp): Locator {
  return app.window.getByRole('grid', { name: 'Active filters' }).getByRole('row', { name });
}

function proposals(app: AppDriver): Locator {
  return app.window.getByRole('listbox', { name: 'What can be searched for' });
}

function facet(app: AppDriver, name: RegExp): Locator {
  return app.window.getByRole('region', { name: 'Narrow' }).getByRole('button', { name });
}

test('a field and its value are completed, become a chip, and the chip is removed', async ({
  archive: app,
}) => {
  await fill(app);
  const { keyboard } = app.window;
  await app.searchField.click();
  await keyboard.type('part');
  await expect(app.searchField).toHaveAttribute('aria-expanded', 'true');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(app.searchField).toHaveValue('partner:');
  await expect(proposals(app).getByRole('option')).toHaveCount(2);
  await keyboard.type('mar');
  await expect(proposals(app).getByRole('option')).toHaveText(['Maravel Turbines2']);
  await keyboard.press('ArrowDown');
  await expect(app.searchField).toHaveAttribute('aria-activedescendant', 'search-proposals-0');
  await keyboard.press('Tab');
  await expect(app.searchField).toHaveValue('partner:"Maravel Turbines" ');
  await expect(app.searchField).toBeFocused();
  await expect(proposals(app)).toHaveCount(0);
  await expect(app.rows).toHaveCount(2);

  await keyboard.type('currents');
  await expect(headlines(app).first()).toHaveText('Turbine blades are tested in slow currents');
  await chip(app, 'Partner: Maravel Turbines').focus();
  await keyboard.press('Delete');
  await expect(app.searchField).toHaveValue('currents');
  await expect(app.searchField).toBeFocused();

  await app.searchField.fill('headline:harbour year:2019..2022 -library "three towns"');
  await expect(app.rows).toHaveCount(1);
  await expect(chip(app, 'Headline: harbour')).toBeVisible();
  await expect(chip(app, 'Years 2019–2022')).toBeVisible();
  await expect(chip(app, 'not: library')).toBeVisible();
  await chip(app, '“three towns”').getByRole('button').click();
  await expect(app.searchField).toHaveValue('headline:harbour year:2019..2022 -library');
});

test('the counts to narrow by say when they are those of the question before', async ({
  archive: app,
}) => {
  await fill(app);
  await app.search('test');
  await expect(facet(app, /^Maravel Turbines/)).toBeVisible();
  const counts = app.window.locator('.narrow-counts');
  await expect(counts).toHaveAttribute('aria-busy', 'false');

  const states = await counts.evaluateHandle((element) => {
    const seen: string[] = [];
    new MutationObserver(() => {
      const now = `${element.getAttribute('aria-busy') ?? ''} ${element.textContent}`;
      if (seen.at(-1) !== now) seen.push(now);
    }).observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    return seen;
  });
  await app.search('harbour');
  await expect(facet(app, /^2021/)).toBeVisible();
  await expect(counts).toHaveAttribute('aria-busy', 'false');
  const seen = await states.jsonValue();
  expect(seen[0]).toMatch(/^true .*Maravel Turbines/);
  expect(seen.at(-1)).toMatch(/^false .*2021/);
  expect(seen.filter((state) => /^false .*Maravel Turbines/.test(state))).toEqual([]);
});

test('plain typing is not disturbed: Enter opens, arrows go to the list, Escape clears', async ({
  archive: app,
}) => {
  await fill(app);
  const { keyboard } = app.window;
  await app.searchField.click();
  await keyboard.type('test');
  await expect(app.searchField).toHaveAttribute('aria-expanded', 'false');
  await expect(app.hits.first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(app.window.getByRole('region', { name: 'Release', exact: true })).toBeFocused();
  await app.press('f');
  // In the reader that is its own field.
  await expect(app.field('Find in this release')).toBeFocused();
  await keyboard.press('Escape');
  await app.searchField.click();
  await keyboard.press('ArrowDown');
  await expect(app.window.getByRole('listbox', { name: 'Releases' })).toBeFocused();
  await app.press('f');
  await expect(app.searchField).toBeFocused();
  await keyboard.press('Escape');
  await expect(app.searchField).toHaveValue('');
  await expect(app.rows).toHaveCount(written.length);
});

test('facets narrow the search and say how many there are', async ({ archive: app }) => {
  await fill(app);
  await app.search('the');
  await app.search('blades OR firefighters');
  await expect(app.rows).toHaveCount(4);
  await expect(facet(app, /^Maravel Turbines/)).toHaveText('Maravel Turbines2');
  await facet(app, /^Maravel Turbines/).click();
  await expect(app.searchField).toHaveValue(/partner:"Maravel Turbines"/);
  await expect(app.rows).toHaveCount(2);
  await expect(facet(app, /^Maravel Turbines/)).toHaveAttribute('aria-pressed', 'true');
  await facet(app, /^2022/).click();
  await expect(app.rows).toHaveCount(1);
  await facet(app, /^Maravel Turbines/).click();
  await expect(app.searchField).not.toHaveValue(/partner/);
  await expect(app.rows).toHaveCount(2);

  const fold = app.button('Narrow');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await fold.click();
  await expect(facet(app, /^2022/)).toHaveCount(0);
});

test('another spelling is offered, also where nothing was found', async ({ archive: app }) => {
  await fill(app);
  await app.search('firefigters harbour');
  const offered = app.window.getByRole('button', { name: 'firefighters harbour' });
  await expect(offered.locator('em')).toHaveText('firefighters');
  expect(await violations(app)).toEqual([]);
  await offered.click();
  await expect(app.searchField).toHaveValue('firefighters harbour');
  await expect(offered).toHaveCount(0);
  await expect(headlines(app).first()).toContainText('firefighters');

  await app.sidebarEntry(/^2020/).first().click();
  await expect(app.window.getByText('Nothing found for')).toBeVisible();
  await app.button('Search all releases').click();
  await expect(app.rows).toHaveCount(2);
});

test('phrases are exact, excluded words stay away, and unreadable pieces are explained', async ({
  archive: app,
}) => {
  await fill(app);
  await app.search('"test phase"');
  await expect(headlines(app)).toHaveText(['The library stays open at night']);
  await app.search('"phase test"');
  await expect(app.window.getByText('Nothing found for')).toBeVisible();
  await app.search('test -library');
  await expect(headlines(app)).not.toContainText(['library']);
  await app.search('colour:red tank');
  await expect(
    app.window.getByText('“colour:red” was searched as words: there is no field “colour”.'),
  ).toBeVisible();
});

test('releases with all the words stand above those with some of them', async ({
  archive: app,
}) => {
  await fill(app);
  await app.search('tidal blades fortnight');
  await expect(app.window.getByText('Some of the words')).toBeVisible();
  await expect(headlines(app).first()).toHaveText('Turbine blades are tested in slow currents');
});

test('a long query leaves room for what it finds, and ends where the archive stops reading', async ({
  archive: app,
}) => {
  await fill(app);
  const tags = Array.from({ length: 80 }, (_, number) => `-tag:"t${number}"`);
  await app.search(tags.join(' '));
  await expect(app.rows).toHaveCount(5);
  const chips = app.window.getByRole('grid', { name: 'Active filters' });
  expect((await chips.boundingBox())?.height).toBeLessThan(120);
  await app.searchField.fill('');
  await app.window.keyboard.insertText('tank '.repeat(4_000));
  expect((await app.searchField.inputValue()).length).toBe(10_000);
  await expect(app.rows).toHaveCount(2);
});

test('more like this shows what is about the same', async ({ archive: app }) => {
  await fill(app);
  await headlines(app).filter({ hasText: 'Scholarships for firefighters' }).click({
    button: 'right',
  });
  await app.window.getByRole('menuitem', { name: 'More like this' }).click();
  await expect(chip(app, 'Like: Scholarships for firefighters')).toBeVisible();
  await expect(headlines(app).first()).toHaveText('More firefighters train in the harbour');
});

test('a saved search is there after a restart, and can be renamed and deleted', async ({
  folder,
}) => {
  const userData = join(folder, 'user');
  const archive = join(folder, 'archive');
  let app = await AppDriver.launch({ userData });
  await app.createArchive(archive, 'Northquay Polytechnic');
  await fill(app);
  await app.search('partner:"Lantern Foundation" harbour');
  await app.press('Shift+s');
  await app.dialog.getByLabel('Name').fill('Fire in the harbour');
  await app.window.keyboard.press('Enter');
  await expect(app.dialog).toHaveCount(0);
  await expect(app.sidebarEntry('Fire in the harbour').first()).toBeVisible();
  await app.quit();

  app = await AppDriver.launch({ userData, archive });
  await app.sidebarEntry('Fire in the harbour').first().click();
  await expect(app.searchField).toHaveValue('partner:"Lantern Foundation" harbour');
  await expect(app.rows).toHaveCount(2);
  await app.sidebarEntry('Fire in the harbour').first().click({ button: 'right' });
  await app.window.getByRole('menuitem', { name: 'Rename…' }).click();
  await app.dialog.getByLabel('Name').fill('Harbour');
  await app.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.sidebarEntry('Harbour').first()).toBeVisible();
  await app.sidebarEntry('Harbour').first().click({ button: 'right' });
  await app.window.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(app.sidebarEntry('Harbour')).toHaveCount(0);
  await app.message('Deleted the search').getByRole('button', { name: 'Undo' }).click();
  await expect(app.sidebarEntry('Harbour').first()).toBeVisible();
  await app.quit();
});

test('a search that was saved while the sidebar narrowed it shows the same list again', async ({
  archive: app,
}) => {
  await fill(app);
  await app.sidebarEntry('Lantern Foundation').first().click();
  await expect(headlines(app)).toHaveCount(2);
  const seen = await headlines(app).allTextContents();
  await app.press('Shift+s');
  await app.dialog.getByLabel('Name').fill('Lanterns');
  await app.window.keyboard.press('Enter');
  await app.sidebarEntry('All releases').first().click();
  await expect(headlines(app)).not.toHaveCount(seen.length);
  await app.sidebarEntry('Lanterns').first().click();
  await expect(app.searchField).toHaveValue('partner:"Lantern Foundation"');
  await expect.poll(() => headlines(app).allTextContents()).toEqual(seen);
});

test('something is found in the opened release itself', async ({ archive: app }) => {
  await fill(app);
  const { keyboard } = app.window;
  await headlines(app).filter({ hasText: 'A tidal laboratory opens' }).click();
  await keyboard.press('Enter');
  await expect(app.window.getByRole('region', { name: 'Release', exact: true })).toBeFocused();
  await app.press('f');
  await expect(app.field('Find in this release')).toBeFocused();
  await keyboard.type('cafe');
  await expect(app.window.getByText('1 of 1', { exact: true })).toBeVisible();
  await app.field('Find in this release').fill('tidal');
  // Not the "1 of 1" of before.
  await expect(app.window.getByText(/^1 of [2-9]/)).toBeVisible();
  await keyboard.press('Enter');
  await expect(app.window.getByText(/^2 of \d/)).toBeVisible();
  await keyboard.press('F3');
  await keyboard.press('Shift+F3');
  await keyboard.press('Shift+Enter');
  await expect(app.window.getByText(/^1 of \d/)).toBeVisible();
  await keyboard.press('Escape');
  await expect(app.field('Find in this release')).toHaveCount(0);
  await expect(app.window.getByRole('region', { name: 'Release', exact: true })).toBeFocused();
});

test('the search says how it is used, and its examples can be tried', async ({ archive: app }) => {
  await fill(app);
  await app.window.keyboard.press('F1');
  const help = app.window.getByRole('dialog', { name: 'How to search' });
  await expect(help).toBeVisible();
  await help.getByRole('button', { name: /^partner:/ }).click();
  await expect(help).toHaveCount(0);
  await expect(app.searchField).toHaveValue(/^partner:"/);
  await expect(app.rows).toHaveCount(2);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a search with all that belongs to it has no accessibility violation in the ${theme} theme`, async ({
    archive: app,
  }) => {
    await app.choose(`theme-${theme}`);
    await app.window.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
    await fill(app);
    await app.search('blades OR firefighters -library colour:red');
    await facet(app, /^Maravel Turbines/).click();
    await expect(chip(app, 'Partner: Maravel Turbines')).toBeVisible();
    expect(await violations(app), 'facets, chips and a note').toEqual([]);
    await app.searchField.fill('partner:');
    await proposals(app)
      .getByRole('option', { name: /Maravel/ })
      .waitFor();
    await app.searchField.press('ArrowDown');
    expect(await violations(app), 'completions').toEqual([]);
    await app.searchField.press('Escape');
    await app.choose('search-help');
    await app.window.getByRole('dialog', { name: 'How to search' }).waitFor();
    expect(await violations(app), 'help').toEqual([]);
    await app.window.keyboard.press('Escape');
    await app.search('tank');
    await expect(app.article).toBeVisible();
    await app.choose('find-in-release');
    await app.field('Find in this release').fill('the');
    expect(await violations(app), 'find in the release').toEqual([]);
    await app.choose('save-search');
    await app.dialog.getByLabel('Name').waitFor();
    expect(await violations(app), 'saving a search').toEqual([]);
  });
}
