import type { ArchiveInfo } from '../../../../shared/archive-info';
import type { GivenFile } from '../../../../shared/ipc-contract';
import { listen, request } from '../../bridge';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { queryClient } from '../../requests';
import { attempt } from '../../state/release-actions';
import { closeDialog } from '../../state/dialogs';
import { showToast } from '../../state/toasts';
import { openFolder } from '../welcome/open-archive';
import { leaveArchive } from './leave';
import { takeChosen } from '../importing/take-arrival';

let turn: Promise<unknown> = Promise.resolve();

/** Takes what the system gave to the program: an archive is opened, files are filed as if dropped. */
export function takeGiven(): void {
  turn = turn.then(() => attempt(takeFolderAndFiles));
}

/** Returns the function that stops it. */
export function followGiven(): () => void {
  return listen('given:waiting', takeGiven);
}

async function takeFolderAndFiles(): Promise<void> {
  const given = await request('given:folder', null);
  if (given !== null && given.folder !== openArchive()?.folder && (await leaveArchive())) {
    await openFolder(given.folder);
  }
  const archive = openArchive();
  // Without an archive they wait until one is open.
  if (archive === null) return;
  const files = await request('given:files', null);
  if (files.length === 0) return;
  if (archive.readOnly !== null) {
    showToast({ tone: 'error', text: translate('filing.givenReadOnly') });
    return;
  }
  closeDialog();
  await takeChosen(await filesOf(files));
}

function openArchive(): ArchiveInfo | null {
  return queryClient.getQueryData<ArchiveInfo | null>(['archive:info', null]) ?? null;
}

/** One after another: together they may be more than memory holds twice. */
async function filesOf(given: readonly GivenFile[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const { number, fileName } of given) {
    try {
      const { bytes } = await request('given:read', { number });
      files.push(new File([new Uint8Array(bytes)], fileName));
    } catch (error) {
      showToast({ tone: 'error', text: failureSentence(error) });
    }
  }
  return files;
}
