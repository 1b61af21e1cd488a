import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { failureSentence } from '../../i18n/failure-sentence';
import { queryClient, useChange, useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { TagField } from '../../ui/tag-field';

export function InstitutionDialog() {
  const { data: info } = useRequest('archive:info', null);
  return info ? <Form info={info} /> : null;
}

function Form({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const [name, setName] = useState(info.institution.name);
  const [otherNames, setOtherNames] = useState(info.institution.otherNames);
  const describe = useChange('archive:describe');
  const save = (): void => {
    describe.mutate(
      { institutionName: name.trim(), otherNames },
      {
        onSuccess: (changed) => {
          queryClient.setQueryData(['archive:info', null], changed);
          closeDialog();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('institution.title')}
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === '' || describe.isPending}
            onPress={save}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('institution.explanation')}</p>
      {describe.error && <Banner tone="error">{failureSentence(describe.error)}</Banner>}
      <Field label={t('institution.name')} value={name} onChange={setName} autoFocus />
      <TagField
        label={t('institution.otherNames')}
        values={otherNames}
        onChange={setOtherNames}
        placeholder={t('institution.otherNamesHint')}
      />
    </Dialog>
  );
}
