import { CircleCheck, Clock, FileText, SearchX, Trash2, FilePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { CommandButton } from '../../commands/command-button';
import { clearFilters, dropFilters, hasFilters, useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { SuggestionLine } from '../search/suggestion-line';
import { useQueryLabel } from '../search/use-query-label';

export function ListEmpty({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const text = useWorkspace((state) => state.text.trim());
  const { place, year, partnerIds, tags } = useWorkspace();
  const label = useQueryLabel(text);
  const isFiltered = useWorkspace(hasFilters);

  if (text !== '' || year !== null || partnerIds.length > 0 || tags.length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={text === '' ? t('empty.noneHere') : t('empty.noHits', { text: label })}
        action={
          <div className="empty-actions">
            {text !== '' && isFiltered && (
              <Button variant="primary" onPress={dropFilters}>
                {t('empty.searchAll')}
              </Button>
            )}
            <Button onPress={clearFilters}>{t('empty.showAll')}</Button>
          </div>
        }
      >
        <SuggestionLine />
        <ul>
          {text !== '' && <li>{t('empty.fewerWords')}</li>}
          {isFiltered && <li>{t('empty.dropFilters')}</li>}
          {text !== '' && <li>{t('empty.otherLanguage')}</li>}
        </ul>
      </EmptyState>
    );
  }
  if (place === 'trash') {
    return (
      <EmptyState icon={Trash2} title={t('empty.trash')}>
        {t('empty.trashText')}
      </EmptyState>
    );
  }
  if (place === 'needs-look') {
    return (
      <EmptyState icon={CircleCheck} title={t('empty.needsLook')}>
        {t('empty.needsLookText')}
      </EmptyState>
    );
  }
  if (place === 'embargoed') {
    return (
      <EmptyState icon={Clock} title={t('empty.embargoed')}>
        {t('empty.embargoedText')}
      </EmptyState>
    );
  }
  if (place === 'drafts') {
    return (
      <EmptyState icon={FilePen} title={t('empty.drafts')}>
        {t('empty.draftsText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={FileText}
      title={t('empty.archive')}
      action={
        info.readOnly === null && (
          <div className="empty-actions">
            <CommandButton id="new-release" look="primary" />
            <CommandButton id="import" look="plain" />
          </div>
        )
      }
    >
      {t('empty.archiveText')}
    </EmptyState>
  );
}
