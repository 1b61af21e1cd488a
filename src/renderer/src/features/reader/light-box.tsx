import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { PhotoUse } from '../../../../shared/photo';
import type { ReleaseId } from '../../../../shared/release';
import { dragPhoto } from '../../state/drag-out';
import { IconButton } from '../../ui/button';
import { PhotoImage } from '../../ui/photo-image';
import './light-box.css';

interface LightBoxProps {
  readonly releaseId: ReleaseId;
  readonly photos: readonly PhotoUse[];
  readonly index: number;
  readonly onMove: (index: number) => void;
  readonly onClose: () => void;
}

/** One photo as large as the window, with caption and credit; arrow keys move on, Esc leaves. */
export function LightBox({ releaseId, photos, index, onMove, onClose }: LightBoxProps) {
  const { t } = useTranslation();
  const photo = photos[index];
  if (!photo) return null;
  const move = (step: number): void => {
    onMove((index + step + photos.length) % photos.length);
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="veil light-box"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="light-box-modal">
        <Dialog
          aria-label={t('reader.lightBox')}
          className="light-box-frame"
          // The key reaches the dialog from whichever button has the focus.
          ref={(element) => {
            if (element) {
              element.onkeydown = (event) => {
                if (event.key === 'ArrowLeft') move(-1);
                if (event.key === 'ArrowRight') move(1);
              };
            }
          }}
        >
          <div className="light-box-top">
            <span aria-live="polite">
              {photos.length > 1 &&
                t('reader.photoOf', { number: index + 1, total: photos.length })}
            </span>
            <IconButton icon={X} label={t('common.close')} onPress={onClose} />
          </div>
          <div className="light-box-stage">
            <IconButton
              icon={ChevronLeft}
              label={t('reader.previousPhoto')}
              isDisabled={photos.length < 2}
              onPress={() => {
                move(-1);
              }}
            />
            <PhotoImage
              id={photo.photoId}
              alt={photo.altText || photo.caption}
              className="light-box-image"
              onDragStart={(event) => {
                dragPhoto(event, { releaseId, photoId: photo.photoId });
              }}
            />
            <IconButton
              icon={ChevronRight}
              label={t('reader.nextPhoto')}
              isDisabled={photos.length < 2}
              onPress={() => {
                move(1);
              }}
            />
          </div>
          <div className="light-box-caption selectable">
            <p>{photo.caption || t('reader.noCaption')}</p>
            {photo.creditLine && <p className="light-box-credit">{photo.creditLine}</p>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
