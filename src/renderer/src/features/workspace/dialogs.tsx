import { assertNever } from '../../assert-never';
import { useDialogs } from '../../state/dialogs';
import { BackupsDialog } from '../keeping/backups-dialog';
import { AddToPackDialog } from '../packs/add-to-pack-dialog';
import { PartnerDialog } from '../partners/partner-dialog';
import { InstitutionDialog } from '../settings/institution-dialog';
import { VerifyDialog } from '../settings/verify-dialog';

export function Dialogs() {
  const dialog = useDialogs((state) => state.dialog);
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'partner':
      return <PartnerDialog partnerId={dialog.partnerId} />;
    case 'institution':
      return <InstitutionDialog />;
    case 'verify':
      return <VerifyDialog packPath={dialog.packPath} />;
    case 'backups':
      return <BackupsDialog />;
    case 'add-to-pack':
      return <AddToPackDialog releaseIds={dialog.releaseIds} />;
    default:
      return assertNever(dialog);
  }
}
