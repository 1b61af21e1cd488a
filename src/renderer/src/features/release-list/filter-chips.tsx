import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useRequest } from '../../requests';
import { removePartnerFilter, setYear, showPlace, useWorkspace } from '../../state/workspace';
import '../../ui/tag-field.css';

interface Filter {
  readonly id: string;
  readonly label: string;
  readonly remove: () => void;
}

/** The filters that narrow the list, each to be taken off by itself. */
export function FilterChips() {
  const { t } = useTranslation();
  const place = useWorkspace((state) => state.place);
  const year = useWorkspace((state) => state.year);
  const partnerIds = useWorkspace((state) => state.partnerIds);
  const { data: partners = [] } = useRequest('partner:list', null);

  const filters: readonly Filter[] = [
    ...(place === 'archive'
      ? []
      : [
          {
            id: `place ${place}`,
            label: t(`sidebar.places.${place}`),
            remove: () => {
              showPlace('archive', year);
            },
          },
        ]),
    ...(year === null
      ? []
      : [
          {
            id: `year ${year}`,
            label: String(year),
            remove: () => {
              setYear(null);
            },
          },
        ]),
    ...partnerIds.map((id) => ({
      id,
      label: partners.find((partner) => partner.id === id)?.name ?? '…',
      remove: () => {
        removePartnerFilter(id);
      },
    })),
  ];
  if (filters.length === 0) return null;

  return (
    <TagGroup
      aria-label={t('list.filters')}
      className="filters"
      onRemove={(keys) => {
        for (const filter of filters) if (keys.has(filter.id)) filter.remove();
      }}
    >
      <TagList className="filters-list" items={filters} dependencies={[filters]}>
        {(filter) => (
          <Tag textValue={filter.label} className="chip chip-removable chip-filter">
            <span className="chip-text">{filter.label}</span>
            <Button
              slot="remove"
              className="chip-remove"
              aria-label={t('common.removeNamed', { name: filter.label })}
            >
              <X size={12} aria-hidden />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
