import { Merge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partnerKinds, type PartnerId, type PartnerSummary } from '../../../../shared/partner';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { useChange, useRequest } from '../../requests';
import { closeDialog, openDialog } from '../../state/dialogs';
import { sayUndoable } from '../../state/undo';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { AliasRows } from './alias-rows';
import './partners.css';

export function PartnerDialog({ partnerId }: { readonly partnerId: PartnerId | null }) {
  const { data: partners } = useRequest('partner:list', null);
  const known = partners?.find((partner) => partner.id === partnerId);
  if (partnerId !== null && !known) return null;
  const canMerge = known !== undefined && (partners?.length ?? 0) > 1;
  return <PartnerForm known={known ?? null} canMerge={canMerge} />;
}

const blank = { name: '', aliases: [], kind: 'company', country: '', note: '' } as const;

interface PartnerFormProps {
  readonly known: PartnerSummary | null;
  readonly canMerge: boolean;
}

function PartnerForm({ known, canMerge }: PartnerFormProps) {
  const { t } = useTranslation();
  const [content, setContent] = useState(() => {
    const { name, aliases, kind, country, note } = known ?? blank;
    return { name, aliases, kind, country, note };
  });
  const add = useChange('partner:add');
  const revise = useChange('partner:revise');
  const error = add.error ?? revise.error;
  const isCountryGood = /^([A-Z]{2})?$/.test(content.country);

  const save = (): void => {
    const aliases = content.aliases
      .map((alias) => ({ ...alias, name: alias.name.trim() }))
      .filter((alias) => alias.name !== '');
    const finished = { ...content, name: content.name.trim(), aliases };
    const done = (): void => {
      closeDialog();
      void sayUndoable(translate('partner.saved', { name: finished.name }));
    };
    if (known) revise.mutate({ id: known.id, content: finished }, { onSuccess: done });
    else add.mutate({ content: finished }, { onSuccess: done });
  };

  return (
    <Dialog
      title={t(known ? 'partner.edit' : 'partner.new')}
      onClose={closeDialog}
      footer={
        <>
          {known && canMerge && (
            <Button
              variant="quiet"
              icon={Merge}
              onPress={() => {
                openDialog({ kind: 'merge-partner', partnerId: known.id });
              }}
            >
              {t('merge.open')}
            </Button>
          )}
          <span className="spring" />
          <Button onPress={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={content.name.trim() === '' || !isCountryGood}
            onPress={save}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      {error && <Banner tone="error">{failureSentence(error)}</Banner>}
      <Field
        label={t('partner.name')}
        value={content.name}
        autoFocus
        onChange={(name) => {
          setContent({ ...content, name });
        }}
      />
      <AliasRows
        aliases={content.aliases}
        onChange={(aliases) => {
          setContent({ ...content, aliases });
        }}
      />
      <div className="form-row">
        <Select
          label={t('partner.kind')}
          value={content.kind}
          choices={partnerKinds.map((kind) => ({ value: kind, label: t(`partner.kinds.${kind}`) }))}
          onChange={(kind) => {
            setContent({ ...content, kind });
          }}
        />
        <Field
          label={t('partner.country')}
          value={content.country}
          placeholder={t('partner.countryHint')}
          onChange={(country) => {
            setContent({ ...content, country: country.toUpperCase().trim().slice(0, 2) });
          }}
        />
      </div>
      <Field
        label={t('partner.note')}
        value={content.note}
        multiline
        onChange={(note) => {
          setContent({ ...content, note });
        }}
      />
    </Dialog>
  );
}
