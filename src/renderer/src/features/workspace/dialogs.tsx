import { lazy, Suspense } from 'react';
import { assertNever } from '../../assert-never';
import { useDialogs } from '../../state/dialogs';
import { CompareDialog } from '../compare/compare-dialog';
import { CompareFormDialog } from '../compare/compare-form-dialog';
import { EditManyDialog } from '../edit-many/edit-many-dialog';
import { HistoryDialog } from '../history/history-dialog';
import { BackupsDialog } from '../keeping/backups-dialog';
import { AddToPackDialog } from '../packs/add-to-pack-dialog';
import { PaletteDialog } from '../palette/palette-dialog';
import { ShortcutsDialog } from '../palette/shortcuts-dialog';
import { MergePartnerDialog } from '../partners/merge-partner-dialog';
import { PartnerDialog } from '../partners/partner-dialog';
import { SaveSearchDialog } from '../searches/save-search-dialog';
import { InstitutionDialog } from '../settings/institution-dialog';
import { SettingsDialog } from '../settings/settings-dialog';
import { VerifyDialog } from '../settings/verify-dialog';
import { SampleDialog } from '../welcome/sample-dialog';

/** What is long to read is read when somebody asks for it. */
const AboutDialog = lazy(() => import('../help/about-dialog'));
const HelpDialog = lazy(() => import('../help/help-dialog'));

export function Dialogs() {
  const dialog = useDialogs((state) => state.dialog);
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'partner':
      return <PartnerDialog partnerId={dialog.partnerId} />;
    case 'merge-partner':
      return <MergePartnerDialog partnerId={dialog.partnerId} />;
    case 'institution':
      return <InstitutionDialog />;
    case 'verify':
      return <VerifyDialog packPath={dialog.packPath} />;
    case 'backups':
      return <BackupsDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'palette':
      return <PaletteDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'sample':
      return <SampleDialog />;
    case 'help':
      return (
        <Suspense>
          <HelpDialog page={dialog.page} />
        </Suspense>
      );
    case 'about':
      return (
        <Suspense>
          <AboutDialog />
        </Suspense>
      );
    case 'add-to-pack':
      return <AddToPackDialog releaseIds={dialog.releaseIds} />;
    case 'edit-many':
      return <EditManyDialog releaseIds={dialog.releaseIds} />;
    case 'save-search':
      return <SaveSearchDialog search={dialog.search} />;
    case 'history':
      return <HistoryDialog releaseId={dialog.releaseId} />;
    case 'compare':
      return <CompareDialog left={dialog.left} right={dialog.right} />;
    case 'compare-form':
      return <CompareFormDialog releaseId={dialog.releaseId} />;
    default:
      return assertNever(dialog);
  }
}
