import { ListFilter, ListX, Tag, Tags } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, TextField } from 'react-aria-components';
import { currentContext } from '../../commands/registry';
import { useInterfaceLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';
import { useRequest } from '../../requests';
import { tagReleases } from '../../state/release-actions';
import { removeTagFilter, showTag, useWorkspace } from '../../state/workspace';
import { showContextMenu } from '../../ui/context-menu';
import type { MenuGroup } from '../../ui/menu';
import { RememberedSection } from './remembered-section';
import { SidebarRow } from './sidebar-row';
import { matchingTags } from './matching-tags';

const shownAtFirst = 8;
/** More than anybody has. */
const all = 100_000;

export function TagRows() {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [typed, setTyped] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const isWhole = showsAll || typed !== '';
  const { data: first } = useRequest('tag:list', { limit: shownAtFirst });
  const { data: whole } = useRequest('tag:list', { limit: all }, { enabled: isWhole });
  const chosen = useWorkspace((state) => state.tags);
  const isListView = useWorkspace((state) => state.view.kind === 'releases');
  const total = first?.total ?? 0;
  const known = (isWhole ? whole : undefined) ?? first;
  const shown = matchingTags(known?.tags ?? [], typed, isWhole ? collatorOf(language) : null);

  const groupsFor = (tag: string): readonly MenuGroup[] => {
    const { targets, archive, place } = currentContext();
    const canTag = archive?.readOnly === null && targets.length > 0 && place !== 'trash';
    return [
      {
        id: 'filter',
        entries: [
          {
            id: 'only',
            label: t('sidebar.tagOnly'),
            icon: Tag,
            isDisabled: chosen.length === 1 && chosen.includes(tag),
            run: () => {
              showTag(tag, false);
            },
          },
          chosen.includes(tag)
            ? {
                id: 'off',
                label: t('sidebar.tagOff'),
                icon: ListX,
                run: () => {
                  removeTagFilter(tag);
                },
              }
            : {
                id: 'also',
                label: t('sidebar.tagAlso'),
                icon: ListFilter,
                run: () => {
                  showTag(tag, true);
                },
              },
        ],
      },
      {
        id: 'chosen',
        entries: canTag
          ? [
              {
                id: 'tag',
                label: t('sidebar.tagChosen', { count: targets.length }),
                icon: Tags,
                run: () => void tagReleases(targets, tag),
              },
            ]
          : [],
      },
    ];
  };

  return (
    <RememberedSection name="tags" title={t('sidebar.tags')}>
      {total > shownAtFirst && (
        <TextField
          aria-label={t('sidebar.findTag')}
          value={typed}
          onChange={setTyped}
          className="side-find"
        >
          <Input className="side-find-input" placeholder={t('sidebar.findTag')} />
        </TextField>
      )}
      <ul className="sidebar-group">
        {shown.map(({ tag, releases }) => (
          <SidebarRow
            key={tag}
            label={tag}
            count={releases}
            isCurrent={isListView && chosen.includes(tag)}
            onPress={(event) => {
              showTag(tag, event.ctrlKey || event.metaKey || event.shiftKey);
            }}
            onContextMenu={(event) => {
              showContextMenu(event, tag, groupsFor(tag));
            }}
          />
        ))}
      </ul>
      {typed !== '' && shown.length === 0 && <p className="side-note">{t('sidebar.noSuchTag')}</p>}
      {first?.total === 0 && <p className="side-note">{t('sidebar.noTags')}</p>}
      {typed === '' && total > shownAtFirst && (
        <Button
          className="side-more"
          aria-expanded={showsAll}
          onPress={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? t('sidebar.fewer') : t('sidebar.allTags', { count: total })}
        </Button>
      )}
    </RememberedSection>
  );
}
