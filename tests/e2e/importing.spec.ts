import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppDriver } from '../support/app-driver';
import { filesBelow } from '../support/files-below';
import { pngPhoto } from '../support/samples';
import { expect, test } from './fixtures';

const paragraphs = [
  'The first pier of the new harbour is open to the public from today on, after three years of work.',
  'It is four hundred metres long and carries a railway, two cranes and a promenade with benches.',
  'The polytechnic has measured the currents around it for a year and found them weaker than feared.',
  'Fishermen of the town had asked for a landing place of their own, and have one at its northern end.',
  'A second pier is planned, and will be built as soon as the council has agreed upon its place.',
];

function pier(last = 'Visitors are asked to leave their bicycles at the gate.'): string {
  return [
    'Northquay opens the first pier',
    `NORTHQUAY, 3 May 2021 – ${paragraphs[0] ?? ''}`,
    ...paragraphs.slice(1),
    last,
  ].join('\n\n');
}

function small(headline: string, day: number): string {
  return `${headline}\n\nNORTHQUAY, ${day} June 2021 – The ${headline.toLowerCase()} was received with applause by all who had come to the quay on that day.\n`;
}

/** Two releases of which the second is nearly the first, one of its own, and a broken document. */
async function mixedFolder(folder: string): Promise<string> {
  const path = join(folder, 'releases');
  await mkdir(join(path, '2021'), { recursive: true });
  await writeFile(join(path, '2021', 'pier.txt'), pier());
  await writeFile(join(path, '2021', 'pier.png'), pngPhoto());
  await writeFile(join(path, '2021', 'pier2.txt'), pier('The gate is closed at night.'));
  await writeFile(join(path, 'choir.md'), small('Choir of the quay', 9));
  await writeFile(join(path, 'broken.docx'), Buffer.from('PK\u0003\u0004 this is no document'));
  return path;
}

async function importFolder(app: AppDriver, path: string): Promise<void> {
  await app.choose('import');
  await app.willChooseFolder(path);
  await app.button('Choose a folder…').click();
  await app.button('Start import').click();
  await reportOf(app).waitFor();
}

function reportOf(app: AppDriver) {
  return app.window.getByRole('listbox', { name: 'Files of the import' });
}

test('a folder is imported, what is unsure is decided, and all of it is undone', async ({
  archive: app,
  folder,
}) => {
  await importFolder(app, await mixedFolder(folder));
  const rows = reportOf(app).getByRole('option');
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: 'broken.docx' })).toContainText('broken.docx');
  const report = join(folder, 'report.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, report);
  await app.button('Save report…').click();
  await app.toast('The report is saved').waitFor();
  expect(await readFile(report, 'utf8')).toContain('pier2.txt');

  await app.button('Look at 1 release').click();
  const question = app.window.getByRole('region', { name: 'Question of the import' });
  await expect(question).toContainText('% of the text is that of');
  await app.button('Compare').click();
  await expect(app.dialog).toContainText('The gate is closed at night.');
  await app.window.keyboard.press('Escape');
  // In the list a letter decides.
  await app.rows.first().click();
  await app.window.keyboard.press('n');
  await app.toast('The other one has this text now').waitFor();
  await expect(question).toBeHidden();
  await app.sidebarEntry(/^All releases/).click();
  await app.search('gate');
  await expect(app.rows).toHaveCount(1);
  await expect(app.article).toContainText('The gate is closed at night.');

  // The decision first, then the import, in one step.
  await app.search('');
  await app.rows.first().click();
  await app.press('z');
  await expect(app.rows).toHaveCount(3);
  await app.press('z');
  await expect(app.rows).toHaveCount(0);
});

test('an import that was killed is gone on with', async ({ folder }) => {
  test.slow();
  const userData = join(folder, 'user');
  const path = join(folder, 'releases');
  await bulletins(path, 400);
  const first = await AppDriver.launch({ userData });
  await first.createArchive(join(folder, 'archive'), 'Northquay Polytechnic');
  await first.choose('import');
  await first.willChooseFolder(path);
  await first.button('Choose a folder…').click();
  await first.button('Start import').click();
  // Elsewhere it is told by a strip.
  await first.button('Back to the releases').click();
  const strip = first.window.getByRole('complementary', { name: 'Importing' });
  await expect(strip).toContainText(/of 400 files/);
  await expect(first.rows.first()).toBeVisible();
  await first.kill();

  const app = await AppDriver.launch({ userData, archive: join(folder, 'archive') });
  await app.window.getByText(/^The import of today .* was broken off/).waitFor();
  await app.window.getByText('releases', { exact: true }).waitFor();
  // Another one would take its place.
  await app.choose('import');
  await app.willChooseFolder(await mixedFolder(join(folder, 'more')));
  await app.button('Choose a folder…').click();
  await app.button('Start import').click();
  const question = app.window.getByRole('alertdialog');
  await expect(question).toContainText('it can’t be gone on with');
  await app.button('Go on with it').click();
  await reportOf(app).waitFor({ timeout: 60_000 });
  await app.sidebarEntry(/^All releases/).click();
  await app.window.getByText('400 releases').waitFor();
  await expect(app.window.getByText(/was broken off/)).toBeHidden();
  await app.quit();
});

