import { ArrowDown, ArrowUp, CopyCheck, Quote, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { contentLang } from '../../i18n/format';
import { Thumbnail } from '../../thumbnails/thumbnail';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Menu } from '../../ui/menu';
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
  const set = (patch: Partial<FormPhoto>): void => {
    editForm((current) => changePhoto(current, photo.photoId, patch));
  };
  return (
    <div className="photo-card" role="group" aria-label={t('filing.photoNumber', { number })}>
      <div className="photo-card-side">
        <div draggable className="photo-card-handle" onDragStart={onDragStart}>
          <Thumbnail
            id={photo.photoId}
            alt={photo.altText || photo.fileName}
            className="photo-card-image"
          />
          {index === 0 && <span className="photo-card-lead">{t('filing.leadPhoto')}</span>}
        </div>
        <div className="photo-card-tools">
          <IconButton
            size="small"
            icon={ArrowUp}
            label={t('filing.photoEarlier', { number })}
            isDisabled={index === 0}
            onPress={() => {
              editForm((current) => movePhoto(current, index, index - 1));
            }}
          />
          <IconButton
            size="small"
            icon={ArrowDown}
            label={t('filing.photoLater', { number })}
            isDisabled={index === form.photos.length - 1}
            onPress={() => {
              editForm((current) => movePhoto(current, index, index + 1));
            }}
          />
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
