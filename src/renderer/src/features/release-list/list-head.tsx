import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { sortOrders, type SortOrder } from '../../../../shared/search';
import { CommandButton } from '../../commands/command-button';
import { useCanWrite } from '../../commands/command-context';
import { useInterfaceLanguage } from '../../i18n';
import { count, milliseconds } from '../../i18n/format';
import { useResults } from '../../state/results/result-state';
import { useProgress } from '../../state/progress';
import { setSort, sortOf, useWorkspace } from '../../state/workspace';
import { dividerPlace } from './row-places';
import { LayoutMenu } from './layout-menu';
import { Select } from '../../ui/select';
import { NarrowMenu } from '../search/narrow-panel';
import { RecencyToggle } from '../search/recency-toggle';

/** How many there are and in which order; with several rows chosen, what can be done with them. */
export function ListHead() {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  // With the first letter all of these change: drawn behind it, so that it doesn't wait for them.
  const sort = useDeferredValue(useWorkspace(sortOf));
  const hasText = useDeferredValue(useWorkspace((state) => state.text.trim() !== ''));
  const chosen = useWorkspace((state) => state.selectedIds.size);
  const place = useWorkspace((state) => state.place);
  const isSidebarHidden = useWorkspace((state) => !state.isSidebarShown);
  const canWrite = useCanWrite();
  const isTimeline = useWorkspace((state) => state.layout === 'timeline');

  return (
    <div className="list-head">
      {chosen > 1 ? (
        <>
          <span className="list-count" role="status">
            {t('list.selected', { count: chosen, number: count(chosen, language) })}
          </span>
          {chosen === 2 && <CommandButton id="compare-releases" />}
          {place === 'trash' ? (
            <CommandButton id="restore-release" />
          ) : (
            <>
              <CommandButton id="edit-many" />
              <CommandButton id="add-to-pack" />
              <CommandButton id="delete-release" />
            </>
          )}
        </>
      ) : (
        <>
          <ListCount />
          {isSidebarHidden && <NarrowMenu />}
          {hasText && canWrite && <CommandButton id="save-search" size="small" />}
          {hasText && sort === 'relevance' && <RecencyToggle />}
          <SortSelect sort={sort} hasRelevance={hasText && !isTimeline} />
          <LayoutMenu />
        </>
      )}
    </div>
  );
}

/** How many there are; the only part of the head that changes with every answer. */
function ListCount() {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const total = useResults((state) => state.total);
  const isSearch = useResults((state) => state.isSearch);
  const complete = useResults((state) => state.complete);
  const tookMs = useResults((state) => state.tookMs);
  const indexing = useProgress('index');
  return (
    <span className="list-count" role="status">
      {total === null
        ? ''
        : t(isSearch ? 'list.found' : 'list.count', {
            count: total,
            number: count(total, language),
          })}
      {isSearch && dividerPlace(complete, total ?? 0) !== null && (
        <span className="visually-hidden">
          {t('list.complete', { count: complete, number: count(complete, language) })}
        </span>
      )}
      {indexing && <span className="list-took">{t('list.indexing')}</span>}
      {isSearch && total !== null && !indexing && (
        <span className="list-took" aria-hidden>
          {t('list.took', { ms: milliseconds(tookMs, language) })}
        </span>
      )}
    </span>
  );
}

interface SortSelectProps {
  readonly sort: SortOrder;
  readonly hasRelevance: boolean;
}

const SortSelect = memo(function SortSelect({ sort, hasRelevance }: SortSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('list.sort')}
      labelHidden
      look="quiet"
      value={sort}
      choices={sortOrders
        .filter((order) => order !== 'relevance' || hasRelevance)
        .map((order) => ({ value: order, label: t(`list.sorts.${order}`) }))}
      onChange={setSort}
    />
  );
});
