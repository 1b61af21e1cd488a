import { FolderSearch, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState, BackupSummary } from '../../../../shared/backup';
import { request } from '../../bridge';
import { useInterfaceLanguage } from '../../i18n';
import { count, fileSize, moment } from '../../i18n/format';
import { attempt } from '../../state/release-actions';
import { Button, IconButton } from '../../ui/button';
import type { BackupWorkInView } from './use-backup-work';

/** The settings below stay in sight. */
const shownAtFirst = 5;

interface BackupListProps {
  readonly state: BackupState;
  readonly work: BackupWorkInView;
}

export function BackupList({ state, work }: BackupListProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const { backups } = state;
  const shown = isWhole ? backups : backups.slice(0, shownAtFirst);
  return (
    <section className="backup-section" aria-labelledby="backup-list-title">
      <h3 id="backup-list-title" className="backup-heading">
        {t('backups.list')}
      </h3>
      <ul className="backup-list">
        {shown.map((backup) => (
          <BackupRow key={backup.name} backup={backup} work={work} />
        ))}
      </ul>
      {shown.length < backups.length && (
        <div>
          <Button
            variant="quiet"
            onPress={() => {
              setIsWhole(true);
            }}
          >
            {t('backups.showAll', { count: backups.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface BackupRowProps {
  readonly backup: BackupSummary;
  readonly work: BackupWorkInView;
}

function BackupRow({ backup, work }: BackupRowProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { name, folder, madeAt, reason, releases, bytes, proven } = backup;
  const when = moment(madeAt, language, new Date());
  return (
    <li className="backup-row">
      <span className="backup-when">
        {when}
        {proven === true && (
          <span className="backup-proven">
            <ShieldCheck size={14} aria-hidden />
            {t('backups.provenMark')}
          </span>
        )}
        {proven === false && (
          <span className="backup-wanting">
            <ShieldAlert size={14} aria-hidden />
            {t('backups.wantingMark')}
          </span>
        )}
        {reason === 'before-migration' && (
          <span className="backup-note">{t('backups.beforeMigration')}</span>
        )}
      </span>
      <span className="backup-number">
        {releases === null
          ? ''
          : t('backups.releases', { count: releases, number: count(releases, language) })}
      </span>
      <span className="backup-number">{fileSize(bytes, language)}</span>
      <Button
        variant="quiet"
        aria-label={t('backups.restoreNamed', { when })}
        isDisabled={work.running !== null}
        onPress={() => void work.restoreTo(name)}
      >
        {t('backups.restore')}
      </Button>
      <IconButton
        icon={FolderSearch}
        label={t('backups.reveal', { when })}
        onPress={() => void attempt(() => request('shell:reveal', { path: folder }))}
      />
    </li>
  );
}
