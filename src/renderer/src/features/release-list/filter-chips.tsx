import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { chipsOf } from '../../../../shared/query';
import { useRequest } from '../../requests';
import { readQuery, removeCondition } from '../../state/query';
import {
  removePartnerFilter,
  removeTagFilter,
  setYear,
  setPlace,
  useWorkspace,
} from '../../state/workspace';
import { classNames } from '../../ui/class-names';
import { nodeLabel } from '../search/node-label';
import { useHeadlines } from '../search/use-query-label';
import { focusSearch } from './focus';
import '../../ui/tag-field.css';

interface Filter {
  readonly id: string;
  readonly label: string;
  readonly isExcluded?: boolean;
  readonly remove: () => void;
}

/** The place, year, partners and tags that were chosen in the sidebar. */
function useSidebarFilters(): readonly Filter[] {
  const { t } = useTranslation();
  const place = useWorkspace((state) => state.place);
  const year = useWorkspace((state) => state.year);
  const partnerIds = useWorkspace((state) => state.partnerIds);
  const tags = useWorkspace((state) => state.tags);
  const { data: partners = [] } = useRequest('partner:list', null);
  const filters: Filter[] = [];
  if (place !== 'archive') {
    filters.push({
      id: `place ${place}`,
      label: t(`sidebar.places.${place}`),
      remove: () => {
        setPlace('archive');
      },
    });
  }
  if (year !== null) {
    filters.push({
      id: `year ${year}`,
      label: String(year),
      remove: () => {
        setYear(null);
      },
    });
  }
  for (const id of partnerIds) {
    filters.push({
      id,
      label: partners.find((partner) => partner.id === id)?.name ?? '…',
      remove: () => {
        removePartnerFilter(id);
      },
    });
  }
  for (const tag of tags) {
    filters.push({
      id: `tag ${tag}`,
      label: t('query.inField', { field: t('query.fields.tag'), text: tag }),
      remove: () => {
        removeTagFilter(tag);
      },
    });
  }
  return filters;
}

/** The conditions of the query itself; plain words can be read in the field. */
function useConditions(): readonly Filter[] {
  // What they are called depends on the language, too.
  useTranslation();
  const text = useWorkspace((state) => state.text);
  const isTyped = useWorkspace((state) => state.isTyped);
  const query = readQuery(text, isTyped);
  const headlineOf = useHeadlines(query.nodes);
  return chipsOf(query, text).map(({ kind, text: typed, range }, index) => {
    const node = query.nodes.find((each) => each.kind === kind && each.range === range);
    return {
      id: `condition ${index} ${typed}`,
      label: node ? nodeLabel(node, headlineOf) : typed,
      isExcluded: kind === 'not',
      remove: () => {
        removeCondition(range);
      },
    };
  });
}

/** All that narrows the list, each to be taken off by itself. */
export function FilterChips() {
  const { t } = useTranslation();
  const filters = [...useSidebarFilters(), ...useConditions()];
  if (filters.length === 0) return null;
  return (
    <TagGroup
      aria-label={t('list.filters')}
      className="filters"
      onRemove={(keys) => {
        for (const filter of filters) if (keys.has(filter.id)) filter.remove();
        // The last one takes the focus with it.
        if (filters.length === keys.size) focusSearch();
      }}
    >
      <TagList className="filters-list" items={filters} dependencies={[filters]}>
        {(filter) => (
          <Tag
            textValue={filter.label}
            className={classNames(
              'chip chip-removable chip-filter',
              filter.isExcluded && 'chip-excluded',
            )}
          >
            <span className="chip-text">{filter.label}</span>
            <Button
              slot="remove"
              className="chip-remove"
              // Said together with the name of what it removes.
              aria-label={t('common.remove')}
            >
              <X size={12} aria-hidden />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
