import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../bridge';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { count } from '../../i18n/format';
import { useChange } from '../../requests';
import { archiveOpened } from '../../state/archive';
import { closeDialog } from '../../state/dialogs';
import { useProgress } from '../../state/progress';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Progress } from '../../ui/progress';

/** Opens the sample archive; where it isn't there yet, making it takes a moment. */
export function SampleDialog() {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const progress = useProgress('sample');
  const { mutate, error } = useChange('sample:open');
  const isRunning = error === null;
  useEffect(() => {
    mutate(null, {
      onSuccess: (info) => {
        archiveOpened(info);
        closeDialog();
      },
      onError: ({ code }) => {
        if (code === 'cancelled') closeDialog();
      },
    });
  }, [mutate]);
  return (
    <Dialog
      title={t('sample.title')}
      isLocked={isRunning}
      onClose={closeDialog}
      footer={
        isRunning ? (
          <Button onPress={() => void request('sample:cancel', null)}>{t('common.cancel')}</Button>
        ) : (
          <Button variant="primary" autoFocus onPress={closeDialog}>
            {t('common.close')}
          </Button>
        )
      }
    >
      <p className="dialog-text">{t('sample.explanation')}</p>
      {isRunning && (
        <Progress
          label={t('sample.running')}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          detail={
            progress ? `${count(progress.done, language)} / ${count(progress.total, language)}` : ''
          }
        />
      )}
      {error && <Banner tone="error">{failureSentence(error)}</Banner>}
    </Dialog>
  );
}
