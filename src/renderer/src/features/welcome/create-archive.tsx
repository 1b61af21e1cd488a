import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../i18n/failure-sentence';
import { useChange } from '../../requests';
import { archiveOpened } from '../../state/archive';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { TagField } from '../../ui/tag-field';

interface CreateArchiveProps {
  readonly folder: string;
  readonly onCancel: () => void;
}

export function CreateArchive({ folder, onCancel }: CreateArchiveProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [otherNames, setOtherNames] = useState<readonly string[]>([]);
  const create = useChange('archive:create');

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const argument = { folder, institutionName: name.trim(), otherNames };
    create.mutate(argument, { onSuccess: archiveOpened });
  };

  return (
    <form className="welcome-form boxed" onSubmit={submit}>
      <p className="welcome-folder selectable">{t('welcome.willBeIn', { folder })}</p>
      {create.error && <Banner tone="error">{failureSentence(create.error)}</Banner>}
      <Field
        label={t('institution.name')}
        value={name}
        onChange={setName}
        autoFocus
        help={t('institution.nameHelp')}
      />
      <TagField
        label={t('institution.otherNames')}
        values={otherNames}
        onChange={setOtherNames}
        placeholder={t('institution.otherNamesHint')}
      />
      <div className="welcome-actions">
        <Button type="submit" variant="primary" isDisabled={name.trim() === '' || create.isPending}>
          {t('welcome.createNow')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
