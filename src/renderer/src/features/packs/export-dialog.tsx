import { FolderOpen, PackageCheck, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackExport, PackId } from '../../../../shared/press-pack';
import { request } from '../../bridge';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { count, fileSize } from '../../i18n/format';
import { useChange } from '../../requests';
import { useProgress } from '../../state/progress';
import { attempt } from '../../state/release-actions';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Progress } from '../../ui/progress';
import { VerifyReportView } from '../settings/verify-report';
import '../../ui/pairs.css';

interface ExportDialogProps {
  readonly packId: PackId;
  readonly onClose: () => void;
}

/** Exports at once; main asks where to. Then says what was made and lets it be checked. */
export function ExportDialog({ packId, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const progress = useProgress('export');
  const { mutate, data, error, isPending } = useChange('pack:export');
  const isCancelled = data === null || error?.code === 'cancelled';

  useEffect(() => {
    mutate({ id: packId });
  }, [mutate, packId]);

  // Nothing was made because nobody wanted it: there is nothing to say.
  useEffect(() => {
    if (isCancelled) onClose();
  }, [isCancelled, onClose]);

  if (isCancelled) return null;
  return (
    <Dialog
      title={t(data ? 'pack.exported' : 'pack.exporting')}
      isLocked={isPending}
      onClose={onClose}
      footer={
        isPending ? (
          <Button onPress={() => void request('work:cancel', null)}>{t('common.cancel')}</Button>
        ) : (
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common.done')}
          </Button>
        )
      }
    >
      {isPending && (
        <Progress
          label={t('pack.writing')}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          detail={
            progress ? `${count(progress.done, language)} / ${count(progress.total, language)}` : ''
          }
        />
      )}
      {error && <Banner tone="error">{failureSentence(error)}</Banner>}
      {data && <Result made={data} />}
    </Dialog>
  );
}

function Result({ made }: { readonly made: PackExport }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const verify = useChange('pack:verify');
  return (
    <>
      <p className="export-sum">
        <PackageCheck size={22} strokeWidth={1.6} aria-hidden />
        {/* How many files there are is said by the check, which doesn't count its own list of them. */}
        {t('pack.made', { size: fileSize(made.bytes, language) })}
      </p>
      <dl className="pairs export-places selectable">
        <div>
          <dt>{t('pack.folder')}</dt>
          <dd>{made.folder}</dd>
        </div>
        <div>
          <dt>{t('pack.zip')}</dt>
          <dd>{made.zip}</dd>
        </div>
      </dl>
      <div className="export-actions">
        <Button
          icon={FolderOpen}
          onPress={() => void attempt(() => request('shell:reveal', { path: made.zip }))}
        >
          {t('pack.reveal')}
        </Button>
        <Button
          icon={ShieldCheck}
          // Not disabled while it runs: a button that goes dead under the finger loses the focus.
          onPress={() => {
            if (!verify.isPending) verify.mutate({ path: made.folder });
          }}
        >
          {t('pack.checkAgain')}
        </Button>
      </div>
      {verify.error && <Banner tone="error">{failureSentence(verify.error)}</Banner>}
      {verify.data && <VerifyReportView report={verify.data} />}
    </>
  );
}
