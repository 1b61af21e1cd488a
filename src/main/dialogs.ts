import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
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
