import { FileText, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { ReleaseId } from '../../../../shared/release';
import { contentLang } from '../../i18n/format';
import { useRequest } from '../../requests';
import { takeOutOfTray } from '../../state/tray';
import { openRelease } from '../../state/workspace';
import { Thumbnail } from '../../thumbnails/thumbnail';
import { IconButton } from '../../ui/button';

interface TrayItemProps {
  readonly releaseId: ReleaseId;
  readonly canWrite: boolean;
}

export function TrayItem({ releaseId, canWrite }: TrayItemProps) {
  const { t } = useTranslation();
  const release = useRequest('release:read', { id: releaseId }).data?.release;
  const headline = release ? release.headline || t('release.untitled') : t('pack.unreadable');
  const photo = release?.photos[0];
  return (
    <li className="tray-item">
      <Button
        className="tray-open"
        isDisabled={!release}
        onPress={() => {
          openRelease(releaseId);
        }}
      >
        {photo ? (
          <Thumbnail id={photo.photoId} alt="" className="tray-thumb" />
        ) : (
          <span className="tray-thumb tray-thumb-none">
            <FileText size={13} strokeWidth={1.6} aria-hidden />
          </span>
        )}
        <span className="tray-headline" lang={release && contentLang(release.language)}>
          {headline}
        </span>
      </Button>
      {canWrite && (
        <IconButton
          size="small"
          icon={X}
          label={t('common.removeNamed', { name: headline })}
          onPress={() => void takeOutOfTray(releaseId)}
        />
      )}
    </li>
  );
}
