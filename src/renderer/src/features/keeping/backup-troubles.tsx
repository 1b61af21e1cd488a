import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../../shared/backup';
import { BridgeError } from '../../bridge';
import { failureSentence } from '../../i18n/failure-sentence';
import { Banner } from '../../ui/banner';

interface BackupTroublesProps {
  readonly state: BackupState;
  readonly error: BridgeError | null;
}

/** What went wrong, each once. */
export function BackupTroubles({ state, error }: BackupTroublesProps) {
  const { t } = useTranslation();
  const { trouble, folderTrouble, lastRehearsal } = state;
  const failure = folderTrouble ?? (trouble?.what === 'backup' ? trouble.failure : null);
  const isTold = error?.code === 'cancelled' || error?.code === failure?.code;
  return (
    <>
      {failure && <Banner tone="error">{failureSentence(new BridgeError(failure))}</Banner>}
      {error && !isTold && <Banner tone="error">{failureSentence(error)}</Banner>}
      {lastRehearsal && !lastRehearsal.ok && (
        <div className="backup-problems selectable" tabIndex={0}>
          <p>{t('backups.problems')}</p>
          <ul lang="en">
            {lastRehearsal.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p className="backup-advice">{t('backups.advice')}</p>
        </div>
      )}
    </>
  );
}
