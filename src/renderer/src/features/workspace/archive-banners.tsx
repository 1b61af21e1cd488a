import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import type { BackupTrouble } from '../../../../shared/backup';
import { BridgeError } from '../../bridge';
import { CommandButton } from '../../commands/command-button';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { Banner } from '../../ui/banner';
import { ReadOnlyBanner } from './read-only-banner';

/** What somebody who opens the archive has to know before relying on it. */
export function ArchiveBanners({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const [dismissedTrouble, setDismissedTrouble] = useState<BackupTrouble | null>(null);
  const { warnings, readOnly, backupTrouble } = info;
  return (
    <>
      {readOnly && <ReadOnlyBanner reason={readOnly} />}
      {warnings.length > 0 && dismissed !== warnings && (
        <Banner
          tone="warning"
          onDismiss={() => {
            setDismissed(warnings);
          }}
        >
          {t('workspace.warnings')}
          <ul lang="en">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Banner>
      )}
      {backupTrouble && dismissedTrouble !== backupTrouble && (
        <Banner
          tone="warning"
          action={<CommandButton id="backups" look="plain" />}
          onDismiss={() => {
            setDismissedTrouble(backupTrouble);
          }}
        >
          {troubleSentence(backupTrouble)}
        </Banner>
      )}
    </>
  );
}

function troubleSentence(trouble: BackupTrouble): string {
  if (trouble.what === 'rehearsal') return translate('backups.troubleProving');
  const reason = failureSentence(new BridgeError(trouble.failure));
  return translate('backups.troubleMaking', { reason });
}
