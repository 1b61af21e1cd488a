import { ArrowLeft, PanelLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportState } from '../../../../shared/importing';
import { showReleases, toggleSidebar, useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { ChooseSources } from './choose-sources';
import { ImportReport } from './import-report';
import { ImportRunning, ImportGiving } from './import-running';
import { ImportSetup } from './import-setup';
import { useImport } from './import-store';
import { useImportState } from './run-import';
import './importing.css';

/** From what one has to what became of it: choose, set off, watch, read the report. */
export function ImportScreen({ canWrite }: { readonly canWrite: boolean }) {
  const { t } = useTranslation();
  const isSidebarShown = useWorkspace((state) => state.isSidebarShown);
  const state = useImportState();
  return (
    <section className="import" aria-labelledby="import-title">
      <header className="bar import-bar">
        {!isSidebarShown && (
          <IconButton
            icon={PanelLeft}
            label={t('command.toggleSidebar')}
            onPress={() => {
              toggleSidebar(true);
            }}
          />
        )}
        <IconButton icon={ArrowLeft} label={t('importing.back')} onPress={showReleases} />
        <h1 id="import-title" className="import-title">
          {t('importing.title')}
        </h1>
      </header>
      {state && <Phase state={state} canWrite={canWrite} />}
    </section>
  );
}

function Phase({ state, canWrite }: { readonly state: ImportState; readonly canWrite: boolean }) {
  const { chosen, giving, isStarting, isReportClosed } = useImport();
  if (state.running !== null || isStarting) return <ImportRunning progress={state.running} />;
  if (giving !== null) return <ImportGiving giving={giving} />;
  if (state.last !== null && !isReportClosed) {
    return <ImportReport summary={state.last} canResume={state.unfinished !== null} />;
  }
  if (chosen.length > 0) return <ImportSetup chosen={chosen} />;
  return <ChooseSources canWrite={canWrite} />;
}
