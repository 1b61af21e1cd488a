import { BookmarkPlus, Ellipsis, Pencil, Search, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../../../shared/search';
import { useOfContext } from '../../commands/command-context';
import { commandOf, runCommand } from '../../commands/registry';
import { useInterfaceLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';
import { useRequest } from '../../requests';
import { openDialog } from '../../state/dialogs';
import { forgetSearch } from '../../state/saved-searches';
import { isSameSearch, seenSearch } from '../../state/seen-search';
import { runSearch, useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { showContextMenu } from '../../ui/context-menu';
import { Menu, type MenuGroup } from '../../ui/menu';
import { RememberedSection } from '../sidebar/remembered-section';
import { SidebarRow } from '../sidebar/sidebar-row';

/** The searches that were given a name: one click runs them. */
export function SavedSearchRows({ canWrite }: { readonly canWrite: boolean }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { data: searches = [] } = useRequest('search:saved', null);
  const { data: partners = [] } = useRequest('partner:list', null);
  // The key that is typed matters only where it makes the query one of these.
  const shownId = useWorkspace((state) =>
    state.view.kind === 'releases'
      ? searches.find((search) => isSameSearch(search, seenSearch(state, partners)))?.id
      : undefined,
  );
  const canSave = useOfContext(commandOf('save-search').isEnabled);
  const { compare } = collatorOf(language);
  const sorted = [...searches].sort((a, b) => compare(a.name, b.name));

  const groupsFor = (search: SavedSearch): readonly MenuGroup[] => [
    {
      id: 'search',
      entries: [
        {
          id: 'rename',
          label: t('searches.renameIt'),
          icon: Pencil,
          run: () => {
            openDialog({ kind: 'save-search', search });
          },
        },
        {
          id: 'delete',
          label: t('searches.delete'),
          icon: Trash2,
          danger: true,
          run: () => void forgetSearch(search),
        },
      ],
    },
  ];

  return (
    <RememberedSection
      name="searches"
      title={t('searches.title')}
      action={
        canWrite && (
          <IconButton
            size="small"
            icon={BookmarkPlus}
            label={t('command.saveSearch')}
            isDisabled={!canSave}
            onPress={() => {
              runCommand('save-search');
            }}
          />
        )
      }
    >
      <ul className="sidebar-group">
        {sorted.map((search) => (
          <SidebarRow
            key={search.id}
            icon={Search}
            label={search.name}
            isCurrent={shownId === search.id}
            onPress={() => {
              runSearch(search);
            }}
            {...(canWrite && {
              onContextMenu: (event) => {
                showContextMenu(event, search.name, groupsFor(search));
              },
              extra: (
                <Menu label={search.name} groups={groupsFor(search)}>
                  <IconButton
                    size="small"
                    icon={Ellipsis}
                    label={t('searches.more', { name: search.name })}
                  />
                </Menu>
              ),
            })}
          />
        ))}
      </ul>
      {searches.length === 0 && <p className="side-note">{t('searches.none')}</p>}
    </RememberedSection>
  );
}
