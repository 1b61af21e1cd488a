import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo, ReadOnlyReason } from '../../../../shared/archive-info';
import type { BackupTrouble } from '../../../../shared/backup';
import { assertNever } from '../../assert-never';
import { BridgeError } from '../../bridge';
import { CommandButton } from '../../commands/command-button';
import { translate, useInterfaceLanguage, type InterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { instant } from '../../i18n/format';
import { Banner } from '../../ui/banner';

function reasonSentence(reason: ReadOnlyReason, language: InterfaceLanguage): string {
  switch (reason.why) {
    case 'requested':
      return translate('readOnly.requested');
    case 'permissions':
      return translate('readOnly.permissions');
    case 'newer-format':
      return translate('readOnly.newerFormat', { format: reason.format });
    case 'locked':
      return translate('readOnly.locked', {
        user: reason.user,
        host: reason.host,
        since: instant(reason.since, language),
      });
    default:
      return assertNever(reason);
  }
}

/** What somebody who opens the archive has to know before relying on it. */
export function ArchiveBanners({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const [dismissedTrouble, setDismissedTrouble] = useState<BackupTrouble | null>(null);
  const { warnings, readOnly, backupTrouble } = info;
  return (
    <>
      {readOnly && <Banner tone="warning">{reasonSentence(readOnly, language)}</Banner>}
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
