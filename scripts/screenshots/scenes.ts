import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chineseRelease, englishRelease } from '../../tests/support/samples';
import type { Scene } from './scene';

import {
  breakOffImport,
  discard,
  dismissToasts,
  dropForm,
  dropHeldPack,
  editorReady,
  fillForm,
  importTwice,
  openHeldPack,
  openIllustrated,
  openPack,
  openRow,
  pressInSidebar,
  search,
  type,
  undo,
} from './steps';

const nothing = (): Promise<void> => Promise.resolve();

export const scenes: readonly Scene[] = [
  { name: 'welcome', about: 'First run', archive: 'none', show: nothing },
  {
    name: 'empty-archive',
    about: 'An archive with nothing in it',
    archive: 'empty',
    show: nothing,
  },
  {
    name: 'empty-trash',
    about: 'Nothing in the trash',
    archive: 'empty',
    show: async (app) => {
      await pressInSidebar(app, 'lucide-trash-2');
      await app.window.locator('.empty').first().waitFor();
    },
  },
  {
    name: 'filing',
    about: 'Where a text is pasted or dropped',
    archive: 'empty',
    show: async (app) => {
      await app.choose('new-release');
      await app.window.locator('.intake-text').waitFor();
    },
    leave: dropForm,
  },
  {
    name: 'form',
    about: 'What was recognised in a text, beside the text',
    archive: 'empty',
    show: (app) => fillForm(app, englishRelease),
    leave: dropForm,
  },
  {
    name: 'form-chinese',
    about: 'The same with a Chinese text',
    archive: 'empty',
    show: (app) => fillForm(app, chineseRelease),
    leave: dropForm,
  },
  {
    name: 'form-embargo',
    about: 'A text that names an embargo without its zone',
    archive: 'empty',
    show: (app) => fillForm(app, `EMBARGOED UNTIL 00:01, 5 August 2031\n\n${englishRelease}`),
    leave: dropForm,
  },
  {
    name: 'form-embargo-whole',
    about: 'A text that says all of its embargo',
    archive: 'empty',
    show: (app) => fillForm(app, `北京时间2031年8月5日上午9时前请勿发布\n\n${chineseRelease}`),
    leave: dropForm,
  },
  {
    name: 'form-calendar',
    about: 'Choosing a day',
    archive: 'empty',
    show: async (app) => {
      await fillForm(app, chineseRelease);
      const day = app.window.locator('[data-field=publicationDate] [data-type=day]');
      await day.press('Alt+ArrowDown');
      await app.window.locator('.calendar-grid').waitFor();
    },
    leave: async (app) => {
      await app.window.keyboard.press('Escape');
      await dropForm(app);
    },
  },
  {
    name: 'leave-question',
    about: 'Closing a form that was typed in',
    archive: 'empty',
    show: async (app) => {
      await fillForm(app, englishRelease);
      await app.choose('close-editor');
      await app.window.getByRole('alertdialog').waitFor();
    },
    leave: discard,
  },
  {
    name: 'archive',
    about: 'All releases, one of them open',
    archive: 'sample',
    show: (app) => openRow(app, 0),
  },
  {
    name: 'import',
    about: 'What an import takes, before anything was chosen',
    archive: 'sample',
    show: async (app) => {
      await app.choose('import');
      await app.window.locator('.import').waitFor();
    },
  },
  {
    name: 'import-question',
    about: 'A release that an import was not sure of',
    archive: 'sample',
    show: async (app) => {
      await importTwice(app);
      await app.window.locator('.toast').first().waitFor();
      await dismissToasts(app);
      await pressInSidebar(app, 'lucide-file-warning');
      await app.window.locator('.row', { hasText: 'Tidal Power' }).click();
      await app.window.locator('.review').first().waitFor();
    },
    leave: async (app) => {
      await undo(app);
    },
  },
  {
    name: 'translation-question',
    about: 'A release that may tell in its language what another one tells',
    archive: 'sample',
    show: async (app) => {
      await pressInSidebar(app, 'lucide-file-warning');
      await app.window.locator('.row', { hasText: 'Scholarship' }).click();
      await app.window.locator('.review').first().waitFor();
    },
  },
  {
    name: 'lacks',
    about: 'A release with a photo that has no caption',
    archive: 'sample',
    show: async (app) => {
      await pressInSidebar(app, 'lucide-file-warning');
      await app.window.locator('.row', { hasText: 'Which Line' }).click();
      await app.article.waitFor();
    },
  },
  {
    name: 'story',
    about: 'A release and its version in the other language',
    archive: 'sample',
    show: async (app) => {
      await search(app, 'lanterns');
      await openRow(app, 0);
      await app.window.locator('.story').waitFor();
    },
  },
  {
    name: 'embargo',
    about: 'Releases under embargo',
    archive: 'sample',
    show: async (app) => {
      await pressInSidebar(app, 'lucide-clock');
      await app.window.locator('.embargo-note').waitFor();
    },
  },
  {
    name: 'release-photos',
    about: 'A release with photos',
    archive: 'sample',
    show: openIllustrated,
  },
  {
    name: 'light-box',
    about: 'A photo in full, with caption and credit',
    archive: 'sample',
    show: async (app) => {
      await openIllustrated(app);
      await app.window.locator('.figure-button').first().click();
      await app.window.locator('.light-box-image').waitFor();
    },
  },
  {
    name: 'search',
    about: 'An English search: hits, facets, snippets',
    archive: 'sample',
    show: async (app) => {
      await search(app, 'students harbour');
      await openRow(app, 0);
    },
  },
  {
    name: 'search-chinese',
    about: 'A Chinese search',
    archive: 'sample',
    show: async (app) => {
      await search(app, '学生');
      await openRow(app, 0);
    },
  },
  {
    name: 'search-fields',
    about: 'Conditions as chips',
    archive: 'sample',
    show: (app) => search(app, 'lang:en year:2018..2024 -trash:x students'),
  },
  {
    name: 'search-proposals',
    about: 'Completion while typing',
    archive: 'sample',
    show: async (app) => {
      await app.window.locator('#release-search').fill('');
      await app.window.locator('#release-search').pressSequentially('partner:');
      await app.window.locator('.proposal').first().waitFor();
    },
  },
  {
    name: 'search-nothing',
    about: 'Nothing found',
    archive: 'sample',
    show: async (app) => {
      await type(app, '"nobody wrote this" zzzz');
      await app.window.locator('.empty').first().waitFor();
    },
  },
  {
    name: 'search-help',
    about: 'How to search',
    archive: 'sample',
    show: (app) => app.choose('search-help'),
  },
  {
    name: 'find-in-release',
    about: 'Find in the release that is read',
    archive: 'sample',
    show: async (app) => {
      await openIllustrated(app);
      await app.choose('find-in-release');
    },
  },
  {
    name: 'several-chosen',
    about: 'Several releases chosen',
    archive: 'sample',
    show: async (app) => {
      const rows = app.window.locator('.row');
      await rows.first().click();
      await rows.nth(2).click({ modifiers: ['Shift'] });
    },
  },
  {
    name: 'edit-many',
    about: 'The same change for several releases',
    archive: 'sample',
    show: async (app) => {
      const rows = app.window.locator('.row');
      await rows.first().click();
      await rows.nth(2).click({ modifiers: ['Shift'] });
      await app.choose('edit-many');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'context-menu',
    about: 'What can be done with a release',
    archive: 'sample',
    show: async (app) => {
      await app.window.locator('.row').nth(1).click({ button: 'right' });
      await app.window.locator('.menu-item').first().waitFor();
    },
  },
  {
    name: 'palette',
    about: 'Every command by its name',
    archive: 'sample',
    show: async (app) => {
      await app.choose('palette');
      await app.window.locator('.palette-row').first().waitFor();
    },
  },
  {
    name: 'help',
    about: 'A page of the help, and where a word stands in it',
    archive: 'sample',
    show: async (app) => {
      await app.choose('help');
      await app.window.locator('.help-search-input').fill('F');
      await app.window.locator('.help-hit').first().click();
      await app.window.locator('.help-article mark').first().waitFor();
    },
  },
  {
    name: 'shortcuts',
    about: 'The keys',
    archive: 'sample',
    show: async (app) => {
      await app.choose('shortcuts');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'about',
    about: 'What the program is built with',
    archive: 'sample',
    show: async (app) => {
      await app.choose('about');
      await app.window.locator('.notice').first().waitFor();
    },
  },
  {
    name: 'help-start',
    about: 'The first page of the help',
    archive: 'sample',
    show: async (app) => {
      await app.choose('help');
      await app.window.locator('.help-article').waitFor();
    },
  },
  { name: 'pack', about: 'A press pack', archive: 'sample', show: openPack },
  {
    name: 'pack-embargo',
    about: 'A press pack with a release under embargo',
    archive: 'sample',
    show: openHeldPack,
    leave: dropHeldPack,
  },
  {
    name: 'pack-embargo-question',
    about: 'Before something under embargo is handed out',
    archive: 'sample',
    show: async (app) => {
      await openHeldPack(app);
      await app.window.locator('.reader-bar .button-primary').click();
      await app.window.getByRole('alertdialog').waitFor();
    },
    leave: async (app) => {
      await app.window.keyboard.press('Escape');
      await dropHeldPack(app);
    },
  },
  {
    name: 'add-to-pack',
    about: 'Which pack a release goes into',
    archive: 'sample',
    show: async (app) => {
      await openRow(app, 0);
      await app.choose('add-to-pack');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'revising',
    about: 'A release is edited',
    archive: 'sample',
    show: async (app) => {
      await openIllustrated(app);
      await app.choose('edit-release');
      await app.window.locator('.editor-columns').waitFor();
      await editorReady(app);
    },
    leave: dropForm,
  },
  {
    name: 'history',
    about: 'Earlier versions',
    archive: 'sample',
    show: async (app) => {
      await openRow(app, 0);
      await app.choose('show-history');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'partner',
    about: 'A partner and its names',
    archive: 'sample',
    show: async (app) => {
      await app.choose('new-partner');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'institution',
    about: 'The institution’s own names',
    archive: 'sample',
    show: async (app) => {
      await app.choose('institution');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'backups',
    about: 'Backups',
    archive: 'sample',
    show: async (app) => {
      await app.choose('backups');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'verify',
    about: 'The archive is checked',
    archive: 'sample',
    show: async (app) => {
      await app.choose('verify-archive');
      await app.window.locator('.dialog').getByRole('status').first().waitFor();
    },
  },
  {
    name: 'undone',
    about: 'What was done can be taken back',
    archive: 'sample',
    show: async (app) => {
      await openRow(app, 1);
      await app.choose('delete-release');
      await app.window.locator('.toast').waitFor();
    },
    leave: async (app) => {
      await undo(app);
    },
  },
  {
    name: 'list-compact',
    about: 'The list in one line a release',
    archive: 'sample',
    show: (app) => app.choose('list-compact'),
    leave: (app) => app.choose('list-comfortable'),
  },
  {
    name: 'list-cards',
    about: 'The list as cards',
    archive: 'sample',
    show: (app) => app.choose('list-cards'),
    leave: (app) => app.choose('list-comfortable'),
  },
  {
    name: 'list-timeline',
    about: 'The list along a line of time',
    archive: 'sample',
    show: (app) => app.choose('list-timeline'),
    leave: (app) => app.choose('list-comfortable'),
  },
  {
    name: 'compare',
    about: 'Two releases side by side',
    archive: 'sample',
    show: async (app) => {
      const rows = app.window.locator('.row');
      await rows.first().click();
      await rows.nth(1).click({ modifiers: ['Shift'] });
      await app.choose('compare-releases');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'tray',
    about: 'The pack that is being filled',
    archive: 'sample',
    show: async (app) => {
      await openRow(app, 0);
      await app.choose('add-to-tray');
      await app.window.locator('.tray-item').first().waitFor();
    },
    leave: async (app) => {
      await undo(app);
      await app.window.locator('.tray-item').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'settings',
    about: 'Settings',
    archive: 'sample',
    show: async (app) => {
      await app.choose('settings');
      await app.dialog.waitFor();
    },
  },
  {
    name: 'settings-watched',
    about: 'A folder that is watched',
    archive: 'sample',
    show: async (app) => {
      await app.choose('settings');
      await app.dialog.waitFor();
      const folder = join(tmpdir(), 'Incoming releases');
      await mkdir(folder, { recursive: true });
      await app.willChooseFolder(folder);
      await app.window.locator('.settings-watch .button').first().click();
      await app.window.locator('.settings-watch .segmented').scrollIntoViewIfNeeded();
    },
    leave: async (app) => {
      await app.window.evaluate(() => window.archive.request('watch:change', { status: null }));
    },
  },
  {
    name: 'unfinished-import',
    about: 'An import that did not end is offered again',
    archive: 'sample',
    show: async (app) => {
      await breakOffImport(app);
      await app.window.locator('.banner').first().waitFor();
    },
    leave: async (app) => {
      await app.window.locator('.banner .button').first().click();
      await dismissToasts(app);
    },
  },
  {
    name: 'more-contrast',
    about: 'More contrast',
    archive: 'sample',
    show: async (app) => {
      await app.choose('contrast-more');
      await search(app, 'students harbour');
      await openRow(app, 0);
    },
    leave: (app) => app.choose('contrast-more'),
  },
];
