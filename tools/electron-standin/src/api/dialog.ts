import type {
  FileFilter,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { runDesktopTool, type ToolResult } from '../desktop-tool';
import { namingWhatIsMissing } from '../not-implemented';
import { standIn } from '../stand-in';

/** The parent window is optional and comes first. */
function optionsOf<T>(parameters: readonly unknown[]): T {
  return (parameters.length > 1 ? parameters[1] : (parameters[0] ?? {})) as T;
}

async function zenity(method: string, parameters: readonly string[]): Promise<ToolResult> {
  if (!standIn.interactive) {
    throw new Error(
      `electron-standin: dialog.${method} needs a person at a display; replace it in the test, ` +
        `as in app.evaluate(({ dialog }) => { dialog.${method} = … })`,
    );
  }
  const result = await runDesktopTool('zenity', parameters);
  if (result.exitCode === undefined) {
    throw new Error(`electron-standin: dialog.${method} needs zenity, which is not installed`);
  }
  return result;
}

function filterParameters(filters: readonly FileFilter[] = []): string[] {
  return filters.map(({ name, extensions }) => {
    const patterns = extensions.map((extension) => (extension === '*' ? '*' : `*.${extension}`));
    return `--file-filter=${name} | ${patterns.join(' ')}`;
  });
}

function titleParameters(title: string | undefined): string[] {
  return title === undefined || title === '' ? [] : [`--title=${title}`];
}

async function showOpenDialog(...parameters: unknown[]): Promise<OpenDialogReturnValue> {
  const options = optionsOf<OpenDialogOptions>(parameters);
  const properties = options.properties ?? [];
  const { exitCode, output } = await zenity('showOpenDialog', [
    '--file-selection',
    '--separator=\n',
    ...titleParameters(options.title),
    ...(properties.includes('multiSelections') ? ['--multiple'] : []),
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(options.defaultPath === undefined ? [] : [`--filename=${options.defaultPath}`]),
    ...filterParameters(options.filters),
  ]);
  const filePaths = exitCode === 0 ? output.split('\n').filter((path) => path !== '') : [];
  return { canceled: filePaths.length === 0, filePaths };
}

async function showSaveDialog(...parameters: unknown[]): Promise<SaveDialogReturnValue> {
  const options = optionsOf<SaveDialogOptions>(parameters);
  const { exitCode, output } = await zenity('showSaveDialog', [
    '--file-selection',
    '--save',
    ...titleParameters(options.title),
    ...(options.defaultPath === undefined ? [] : [`--filename=${options.defaultPath}`]),
    ...filterParameters(options.filters),
  ]);
  const isChosen = exitCode === 0 && output !== '';
  return { canceled: !isChosen, filePath: isChosen ? output : '' };
}

async function showMessageBox(...parameters: unknown[]): Promise<MessageBoxReturnValue> {
  const options = optionsOf<MessageBoxOptions>(parameters);
  const buttons = options.buttons?.length ? options.buttons : ['OK'];
  const text = [options.message, options.detail ?? ''].filter((part) => part !== '').join('\n\n');
  const cancelId =
    options.cancelId ??
    Math.max(
      0,
      buttons.findIndex((b) => /cancel|no/i.test(b)),
    );
  const { output } = await zenity('showMessageBox', [
    '--question',
    '--switch',
    '--no-markup',
    `--text=${text}`,
    ...titleParameters(options.title),
    // zenity puts the first button given at the far end, Electron's order is from the near one.
    ...buttons.toReversed().map((label) => `--extra-button=${label}`),
  ]);
  const response = buttons.indexOf(output);
  return {
    response: response === -1 ? cancelId : response,
    checkboxChecked: options.checkboxChecked ?? false,
  };
}

function showErrorBox(title: string, content: string): void {
  process.stderr.write(`${title}\n${content}\n`);
  if (!standIn.interactive) return;
  void runDesktopTool('zenity', [
    '--error',
    '--no-markup',
    ...titleParameters(title),
    `--text=${content}`,
  ]);
}

/** Plain properties, so that a test can put its own answers in their place. */
export const dialog = namingWhatIsMissing('dialog', {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox,
});
