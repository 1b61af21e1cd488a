import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { RequestArgument } from '../shared/ipc-contract';

type Purpose = RequestArgument<'archive:choose'>['purpose'];

const properties: Readonly<Record<Purpose, NonNullable<OpenDialogOptions['properties']>>> = {
  open: ['openDirectory'],
  create: ['openDirectory', 'createDirectory', 'promptToCreate'],
  restore: ['openDirectory', 'createDirectory', 'promptToCreate'],
  // A pack comes back as a folder or as a ZIP; Windows and Linux ask for one of them only.
  pack: process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openFile'],
};

/** null where the person thought better of it. */
export async function chooseArchiveFolder(
  window: BrowserWindow,
  purpose: Purpose,
): Promise<{ readonly folder: string } | null> {
  const folder = await chooseFolder(window, properties[purpose]);
  return folder === null ? null : { folder };
}

/** Where packs or backups go. */
export function chooseFolderForFiles(window: BrowserWindow): Promise<string | null> {
  return chooseFolder(window, ['openDirectory', 'createDirectory', 'promptToCreate']);
}

async function chooseFolder(
  window: BrowserWindow,
  properties: NonNullable<OpenDialogOptions['properties']>,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties });
  return canceled ? null : (filePaths[0] ?? null);
}

/** What to import: files, a folder, or the folder with an export's files. */
export async function chooseForImport(
  window: BrowserWindow,
  what: RequestArgument<'import:choose'>['what'],
): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** A path among the person's documents; null where they thought better of it. */
export async function chooseFileToSave(
  window: BrowserWindow,
  name: string,
  extension: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  return canceled || filePath === '' ? null : filePath;
}
