import { translate } from '../../i18n';
import { showToast } from '../../state/toasts';
import { useEditor } from '../filing/editor-store';
import { takeFiles } from '../filing/take-files';
import { belongsToImport, type Arrival } from './arrival-rule';
import { giveFiles } from './give-files';
import { alone } from './read-drop';

/** Takes what arrives where it belongs: into the filing form, or to an import. */
export async function takeArrival(arrival: Arrival, isForImport = false): Promise<void> {
  const { files, hasFolder } = arrival;
  if (files.length === 0) {
    if (hasFolder) showToast({ tone: 'error', text: translate('importing.folderEmpty') });
    return;
  }
  // To a release that is being corrected only photos can be added; the form says so itself.
  const isCorrecting = useEditor.getState().shown === 'revising' && !hasFolder;
  if (!isCorrecting && (isForImport || belongsToImport(arrival))) await giveFiles(files);
  else await takeFiles(files.map(({ file }) => file));
}

export function takeChosen(files: readonly File[]): Promise<void> {
  return takeArrival(alone(files));
}
