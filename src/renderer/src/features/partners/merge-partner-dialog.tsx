import { Merge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerId, PartnerSummary } from '../../../../shared/partner';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { useChange, useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { sayUndoable } from '../../state/undo';
import { replacePartnerFilter } from '../../state/workspace';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { PartnerSearch } from './partner-search';

/** Makes a partner that was entered twice one again. */
export function MergePartnerDialog({ partnerId }: { readonly partnerId: PartnerId }) {
  const { data: partners } = useRequest('partner:list', null);
  const gone = partners?.find((partner) => partner.id === partnerId);
  if (!partners || !gone) return null;
  return <Form gone={gone} others={partners.filter((partner) => partner !== gone)} />;
}

interface FormProps {
  readonly gone: PartnerSummary;
  readonly others: readonly PartnerSummary[];
}

function Form({ gone, others }: FormProps) {
  const { t } = useTranslation();
  const [keptId, setKeptId] = useState<PartnerId | null>(null);
  const kept = others.find((partner) => partner.id === keptId);
  const merge = useChange('partner:merge');

  const save = (): void => {
    if (!kept) return;
    merge.mutate(
      { id: kept.id, merged: [gone.id] },
      {
        onSuccess: () => {
          replacePartnerFilter(gone.id, kept.id);
          closeDialog();
          void sayUndoable(translate('toast.merged', { gone: gone.name, kept: kept.name }));
        },
      },
    );
  };

  return (
    <Dialog
      title={t('merge.title', { name: gone.name })}
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon={Merge}
            isDisabled={!kept || merge.isPending}
            onPress={save}
          >
            {t('merge.merge')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('merge.explanation', { name: gone.name })}</p>
      {merge.error && <Banner tone="error">{failureSentence(merge.error)}</Banner>}
      <PartnerSearch
        label={t('merge.into')}
        partners={others}
        chosenId={keptId}
        onChoose={setKeptId}
      />
      <p className="merge-preview" role="status">
        {kept &&
          t(gone.releaseCount === 0 ? 'merge.previewNone' : 'merge.preview', {
            gone: gone.name,
            kept: kept.name,
            count: gone.releaseCount,
          })}
      </p>
    </Dialog>
  );
}
