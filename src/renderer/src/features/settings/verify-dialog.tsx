import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../bridge';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { count } from '../../i18n/format';
import { useChange } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { useProgress } from '../../state/progress';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Progress } from '../../ui/progress';
import { VerifyReportView } from './verify-report';

interface VerifyDialogProps {
  /** The press pack to check; null checks the archive. */
  readonly packPath: string | null;
}

export function VerifyDialog({ packPath }: VerifyDialogProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const progress = useProgress('verify');
  const { mutate: checkArchive, ...archive } = useChange('archive:verify');
  const { mutate: checkPack, ...pack } = useChange('pack:verify');
  const { data, error, isPending } = packPath === null ? archive : pack;
  useEffect(() => {
    if (packPath === null) checkArchive(null);
    else checkPack({ path: packPath });
  }, [packPath, checkArchive, checkPack]);
  return (
    <Dialog
      title={t(packPath === null ? 'verify.title' : 'verify.packTitle')}
      size="large"
      isLocked={isPending}
      onClose={closeDialog}
      footer={
        isPending ? (
          <Button onPress={() => void request('work:cancel', null)}>{t('common.cancel')}</Button>
        ) : (
          <Button variant="primary" autoFocus onPress={closeDialog}>
            {t('common.done')}
          </Button>
        )
      }
    >
      <p className="dialog-text">
        {packPath === null ? t('verify.explanation') : t('verify.packExplanation')}
      </p>
      {isPending && (
        <Progress
          label={t('verify.running')}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          detail={
            progress ? `${count(progress.done, language)} / ${count(progress.total, language)}` : ''
          }
        />
      )}
      {error && (
        <Banner tone={error.code === 'cancelled' ? 'info' : 'error'}>
          {failureSentence(error)}
        </Banner>
      )}
      {data && <VerifyReportView report={data} />}
    </Dialog>
  );
}