test('a folder that is dropped is handed over and imported', async ({ archive: app, folder }) => {
  const path = await mixedFolder(folder);
  await dropFolder(app, path);
  await app.window.getByText('Ready to import').waitFor();
  await app.window.getByText('5 files').waitFor();
  await app.button('Start import').click();
  const rows = reportOf(app).getByRole('option');
  await expect(rows).toHaveCount(4);
  // Nobody knows the folder in which the archive kept them meanwhile.
  await expect(rows.filter({ hasText: 'Choir' })).toContainText('releases/choir.md');
  await expect(rows.filter({ hasText: 'Choir' })).not.toContainText('cache');
  await rows.filter({ hasText: 'Choir' }).click();
  await expect(app.article).toContainText('Choir of the quay');
});

test('six texts are imported, and a single one fills the form', async ({
  archive: app,
  folder,
}) => {
  const paths: string[] = [];
  for (let number = 1; number <= 6; number += 1) {
    const path = join(folder, `small ${number}.txt`);
    await writeFile(path, small(`Bulletin number ${number}`, number));
    paths.push(path);
  }
  await app.drop(paths);
  await app.window.getByText('What was dropped').waitFor();
  await app.button('Back to the releases').click();
  await app.dropRelease(paths[0] ?? '');
  await expect(app.field('Headline')).toHaveValue('Bulletin number 1');
});

test('an import that is cancelled keeps what was filed, and is gone on with or undone', async ({
  archive: app,
  folder,
}) => {
  test.slow();
  const path = join(folder, 'releases');
  await bulletins(path, 400);
  await app.choose('import');
  await app.willChooseFolder(path);
  await app.button('Choose a folder…').click();
  await app.button('Start import').click();
  await app.window.getByText(/^[1-9]\d* of 400 files/).waitFor();
  await app.button('Cancel').click();
  await reportOf(app).waitFor();
  await app.window.getByText(/What was filed by then stays/).waitFor();
  await app.button('Go on').click();
  await app.window.getByText(/^Finished/).waitFor({ timeout: 60_000 });
  await app.button('Undo this import').click();
  await app.window.getByText('This import is undone.').waitFor();
  await expect(app.button('Undo this import')).toBeDisabled();
  // The part before the pause, too.
  await app.sidebarEntry(/^All releases/).click();
  await app.window.getByText('No releases yet').waitFor();
});

test('a watched folder is read by itself', async ({ archive: app, folder }) => {
  test.slow();
  const path = join(folder, 'incoming');
  await mkdir(path);
  await writeFile(join(path, 'choir.txt'), small('Choir of the quay', 9));
  await app.choose('settings');
  await app.willChooseFolder(path);
  await app.button('Watch a folder…').click();
  await app.dialog.getByText('Watched while this archive is open.').waitFor();
  await app.window.keyboard.press('Escape');
  await app.toast('1 release filed from').waitFor();
  await expect(app.rows).toHaveCount(1);
  await expect(app.rows.first()).toContainText('Choir of the quay');
});

async function bulletins(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const words = Array.from(
      { length: 80 },
      (_, at) => `w${(number * 7919 + at * 104_729) % 99_991}`,
    );
    await writeFile(
      join(folder, `note-${number}.txt`),
      `Bulletin ${number} of the harbour\n\nNORTHQUAY, 3 June 2020 – ${words.join(' ')}.\n`,
    );
  }
}

/**
 * Drops a folder. No test can have the system do that, so the page is given a folder of its own file
 * system in the system's place; it reads that in the same way.
 */
async function dropFolder(app: AppDriver, folder: string): Promise<void> {
  const name = basename(folder);
  const files = await Promise.all(
    (await filesBelow(folder)).map(async (path) => ({
      path: `${name}/${path}`,
      base64: (await readFile(join(folder, path))).toString('base64'),
    })),
  );
  const carried = await app.window.evaluateHandle(
    async ({ files: given, root }) => {
      const page = window as unknown as {
        webkitRequestFileSystem(
          kind: number,
          bytes: number,
          done: (system: FileSystem) => void,
          failed: (error: unknown) => void,
        ): void;
      };
      const system = await new Promise<FileSystem>((resolve, reject) => {
        page.webkitRequestFileSystem(0, 10_000_000, resolve, reject);
      });
      type Writing = FileSystemFileEntry & {
        createWriter(done: (writer: EventTarget & { write(data: Blob): void }) => void): void;
      };
      const folderAt = (path: string): Promise<FileSystemDirectoryEntry> =>
        new Promise((resolve, reject) => {
          system.root.getDirectory(
            path,
            { create: true },
            (entry) => {
              resolve(entry as FileSystemDirectoryEntry);
            },
            reject,
          );
        });
      for (const { path, base64 } of given) {
        const parts = path.split('/').slice(0, -1);
        for (let depth = 1; depth <= parts.length; depth += 1) {
          await folderAt(parts.slice(0, depth).join('/'));
        }
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        await new Promise<void>((resolve, reject) => {
          const write = (entry: FileSystemEntry): void => {
            (entry as Writing).createWriter((writer) => {
              writer.addEventListener('writeend', () => {
                resolve();
              });
              writer.write(new Blob([bytes]));
            });
          };
          system.root.getFile(path, { create: true }, write, reject);
        });
      }
      const entry = await folderAt(root);
      DataTransferItem.prototype.webkitGetAsEntry = () => entry;
      const transfer = new DataTransfer();
      transfer.items.add(new File([], root));
      return transfer;
    },
    { files, root: name },
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await app.window.dispatchEvent('body', type, { dataTransfer: carried });
  }
}
