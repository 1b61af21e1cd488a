import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { releaseLanguages, releaseStatuses, type ReleaseId } from '../../../../shared/release';
import type { ManyReleasesChange } from '../../../../shared/release-history';
import { currentLanguage, translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { count as formatCount } from '../../i18n/format';
import { useChange, useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { useResults } from '../../state/results/result-state';
import { loadRows } from '../../state/results/rows-in-sight';
import { showToast } from '../../state/toasts';
import { sayUndoable } from '../../state/undo';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Select } from '../../ui/select';
import { TagField } from '../../ui/tag-field';
import { AddedPartners } from './added-partners';
import { changeSentence, changesNothing, noChange } from './change-sentence';
import { RemovalChips } from './removal-chips';
import { selectionValues } from './selection-values';
import './edit-many.css';

/** As many rows as are worth asking for, to know what can be taken away. */
const mostRows = 5_000;
const asItIs = 'as-it-is';

/** The same change for all chosen releases, as one step. */
export function EditManyDialog({ releaseIds }: { readonly releaseIds: readonly ReleaseId[] }) {
  const { t } = useTranslation();
  const [change, setChange] = useState<ManyReleasesChange>(noChange);
  const { data: partners = [] } = useRequest('partner:list', null);
  const pages = useResults((state) => state.pages);
  const total = useResults((state) => state.total);
  const edit = useChange('release:edit-many');
  const occurring = useMemo(() => selectionValues(pages, releaseIds), [pages, releaseIds]);
  const names = new Map(partners.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? '…';
  const count = releaseIds.length;

  // Rows that were chosen long ago may have left the memory.
  useEffect(() => {
    if (total !== null && total > 0) void loadRows(0, Math.min(total, mostRows) - 1);
  }, [total]);

  const patch = (part: Partial<ManyReleasesChange>): void => {
    setChange((before) => ({ ...before, ...part }));
  };

  const save = (): void => {
    if (changesNothing(change)) return;
    edit.mutate(
      { ids: releaseIds, change },
      {
        onSuccess: ({ changed }) => {
          closeDialog();
          const number = formatCount(changed, currentLanguage());
          if (changed === 0) showToast({ tone: 'done', text: translate('toast.editedNone') });
          else void sayUndoable(translate('toast.editedMany', { count: changed, number }));
        },
      },
    );
  };

  return (
    <Dialog
      title={t('editMany.title', { count })}
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>{t('common.cancel')}</Button>
          {/* Never disabled: a tag that is still being typed counts as soon as this is pressed. */}
          <Button variant="primary" isDisabled={edit.isPending} onPress={save}>
            {t('editMany.change', { count })}
          </Button>
        </>
      }
    >
      {edit.error && <Banner tone="error">{failureSentence(edit.error)}</Banner>}
      <TagField
        label={t('editMany.addTags')}
        values={change.addTags}
        placeholder={t('filing.tagsHint')}
        onChange={(addTags) => {
          patch({ addTags });
        }}
      />
      <RemovalChips
        label={t('editMany.removeTags')}
        values={occurring.tags}
        nameOf={String}
        chosen={change.removeTags}
        onChange={(removeTags) => {
          patch({ removeTags });
        }}
      />
      <AddedPartners
        chosen={change.addPartnerIds}
        nameOf={nameOf}
        onChange={(addPartnerIds) => {
          patch({ addPartnerIds });
        }}
      />
      <RemovalChips
        label={t('editMany.removePartners')}
        values={occurring.partnerIds}
        nameOf={nameOf}
        chosen={change.removePartnerIds}
        onChange={(removePartnerIds) => {
          patch({ removePartnerIds });
        }}
      />
      <div className="form-row">
        <Select
          label={t('field.status')}
          value={change.status ?? asItIs}
          choices={[
            { value: asItIs, label: t('editMany.asItIs') },
            ...releaseStatuses.map((value) => ({ value, label: t(`release.statuses.${value}`) })),
          ]}
          onChange={(value) => {
            patch({ status: value === asItIs ? null : value });
          }}
        />
        <Select
          label={t('field.language')}
          value={change.language ?? asItIs}
          choices={[
            { value: asItIs, label: t('editMany.asItIs') },
            ...releaseLanguages.map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
          onChange={(value) => {
            patch({ language: value === asItIs ? null : value });
          }}
        />
      </div>
      <p className="change-sentence" role="status">
        {changeSentence(change, count, nameOf)}
      </p>
    </Dialog>
  );
}
