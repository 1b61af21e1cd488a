import { embargoAt } from '../../src/shared/embargo';
import type { AppDriver } from '../support/app-driver';
import { content, englishRelease } from '../support/samples';
import { violations } from './axe';
import { expect, test } from './fixtures';

const languages = ['en', 'zh'] as const;

/** What axe finds of a screen in both themes; both are drawn by the one attribute that settings set. */
async function expectNone(app: AppDriver, screen: string): Promise<void> {
  expect(await violations(app), `${screen}, light`).toEqual([]);
  await showIn(app, 'dark');
  // Only its colours differ.
  expect(await violations(app, 'color-contrast'), `${screen}, dark`).toEqual([]);
  await showIn(app, 'light');
}

async function showIn(app: AppDriver, theme: 'light' | 'dark'): Promise<void> {
  await app.window.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
}

async function speak(app: AppDriver, language: (typeof languages)[number]): Promise<void> {
  await app.window.evaluate(
    (chosen) => window.archive.request('settings:change', { language: chosen }),
    language,
  );
  await app.window.waitForFunction(
    (chosen) => document.documentElement.lang.startsWith(chosen),
    language,
  );
}

/** Two releases, one of them under embargo, and a pack of it. */
async function fill(app: AppDriver): Promise<void> {
  const embargo = embargoAt('2126-08-05T00:01', 'Europe/London');
  await app.addReleases([
    content({ headline: 'Quay opens', tags: ['tides'], embargo }),
    content({ headline: 'Quay closes', body: 'It closed.\n\nNobody came.' }),
  ]);
  await app.rows.first().click();
  await app.window.locator('.article').waitFor();
}

const dialogs = ['palette', 'settings'] as const;

for (const language of languages) {
  test(`no main screen has an accessibility violation, in ${language}`, async ({
    archive: app,
  }) => {
    // A dozen looks of a machine that may have other work.
    test.setTimeout(120_000);
    await fill(app);
    await speak(app, language);
    await showIn(app, 'light');
    const { window } = app;
    const show = (selector: string) => window.locator(selector).first().waitFor();

    await window.locator('.side-row .lucide-clock').click();
    await show('.embargo-note');
    await expectNone(app, 'embargoed');
    await window.locator('.side-row .lucide-archive').click();
    await window.locator('.row').nth(1).waitFor();
    await expectNone(app, 'list and release');

    for (const command of dialogs) {
      await app.choose(command);
      await show('[role=dialog]');
      await expectNone(app, command);
      await window.keyboard.press('Escape');
      await expect(app.dialog).toHaveCount(0);
    }
    await app.choose('help');
    await show('.help-article');
    await expectNone(app, 'help');
    await window.keyboard.press('Escape');

    await window.locator('.row').first().click();
    await window
      .locator('.row')
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await app.choose('compare-releases');
    await show('.compare-field');
    await expectNone(app, 'compare');
    await window.keyboard.press('Escape');

    await app.choose('add-to-tray');
    await show('.tray-item');
    await expectNone(app, 'tray');
    await app.choose('show-tray-pack');
    await show('.pack-item');
    await show('.fix-row');
    await expectNone(app, 'press pack');

    await app.choose('new-release');
    await window.locator('.intake-text').fill(`EMBARGOED UNTIL 5 August 2031\n\n${englishRelease}`);
    await window.keyboard.press('Control+Enter');
    await show('.embargo-help');
    await expectNone(app, 'filing form');
  });
}

test('the welcome screen has no accessibility violation', async ({ app }) => {
  for (const language of languages) {
    await speak(app, language);
    await showIn(app, 'light');
    await expectNone(app, `welcome, ${language}`);
  }
});

test('in forced colours every control can still be seen', async ({ archive: app }) => {
  await fill(app);
  const { window } = app;
  await window.emulateMedia({ forcedColors: 'active' });
  expect(await invisibleControls(app), 'list and release').toEqual([]);
  await app.choose('settings');
  await app.dialog.waitFor();
  expect(await invisibleControls(app), 'settings').toEqual([]);
  await window.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await app.choose('new-release');
  await window.locator('.intake-text').fill(`EMBARGOED UNTIL 5 August 2031\n\n${englishRelease}`);
  await window.keyboard.press('Control+Enter');
  await window.locator('.embargo-help').waitFor();
  expect(await invisibleControls(app), 'filing form').toEqual([]);
});

/**
 * Controls in sight that nothing tells from their ground: their letters, drawing and border all have the
 * colour of what lies behind them.
 */
async function invisibleControls(app: AppDriver): Promise<readonly string[]> {
  await app.settled();
  return app.window.evaluate(() => {
    const groundOf = (element: Element | null): string => {
      for (let each = element; each !== null; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if (!/rgba\(.*, 0\)|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const inks = (element: Element): readonly string[] => {
      const style = getComputedStyle(element);
      const hasBorder = Number.parseFloat(style.borderTopWidth) > 0;
      return [
        ...(element.textContent.trim() === '' && element.tagName !== 'INPUT' ? [] : [style.color]),
        ...(hasBorder ? [style.borderTopColor] : []),
        ...[...element.querySelectorAll('svg')].map((svg) => getComputedStyle(svg).color),
      ];
    };
    const controls = document.querySelectorAll(
      'button, input, textarea, select, [role=option], [role=radio], [role=switch], [role=tab]',
    );
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => control.getBoundingClientRect().width > 2)
      .filter((control) => {
        const ground = groundOf(control);
        const around = groundOf(control.parentElement);
        const seen = inks(control);
        return ground === around && seen.every((ink) => ink === ground);
      })
      .map((control) => control.outerHTML.slice(0, 160));
  });
}
