import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components';
import type { ParsedRelease } from '../../../../shared/parsed-release';
import { contentLang } from '../../i18n/format';
import { Button, IconButton } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { editForm, patchForm } from './editor-store';
import type { ReleaseForm } from './form';
import { FormSection } from './form-section';
import { movePhoto } from './photo-changes';
import { PhotoCard } from './photo-card';
import { takeFiles } from './take-files';
import './photos-section.css';

interface PhotosSectionProps {
  readonly form: ReleaseForm;
  readonly parsed: ParsedRelease | null;
}

export function PhotosSection({ form, parsed }: PhotosSectionProps) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<number | null>(null);
  const recognised = parsed?.captions.map((caption) => caption.value) ?? [];
  return (
    <FormSection
      title={t('field.photos')}
      name="captions"
      action={
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['image/*']}
          onSelect={(files) => void takeFiles([...(files ?? [])])}
        >
          <Button variant="quiet" icon={ImagePlus}>
            {t('filing.addPhotos')}
          </Button>
        </FileTrigger>
      }
    >
      {form.photos.length === 0 && form.looseCaptions.length === 0 && (
        <p className="form-hint">{t('filing.noPhotos')}</p>
      )}
      <ol className="photo-cards">
        {form.photos.map((photo, index) => (
          <li
            key={photo.photoId}
            className={dragged === index ? 'photo-slot photo-slot-dragged' : 'photo-slot'}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged === index) return;
              editForm((current) => movePhoto(current, dragged, index));
              setDragged(index);
            }}
            onDrop={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDragEnd={() => {
              setDragged(null);
            }}
          >
            <PhotoCard
              photo={photo}
              index={index}
              form={form}
              recognised={recognised}
              onDragStart={() => {
                setDragged(index);
              }}
            />
          </li>
        ))}
      </ol>
      <LooseCaptions form={form} />
    </FormSection>
  );
}

/** Captions that no photo has taken; unless somebody says otherwise, they stay in the release. */
function LooseCaptions({ form }: { readonly form: ReleaseForm }) {
  const { t } = useTranslation();
  if (form.looseCaptions.length === 0) return null;
  return (
    <div className="loose">
      <h3 className="loose-title">
        {t('filing.looseCaptions', { count: form.looseCaptions.length })}
      </h3>
      <ul lang={contentLang(form.language)}>
        {form.looseCaptions.map((caption) => (
          <li key={caption} className="loose-caption">
            <span>{caption}</span>
            <IconButton
              size="small"
              icon={X}
              label={t('common.removeNamed', { name: caption.slice(0, 40) })}
              onPress={() => {
                patchForm({
                  looseCaptions: form.looseCaptions.filter((other) => other !== caption),
                });
              }}
            />
          </li>
        ))}
      </ul>
      <Checkbox
        isSelected={form.keepsLooseCaptions}
        onChange={(keepsLooseCaptions) => {
          patchForm({ keepsLooseCaptions });
        }}
      >
        {t('filing.keepLoose')}
      </Checkbox>
    </div>
  );
}
