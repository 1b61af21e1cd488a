import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
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
  purpose: Purpose,
): Promise<{ readonly folder: string } | null> {
  const folder = await chooseFolder(properties[purpose]);
  return folder === null ? null : { folder };
}

/** Where packs or backups go. */
export function chooseFolderForFiles(): Promise<string | null> {
  return chooseFolder(['openDirectory', 'createDirectory', 'promptToCreate']);
}

async function chooseFolder(
  properties: NonNullable<OpenDialogOptions['properties']>,
): Promise<string | null> {
  const options: OpenDialogOptions = { properties };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePaths } =
    window === undefined
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}
