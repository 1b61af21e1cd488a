import { request } from '../../bridge';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { showToast } from '../../state/toasts';
import type { ArrivingFile } from './arrival-rule';
import { addChosen, useImport } from './import-store';
import { isImporting, openImport } from './run-import';

const { setState: set, getState: get } = useImport;

let generation = 0;

/** Hands files over for an import, and shows it ready to start. */
export async function giveFiles(files: readonly ArrivingFile[]): Promise<void> {
  if (isImporting() || get().giving !== null) {
    showToast({ tone: 'error', text: translate('importing.busy') });
    return;
  }
  openImport();
  generation += 1;
  const mine = generation;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  set({
    giving: { files: files.length, filesDone: 0, bytes, bytesDone: 0 },
    isReportClosed: true,
  });
  const batch = crypto.randomUUID();
  let folder: string | null = null;
  let left = 0;
  try {
    // One after another: together they may be more than memory holds.
    for (const { path, file } of files) {
      const content = await file.arrayBuffer().catch(() => null);
      if (mine !== generation) return;
      if (content === null) left += 1;
      else {
        const given = { batch, path, bytes: new Uint8Array(content) };
        ({ folder } = await request('import:give', given));
      }
      if (mine !== generation) return;
      count(file.size);
    }
    if (folder === null) showToast({ tone: 'error', text: translate('importing.nothingReadable') });
    else {
      const given = { files: files.length - left, bytes, left };
      addChosen([{ path: folder, name: nameOf(files), given }]);
    }
  } catch (error) {
    showToast({ tone: 'error', text: failureSentence(error) });
  } finally {
    if (mine === generation) set({ giving: null });
  }
}

/** What was handed over so far is swept away by the archive. */
export function stopGiving(): void {
  generation += 1;
  set({ giving: null });
}

function count(size: number): void {
  set(({ giving }) => ({
    giving: giving && {
      ...giving,
      filesDone: giving.filesDone + 1,
      bytesDone: giving.bytesDone + size,
    },
  }));
}

/** What all of it has in common: its folder or its only file; '' where it is nothing. */
function nameOf(files: readonly ArrivingFile[]): string {
  const roots = new Set(files.map(({ path }) => path.split('/')[0] ?? path));
  const [root = ''] = roots;
  return roots.size === 1 ? root : '';
}
