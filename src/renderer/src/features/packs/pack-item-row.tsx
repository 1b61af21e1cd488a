import { ArrowDown, ArrowUp, Check, GripVertical, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton } from 'react-aria-components';
import type { PhotoId, PhotoUse } from '../../../../shared/photo';
import type { PackItem } from '../../../../shared/press-pack';
import type { ReleaseId } from '../../../../shared/release';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { contentLang, shortDate } from '../../i18n/format';
import { useRequest } from '../../requests';
import { dragPhoto } from '../../state/drag-out';
import { openRelease, showReleases } from '../../state/workspace';
import { Thumbnail } from '../../thumbnails/thumbnail';
import { IconButton } from '../../ui/button';
import { StepButtons } from '../../ui/step-buttons';

interface PackItemRowProps {
  readonly item: PackItem;
  readonly index: number;
  readonly count: number;
  readonly onDragStart: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onPhotos: (photoIds: readonly PhotoId[]) => void;
}

export function PackItemRow(props: PackItemRowProps) {
  const { item, index, count, onDragStart, onMove, onRemove, onPhotos } = props;
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { data, error } = useRequest('release:read', { id: item.releaseId });
  const release = data?.release;
  const headline = release?.headline ?? t('pack.unreadable');
  return (
    <div className="pack-item">
      <span className="pack-grip" draggable onDragStart={onDragStart} aria-hidden>
        <GripVertical size={15} />
        <span className="pack-number">{index + 1}</span>
      </span>
      <div className="pack-item-main">
        {release ? (
          <>
            <Button
              className="pack-headline"
              onPress={() => {
                openRelease(item.releaseId);
                showReleases();
              }}
            >
              <span lang={contentLang(release.language)}>{headline || t('release.untitled')}</span>
            </Button>
            <p className="pack-meta">
              {release.publicationDate
                ? shortDate(release.publicationDate, language)
                : t('release.undated')}
              {release.photos.length > 0 && (
                <span>
                  {' · '}
                  {t('pack.photosChosen', {
                    count: release.photos.length,
                    chosen: item.photoIds.length,
                    total: release.photos.length,
                  })}
                </span>
              )}
            </p>
            <PhotoToggles
              releaseId={release.id}
              photos={release.photos}
              chosen={item.photoIds}
              onChange={onPhotos}
            />
          </>
        ) : (
          <p className="pack-meta">{error ? failureSentence(error) : ''}</p>
        )}
      </div>
      <span className="pack-item-tools">
        <StepButtons
          icons={[ArrowUp, ArrowDown]}
          back={{
            label: t('pack.earlier', { name: headline }),
            isDisabled: index === 0,
            onPress: () => {
              onMove(index - 1);
            },
          }}
          on={{
            label: t('pack.later', { name: headline }),
            isDisabled: index === count - 1,
            onPress: () => {
              onMove(index + 1);
            },
          }}
        />
        <IconButton
          size="small"
          icon={X}
          label={t('common.removeNamed', { name: headline })}
          onPress={onRemove}
        />
      </span>
    </div>
  );
}

interface PhotoTogglesProps {
  readonly releaseId: ReleaseId;
  readonly photos: readonly PhotoUse[];
  readonly chosen: readonly PhotoId[];
  readonly onChange: (photoIds: readonly PhotoId[]) => void;
}

function PhotoToggles({ releaseId, photos, chosen, onChange }: PhotoTogglesProps) {
  const { t } = useTranslation();
  if (photos.length === 0) return null;
  return (
    <div className="toggles" role="group" aria-label={t('pack.photos')}>
      {photos.map((photo, index) => (
        <ToggleButton
          key={photo.photoId}
          className="toggle"
          aria-label={photo.caption || t('filing.photoNumber', { number: index + 1 })}
          isSelected={chosen.includes(photo.photoId)}
          onChange={(isChosen) => {
            // The release's order, whatever the order of the clicks.
            onChange(
              photos
                .map((other) => other.photoId)
                .filter((id) => (id === photo.photoId ? isChosen : chosen.includes(id))),
            );
          }}
        >
          <Thumbnail
            id={photo.photoId}
            alt=""
            className="toggle-image"
            onDragStart={(event) => {
              dragPhoto(event, { releaseId, photoId: photo.photoId });
            }}
          />
          <span className="toggle-mark" aria-hidden>
            <Check size={11} strokeWidth={3} />
          </span>
        </ToggleButton>
      ))}
    </div>
  );
}
