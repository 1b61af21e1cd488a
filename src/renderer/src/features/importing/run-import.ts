import type { ImportProgress, ImportState } from '../../../../shared/importing';
import { listen, request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { count as formatCount, moment } from '../../i18n/format';
import { queryClient, useRequest } from '../../requests';
import { attempt } from '../../state/attempt';
import { askPerson } from '../../state/questions';
import { showToast } from '../../state/toasts';
import { showImport, useWorkspace } from '../../state/workspace';
import { closeEditor, useEditor } from '../filing/editor-store';
import { addChosen, changeOptions, useImport } from './import-store';
import { withSample } from './pace';

const stateKey = ['import:state', null] as const;

const { setState: set, getState: get } = useImport;

/** What the archive knows of imports; null until it has said so. */
export function useImportState(): ImportState | null {
  return useRequest('import:state', null).data ?? null;
}

export function isImporting(): boolean {
  const state = queryClient.getQueryData<ImportState>(stateKey);
  return get().isStarting || (state?.running ?? null) !== null;
}

/** Keeps what is shown of an import true. Returns the function that stops it. */
export function followImports(): () => void {
  return listen('import:progress', (progress) => {
    if (progress === null) void ended();
    else told(progress);
  });
}

function told(running: ImportProgress): void {
  set(({ samples }) => ({ samples: withSample(samples, running), isStarting: false }));
  queryClient.setQueryData<ImportState>(stateKey, (known) => known && { ...known, running });
}

async function ended(): Promise<void> {
  const before = queryClient.getQueryData<ImportState>(stateKey)?.last?.endedAt;
  set({ samples: [], isStarting: false, isStopping: false });
  await forgetReport();
  const last = queryClient.getQueryData<ImportState>(stateKey)?.last ?? null;
  const isSeen = useWorkspace.getState().view.kind === 'import';
  // What a watched folder brought is told otherwise, and is no report.
  if (last === null || last.endedAt === before || isSeen) return;
  const releases = last.filed + last.needsLook;
  const number = formatCount(releases, currentLanguage());
  showToast({
    tone: 'done',
    text:
      last.outcome === 'done'
        ? translate('importing.reportTitle', { count: releases, number })
        : translate('importing.stoppedAfter', { count: releases, number }),
    action: { label: translate('importing.showReport'), run: openImport },
  });
}

async function forgetReport(): Promise<void> {
  await Promise.all(
    ['import:state', 'import:rows'].map((channel) =>
      queryClient.invalidateQueries({ queryKey: [channel] }),
    ),
  );
}

/** Leads to the screen; a form that is open is put away and kept. */
export function openImport(): void {
  if (useEditor.getState().shown !== null) closeEditor();
  showImport();
}

export async function chooseSources(what: 'files' | 'folder'): Promise<void> {
  const answer = await attempt(() => request('import:choose', { what }));
  if (!answer) return;
  set({ isReportClosed: true });
  addChosen(answer.paths.map((path) => ({ path, name: path, given: null })));
}

export async function chooseMediaFolder(): Promise<void> {
  const answer = await attempt(() => request('import:choose', { what: 'media' }));
  const [mediaFolder] = answer?.paths ?? [];
  if (mediaFolder !== undefined) changeOptions({ mediaFolder });
}

export async function startImport(): Promise<void> {
  const { chosen, options } = get();
  if (chosen.length === 0 || isImporting()) return;
  const earlier = await askAboutUnfinished();
  if (earlier === 'resume') await resumeImport();
  if (earlier === 'resume' || earlier === 'neither' || isImporting()) return;
  set({ isStarting: true, isReportClosed: false, samples: [] });
  const paths = chosen.map(({ path }) => path);
  const replaces = earlier === 'replace';
  const begun = request('import:start', { paths, options: { ...options }, replaces });
  if (await attempt(() => begun)) {
    // The next one has the same options, which somebody thought about.
    set({ chosen: [] });
  }
  set({ isStarting: false });
}

/** An archive remembers one import that didn't end: another one would take its place. */
async function askAboutUnfinished(): Promise<'start' | 'replace' | 'resume' | 'neither'> {
  const state = await attempt(() => request('import:state', null));
  if (!state) return 'neither';
  if (state.unfinished === null) return 'start';
  const { startedAt, files, filesDone } = state.unfinished;
  const language = currentLanguage();
  const when = moment(startedAt, language, new Date());
  const answer = await askPerson({
    title: translate('importing.unfinished', { when }),
    text: [
      ...(files === 0
        ? []
        : [
            translate('importing.unfinishedLeft', {
              count: files - filesDone,
              number: formatCount(files - filesDone, language),
            }),
          ]),
      translate('importing.startInstead'),
    ],
    answers: [
      { id: 'neither', label: translate('common.cancel') },
      { id: 'replace', label: translate('importing.leaveAndStart') },
      { id: 'resume', label: translate('importing.resumeEarlier'), variant: 'primary' },
    ],
    escape: 'neither',
  });
  return answer === 'resume' || answer === 'replace' ? answer : 'neither';
}

export async function resumeImport(): Promise<void> {
  if (isImporting()) return;
  openImport();
  set({ isStarting: true, isReportClosed: false, samples: [] });
  await attempt(() => request('import:resume', null));
  set({ isStarting: false });
}

/** What was filed of an import that didn't end stays, and its report is shown. */
export async function leaveImport(): Promise<void> {
  const left = await attempt(() => request('import:leave', null));
  await forgetReport();
  if (!left) return;
  set({ isReportClosed: false });
  openImport();
}

export async function cancelImport(): Promise<void> {
  set({ isStopping: true });
  await attempt(() => request('import:cancel', null));
  set({ isStopping: false });
}

export async function saveReport(): Promise<void> {
  const saved = await attempt(() => request('import:save-report', null));
  if (!saved) return;
  showToast({
    tone: 'done',
    text: translate('importing.reportSaved'),
    action: {
      label: translate('common.showInFolder'),
      run: () => void attempt(() => request('shell:reveal', { path: saved.path })),
    },
  });
}
