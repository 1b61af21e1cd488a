import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { Photo, PhotoUse } from '../../../../shared/photo';
import type { Release } from '../../../../shared/release';
import { lacksOf } from '../../../../shared/release-lacks';
import { dragPhoto } from '../../state/drag-out';
import { classNames } from '../../ui/class-names';
import { EditableText } from '../in-place/editable-text';
import { PhotoImage } from '../../ui/photo-image';

interface PhotoFigureProps {
  readonly release: Release;
  readonly photo: PhotoUse;
  /** The photo itself, whose size keeps the place for it until it is drawn. */
  readonly original: Photo | undefined;
  /** Above the text, in its flow, or below it. */
  readonly place: 'lead' | 'flow' | 'end';
  readonly lang: string | undefined;
  readonly onEnlarge: () => void;
}

export function PhotoFigure(props: PhotoFigureProps) {
  const { release, photo, original, place, lang, onEnlarge } = props;
  const { t } = useTranslation();
  const alt = photo.altText || photo.caption;
  const lacksCredit = (lacksOf(release)?.credits ?? 0) > 0;
  return (
    <figure className={classNames('figure', place !== 'end' && `figure-${place}`)}>
      <Button
        className="figure-button"
        aria-label={t('reader.enlarge', { photo: alt })}
        onPress={onEnlarge}
      >
        <PhotoImage
          id={photo.photoId}
          alt={alt}
          className="figure-image"
          size={original}
          onDragStart={(event) => {
            dragPhoto(event, { releaseId: release.id, photoId: photo.photoId });
          }}
        />
      </Button>
      <figcaption className="figure-caption" lang={lang}>
        <EditableText
          as="span"
          content={photo.caption === '' ? null : 'caption'}
          release={release}
          target={{ field: 'caption', photoId: photo.photoId }}
          label={t('field.caption')}
        >
          {photo.caption || <em className="quiet">{t('reader.noCaption')}</em>}
        </EditableText>
        {(photo.creditLine !== '' || lacksCredit) && (
          <EditableText
            as="span"
            className="figure-credit"
            content={photo.creditLine === '' ? null : 'by'}
            release={release}
            target={{ field: 'creditLine', photoId: photo.photoId }}
            label={t('field.creditLine')}
          >
            {photo.creditLine || <em className="quiet">{t('inPlace.addCredit')}</em>}
          </EditableText>
        )}
      </figcaption>
    </figure>
  );
}
