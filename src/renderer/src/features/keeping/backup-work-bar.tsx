import { HardDriveDownload, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BackupWork } from '../../../../shared/backup';
import { useInterfaceLanguage } from '../../i18n';
import { count } from '../../i18n/format';
import { useProgress } from '../../state/progress';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import type { BackupWorkInView } from './use-backup-work';

interface BackupWorkBarProps {
  readonly work: BackupWorkInView;
  readonly canProve: boolean;
}

/** What can be done, or how far that is which is being done. */
export function BackupWorkBar({ work, canProve }: BackupWorkBarProps) {
  const { t } = useTranslation();
  if (work.running !== null) return <Running running={work.running} work={work} />;
  return (
    <div className="backup-actions">
      <Button
        variant="primary"
        icon={HardDriveDownload}
        autoFocus={work.isOurs}
        onPress={work.make}
      >
        {t('backups.make')}
      </Button>
      {canProve && (
        <Button icon={ShieldCheck} onPress={work.prove}>
          {t('backups.prove')}
        </Button>
      )}
    </div>
  );
}

interface RunningProps {
  readonly running: BackupWork;
  readonly work: BackupWorkInView;
}

function Running({ running, work }: RunningProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const progress = useProgress(running);
  return (
    <div className="backup-running">
      <Progress
        label={t(`backups.running.${running}`)}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        detail={
          progress ? `${count(progress.done, language)} / ${count(progress.total, language)}` : ''
        }
      />
      <Button autoFocus={work.isOurs} onPress={work.cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
