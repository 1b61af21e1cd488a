import { PanelLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { CommandButton } from '../../commands/command-button';
import { failureSentence } from '../../i18n/failure-sentence';
import { useResults } from '../../state/results/result-state';
import { toggleSidebar, useWorkspace } from '../../state/workspace';
import { Banner } from '../../ui/banner';
import { IconButton } from '../../ui/button';
import { FilterChips } from './filter-chips';
import { ListEmpty } from './list-empty';
import { ListHead } from './list-head';
import { ReleaseList } from './release-list';
import { QueryNotes } from '../search/query-notes';
import { SearchField } from '../search/search-field';
import { SuggestionLine } from '../search/suggestion-line';
import { Tray } from '../tray/tray';
import './release-list.css';

export function ReleaseListPane({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const isSidebarShown = useWorkspace((state) => state.isSidebarShown);
  return (
    <>
      <h1 className="visually-hidden">{t('list.label')}</h1>
      <div className="bar list-bar" role="search">
        {!isSidebarShown && (
          <IconButton
            icon={PanelLeft}
            label={t('command.toggleSidebar')}
            onPress={() => {
              toggleSidebar(true);
            }}
          />
        )}
        <SearchField />
        {!isSidebarShown && <CommandButton id="new-release" />}
      </div>
      <FilterChips />
      <QueryNotes />
      <ListHead />
      <AnsweredList info={info} />
      <Tray />
    </>
  );
}

/** What every answer changes. */
function AnsweredList({ info }: { readonly info: ArchiveInfo }) {
  const total = useResults((state) => state.total);
  const error = useResults((state) => state.error);
  return (
    <>
      {error !== null && <Banner tone="error">{failureSentence(error)}</Banner>}
      {total !== 0 && <SuggestionLine />}
      {total === 0 ? <ListEmpty info={info} /> : <ReleaseList total={total} />}
    </>
  );
}
