import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { YearCount } from '../../../../shared/archive-info';
import { showPlace, useWorkspace } from '../../state/workspace';
import { RememberedSection } from './remembered-section';
import { SidebarRow } from './sidebar-row';

const shownAtFirst = 8;

export function YearRows({ years }: { readonly years: readonly YearCount[] }) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const current = useWorkspace((state) => (state.view.kind === 'releases' ? state.year : null));
  if (years.length === 0) return null;
  const shown = showsAll ? years : years.slice(0, shownAtFirst);
  return (
    <RememberedSection name="years" title={t('sidebar.years')}>
      <ul className="sidebar-group">
        {shown.map(({ year, releases }) => (
          <SidebarRow
            key={year}
            label={String(year)}
            count={releases}
            isCurrent={current === year}
            onPress={() => {
              showPlace('archive', current === year ? null : year);
            }}
          />
        ))}
      </ul>
      {years.length > shownAtFirst && (
        <Button
          className="side-more"
          onPress={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? t('sidebar.fewer') : t('sidebar.allYears', { count: years.length })}
        </Button>
      )}
    </RememberedSection>
  );
}
