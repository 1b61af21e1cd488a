import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { NativeMenu } from './commands/native-menu';
import { useShortcuts } from './commands/shortcuts';
import { followGiven, takeGiven } from './features/filing/given-files';
import { keepForms, recoverForms } from './features/filing/kept-forms';
import { followImports } from './features/importing/run-import';
import { followWatch } from './features/importing/watch-news';
import { PrintSheets } from './features/printing/print-sheets';
import { Dialogs } from './features/workspace/dialogs';
import { Welcome } from './features/welcome/welcome';
import { ChosenFrame, OpeningFrame } from './features/workspace/opening-frame';
import { Workspace } from './features/workspace/workspace';
import { localeOf, useInterfaceLanguage } from './i18n';
import { useRequest } from './requests';
import { followArchive } from './state/archive';
import { followNavigation } from './state/navigation';
import { useOpening } from './state/opening';
import { followSettings } from './state/follow-settings';
import { useAppliedSettings } from './state/settings';
import { followWorkEnds } from './state/work-ends';
import { ContextMenu } from './ui/context-menu';
import { QuestionDialog } from './ui/question-dialog';
import { ToastRegion } from './ui/toast-region';

export function App() {
  const language = useInterfaceLanguage();
  useAppliedSettings();
  useShortcuts();
  useEffect(followArchive, []);
  useEffect(keepForms, []);
  useEffect(followNavigation, []);
  useEffect(followSettings, []);
  useEffect(followGiven, []);
  useEffect(followImports, []);
  useEffect(followWatch, []);
  useEffect(followWorkEnds, []);
  return (
    <I18nProvider locale={localeOf[language]}>
      <Content />
      <Dialogs />
      <QuestionDialog />
      <ContextMenu />
      <ToastRegion />
      <PrintSheets />
      <NativeMenu />
    </I18nProvider>
  );
}

function Content() {
  const { data: info, isPending } = useRequest('archive:info', null);
  const opening = useOpening((state) => state.archive);
  const folder = info?.folder;
  useEffect(() => {
    if (folder !== undefined) recoverForms(folder).catch(() => undefined);
  }, [folder]);
  useEffect(() => {
    if (!isPending) takeGiven();
  }, [isPending, folder]);
  // A flash of the welcome screen would be worse than nothing.
  if (isPending) return <OpeningFrame />;
  if (info) return <Workspace info={info} />;
  return opening ? <ChosenFrame archive={opening} /> : <Welcome />;
}
