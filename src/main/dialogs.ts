import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** null where the person thought better of it. */
export async function chooseArchiveFolder(
  purpose: 'open' | 'create',
): Promise<{ readonly folder: string } | null> {
  const folder = await chooseFolder(
    purpose === 'open' ? ['openDirectory'] : ['openDirectory', 'createDirectory', 'promptToCreate'],
  );
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
