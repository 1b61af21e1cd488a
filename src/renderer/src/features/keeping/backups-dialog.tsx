import { useTranslation } from 'react-i18next';
import { useRequest } from '../../requests';
import { failureSentence } from '../../i18n/failure-sentence';
import { closeDialog } from '../../state/dialogs';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { BackupList } from './backup-list';
import { BackupSettingsForm } from './backup-settings';
import { BackupTroubles } from './backup-troubles';
import { BackupVerdict } from './backup-verdict';
import { BackupWorkBar } from './backup-work-bar';
import { Restored } from './restored';
import { useBackupWork } from './use-backup-work';
import './keeping.css';

/** Whether the archive could be had back, first of all; then what there is, and how it comes about. */
export function BackupsDialog() {
  const { t } = useTranslation();
  const { data: info } = useRequest('archive:info', null);
  const { data: state, error } = useRequest('backup:state', null);
  const work = useBackupWork(state);
  const isReadOnly = info?.readOnly != null;
  return (
    <Dialog
      title={t('backups.title')}
      size="large"
      // Where to the archive was restored is said here and nowhere else.
      isLocked={work.restore.isPending}
      onClose={closeDialog}
      footer={
        <Button isDisabled={work.restore.isPending} onPress={closeDialog}>
          {t('common.done')}
        </Button>
      }
    >
      {error && <Banner tone="error">{failureSentence(error)}</Banner>}
      {state && (
        <>
          <BackupVerdict
            state={state}
            isReadOnly={isReadOnly}
            isEmpty={info ? info.counts.releases + info.counts.trash === 0 : false}
          />
          <BackupWorkBar work={work} canProve={state.backups.length > 0} />
          <BackupTroubles state={state} error={work.error} />
          {work.restore.data && <Restored restored={work.restore.data} />}
          {state.backups.length > 0 && <BackupList state={state} work={work} />}
          <BackupSettingsForm state={state} isReadOnly={isReadOnly} />
        </>
      )}
    </Dialog>
  );
}
