import { setTimeout } from 'node:timers/promises';
import type { AppDriver } from '../../tests/support/app-driver';
import { englishRelease } from '../../tests/support/samples';

/* What leads to the screens. They are found by their classes and commands, for words differ by language. */

/** Longer than keys rest until what is beside the list follows; milliseconds. */
const restMs = 700;

/** Searches, until the reader and the counts have followed, too. */
export async function search(app: AppDriver, text: string): Promise<void> {
  await type(app, text);
  await app.window.locator('.list-took').waitFor();
}

export async function type(app: AppDriver, text: string): Promise<void> {
  await app.window.locator('#release-search').fill(text);
  await setTimeout(restMs);
}

export async function openRow(app: AppDriver, number: number): Promise<void> {
  await app.window.locator('.row').nth(number).click();
  await app.article.waitFor();
}

/** A release with photos is open. */
export async function openIllustrated(app: AppDriver): Promise<void> {
  await search(app, 'photo:yes');
  await app.window.locator('.row').first().click();
  await app.window.locator('.figure-image').first().waitFor();
}

export async function openPack(app: AppDriver): Promise<void> {
  await pressInSidebar(app, 'lucide-folder-closed');
  await app.window.locator('.pack-item').first().waitFor();
}

/** A new pack of what is under embargo, and one more. */
export async function openHeldPack(app: AppDriver): Promise<void> {
  await app.window.locator('.row').first().click();
  await app.window
    .locator('.row')
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await app.choose('add-to-tray');
  await app.window.locator('.tray-item').first().waitFor();
  await app.choose('show-tray-pack');
  await app.window.locator('.pack .embargo-note').waitFor();
}

export async function dropHeldPack(app: AppDriver): Promise<void> {
  await undo(app);
  await app.window.locator('.pack-item').first().waitFor({ state: 'detached' });
}

export async function fillForm(app: AppDriver, text: string): Promise<void> {
  await app.choose('new-release');
  await app.window.locator('.intake-text').fill(text);
  await app.press('Enter');
  await app.window.locator('.editor-columns').waitFor();
  await editorReady(app);
}

/** The field of the text is loaded by itself. */
export async function editorReady(app: AppDriver): Promise<void> {
  await app.window.locator('.ProseMirror').first().waitFor();
}

export const importOptions = {
  status: 'filed',
  tags: [],
  partnerIds: [],
  addPartners: false,
  encoding: null,
  again: false,
  mediaFolder: null,
} as const;

/** Imports a text twice, the second time in nearly the same words: a question for somebody. */
export async function importTwice(app: AppDriver): Promise<void> {
  const texts = [englishRelease, englishRelease.replace('Tidal Energy', 'Tidal Power')];
  await app.window.evaluate(
    async ([given, options]) => {
      const batch = crypto.randomUUID();
      for (const [index, text] of given.entries()) {
        const bytes = new TextEncoder().encode(text);
        const path = `releases/${String(index + 1)}.txt`;
        const taken = await window.archive.request('import:give', { batch, path, bytes });
        if (!taken.ok || index + 1 < given.length) continue;
        await window.archive.request('import:start', {
          paths: [taken.value.folder],
          options,
          replaces: true,
        });
      }
    },
    [texts, importOptions] as const,
  );
}

/** Leaves an import behind that did not end, as a program that was ended does. */
export async function breakOffImport(app: AppDriver): Promise<void> {
  await app.window.evaluate(
    async ([text, options]) => {
      // No function of its own in here: it runs in the page.
      const batch = crypto.randomUUID();
      let folder = '';
      for (let number = 0; number < 60; number += 1) {
        const bytes = new TextEncoder().encode(text.replace('Northquay', `Northquay ${number}`));
        const path = `releases/${String(number)}.txt`;
        const taken = await window.archive.request('import:give', { batch, path, bytes });
        if (taken.ok) folder = taken.value.folder;
      }
      const ended = window.archive.request('import:start', {
        paths: [folder],
        options,
        replaces: true,
      });
      await window.archive.request('import:cancel', null);
      await ended;
      const info = await window.archive.request('archive:info', null);
      if (!info.ok || info.value === null) return;
      await window.archive.request('archive:close', null);
      await window.archive.request('archive:open', { folder: info.value.folder });
    },
    [englishRelease, importOptions] as const,
  );
}

/** Takes back what was done last. */
export async function undo(app: AppDriver): Promise<void> {
  await dismissToasts(app);
  await app.choose('undo');
  await app.window.locator('.toast').first().waitFor();
  await dismissToasts(app);
}

export async function dismissToasts(app: AppDriver): Promise<void> {
  const close = app.window.locator('.toast .icon-button');
  while ((await close.count()) > 0) {
    await close.first().click();
    await app.settled();
  }
}

/** Throws the form away, whatever the question is called. */
export async function dropForm(app: AppDriver): Promise<void> {
  await app.choose('close-editor');
  await app.window.locator('[role=alertdialog], .pane-list').first().waitFor();
  await discard(app);
}

export async function discard(app: AppDriver): Promise<void> {
  const question = app.window.getByRole('alertdialog');
  if ((await question.count()) > 0) await question.locator('.button-danger').first().click();
  await app.window.locator('.pane-list').waitFor();
}

/** Presses a row of the sidebar, which is a drawer in a narrow window. */
export async function pressInSidebar(app: AppDriver, icon: string): Promise<void> {
  if ((await app.window.locator('.pane-sidebar').count()) === 0) {
    await app.choose('toggle-sidebar');
  }
  await app.window.locator(`.side-row .${icon}`).first().click();
  const veil = app.window.locator('.drawer-veil');
  if ((await veil.count()) > 0) await veil.click({ position: { x: 600, y: 300 } });
}
