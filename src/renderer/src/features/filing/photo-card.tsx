import { ArrowDown, ArrowUp, CopyCheck, FileSymlink, Quote, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { photoPlaces, withPhotoPlace } from '../../../../shared/photo-places';
import { contentLang } from '../../i18n/format';
import { Thumbnail } from '../../thumbnails/thumbnail';
import { IconButton } from '../../ui/button';
import { StepButtons } from '../../ui/step-buttons';
import { Field } from '../../ui/field';
import { Menu } from '../../ui/menu';
import { draggedPhotoType, useBodyTarget } from '../body-editor/body-target';
import { editForm } from './editor-store';
import type { FormPhoto, ReleaseForm } from './form';
import { changePhoto, creditAll, movePhoto, removePhoto, takeCaption } from './photo-changes';

interface PhotoCardProps {
  readonly photo: FormPhoto;
  readonly index: number;
  readonly form: ReleaseForm;
  /** The captions that the text had. */
  readonly recognised: readonly string[];
  readonly onDragStart: () => void;
}

export function PhotoCard({ photo, index, form, recognised, onDragStart }: PhotoCardProps) {
  const { t } = useTranslation();
  const number = index + 1;
  const lang = contentLang(form.language);
  const isInText = photoPlaces(form.body).some(({ photoId }) => photoId === photo.photoId);
  const set = (patch: Partial<FormPhoto>): void => {
    editForm((current) => changePhoto(current, photo.photoId, patch));
  };
  return (
    <div className="photo-card" role="group" aria-label={t('filing.photoNumber', { number })}>
      <div className="photo-card-side">
        <div
          draggable
          className="photo-card-handle"
          onDragStart={(event) => {
            event.dataTransfer.setData(draggedPhotoType, photo.photoId);
            onDragStart();
          }}
        >
          <Thumbnail
            id={photo.photoId}
            alt={photo.altText || photo.fileName}
            className="photo-card-image"
          />
          {(index === 0 || isInText) && (
            <span className="photo-card-lead">
              {t(isInText ? 'filing.photoInText' : 'filing.leadPhoto')}
            </span>
          )}
        </div>
        <div className="photo-card-tools">
          <StepButtons
            icons={[ArrowUp, ArrowDown]}
            back={{
              label: t('filing.photoEarlier', { number }),
              isDisabled: index === 0,
              onPress: () => {
                editForm((current) => movePhoto(current, index, index - 1));
              },
            }}
            on={{
              label: t('filing.photoLater', { number }),
              isDisabled: index === form.photos.length - 1,
              onPress: () => {
                editForm((current) => movePhoto(current, index, index + 1));
              },
            }}
          />
          <PutIntoText photo={photo} number={number} isInText={isInText} />
          {form.looseCaptions.length > 0 && (
            <Menu
              label={t('filing.pickCaption', { number })}
              groups={[
                {
                  id: 'captions',
                  title: t('filing.captionsOfText'),
                  entries: form.looseCaptions.map((caption, place) => ({
                    id: String(place),
                    label: caption,
                    run: () => {
                      editForm((current) =>
                        takeCaption(current, photo.photoId, caption, recognised),
                      );
                    },
                  })),
                },
              ]}
            >
              <IconButton size="small" icon={Quote} label={t('filing.pickCaption', { number })} />
            </Menu>
          )}
          <IconButton
            size="small"
            icon={Trash2}
            label={t('filing.removePhoto', { number })}
            onPress={() => {
              editForm((current) => removePhoto(current, photo.photoId, recognised));
            }}
          />
        </div>
      </div>
      <div className="photo-card-fields">
        <Field
          label={t('field.caption')}
          value={photo.caption}
          multiline
          lang={lang}
          onChange={(caption) => {
            set({ caption });
          }}
        />
        <Field
          label={t('field.altText')}
          value={photo.altText}
          placeholder={t('filing.altHint')}
          lang={lang}
          onChange={(altText) => {
            set({ altText });
          }}
        />
        <div className="photo-card-credit">
          <Field
            label={t('field.creditLine')}
            value={photo.creditLine}
            onChange={(creditLine) => {
              set({ creditLine });
            }}
          />
          {form.photos.length > 1 && (
            <IconButton
              icon={CopyCheck}
              label={t('filing.creditAll')}
              isDisabled={photo.creditLine === ''}
              onPress={() => {
                editForm((current) => creditAll(current, photo.creditLine));
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

interface PutIntoTextProps {
  readonly photo: FormPhoto;
  readonly number: number;
  readonly isInText: boolean;
}

/** Where the cursor is in the text; at its end while the Markdown is shown. */
function PutIntoText({ photo: { photoId }, number, isInText }: PutIntoTextProps) {
  const { t } = useTranslation();
  const target = useBodyTarget((state) => state.target);
  return (
    <IconButton
      size="small"
      icon={FileSymlink}
      label={t(isInText ? 'filing.showInText' : 'filing.putIntoText', { number })}
      isDisabled={isInText && target === null}
      onPress={() => {
        if (target !== null) target.place([photoId]);
        else editForm((form) => ({ ...form, body: withPhotoPlace(form.body, photoId) }));
      }}
    />
  );
}
