import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { Photo, PhotoUse } from '../../../../shared/photo';
import type { ReleaseId } from '../../../../shared/release';
import { dragPhoto } from '../../state/drag-out';
import { classNames } from '../../ui/class-names';
import { PhotoImage } from '../../ui/photo-image';

interface PhotoFigureProps {
  readonly releaseId: ReleaseId;
  readonly photo: PhotoUse;
  /** The photo itself, whose size keeps the place for it until it is drawn. */
  readonly original: Photo | undefined;
  readonly isLead?: boolean;
  readonly lang: string | undefined;
  readonly onEnlarge: () => void;
}

export function PhotoFigure(props: PhotoFigureProps) {
  const { releaseId, photo, original, isLead, lang, onEnlarge } = props;
  const { t } = useTranslation();
  const alt = photo.altText || photo.caption;
  return (
    <figure className={classNames('figure', isLead && 'figure-lead')}>
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
            dragPhoto(event, { releaseId, photoId: photo.photoId });
          }}
        />
      </Button>
      <figcaption className="figure-caption" lang={lang}>
        {photo.caption ? (
          <span data-content="caption">{photo.caption}</span>
        ) : (
          <em className="quiet">{t('reader.noCaption')}</em>
        )}
        {photo.creditLine && (
          <span className="figure-credit" data-content="by">
            {photo.creditLine}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
