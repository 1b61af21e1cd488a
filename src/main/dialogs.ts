import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

const properties: Readonly<
  Record<'open' | 'create' | 'pack', NonNullable<OpenDialogOptions['properties']>>
> = {
  open: ['openDirectory'],
  create: ['openDirectory', 'createDirectory', 'promptToCreate'],
  // A pack comes back as a folder or as a ZIP; Windows and Linux ask for one of them only.
  pack: process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openFile'],
};

/** null where the person thought better of it. */
export async function chooseArchiveFolder(
  purpose: 'open' | 'create' | 'pack',
): Promise<{ readonly folder: string } | null> {
  const folder = await chooseFolder(properties[purpose]);
  return folder === null ? null : { folder };
}

export function choosePackFolder(): Promise<string | null> {
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
