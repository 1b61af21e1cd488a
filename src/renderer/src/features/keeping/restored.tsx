import { ArchiveRestore, FolderSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RestoredArchive } from '../../../../shared/backup';
import { request } from '../../bridge';
import { useInterfaceLanguage } from '../../i18n';
import { count } from '../../i18n/format';
import { closeDialog } from '../../state/dialogs';
import { attempt } from '../../state/release-actions';
import { Button } from '../../ui/button';
import { leaveArchive } from '../filing/leave';
import { openFolder } from '../welcome/open-archive';

/** Where the archive lies that was made out of a backup, and what it lacked already. */
export function Restored({ restored }: { readonly restored: RestoredArchive }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { folder, counts, problems } = restored;
  const open = async (): Promise<void> => {
    // First: the form that is asked about may want a dialog of its own.
    closeDialog();
    if (await leaveArchive()) await openFolder(folder);
  };
  const releases = counts?.releases ?? 0;
  return (
    <div className="backup-restored" role="status">
      <p>
        {t('backups.restored', {
          releases: t('backups.releases', {
            count: releases,
            number: count(releases, language),
          }),
        })}
      </p>
      <p className="backup-path selectable">{folder}</p>
      {problems.length > 0 && (
        <div className="backup-problems selectable" tabIndex={0}>
          <p>{t('backups.lostBefore')}</p>
          <ul lang="en">
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="backup-actions">
        <Button icon={ArchiveRestore} onPress={() => void open()}>
          {t('backups.openRestored')}
        </Button>
        <Button
          icon={FolderSearch}
          onPress={() => void attempt(() => request('shell:reveal', { path: folder }))}
        >
          {t('backups.revealRestored')}
        </Button>
      </div>
    </div>
  );
}
