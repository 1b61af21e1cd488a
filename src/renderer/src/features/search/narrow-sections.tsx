import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton } from 'react-aria-components';
import type { PartnerSummary } from '../../../../shared/partner';
import { facetNames, type FacetName, type Facets } from '../../../../shared/search';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { useRequest } from '../../requests';
import { isFacetOn, readQuery, toggleFacet } from '../../state/query';
import { useResults } from '../../state/results';
import { changeSettings, useSettings } from '../../state/settings';
import { hasFilters, useWorkspace } from '../../state/workspace';
import { Section } from '../sidebar/section';
import { firstValues, isEmpty, shownFacets, uncounted, type ShownFacet } from './facet-values';
import './narrow.css';

const shownAtFirst = 6;
const noPartners: readonly PartnerSummary[] = [];

/** Those of the newest answer; where it is empty, those of the one before without their counts. */
function useLastFacets(): Facets | null {
  const facets = useResults((state) => state.facets);
  const [last, setLast] = useState<Facets | null>(null);
  if (facets && !isEmpty(facets) && facets !== last) setLast(facets);
  return useMemo(
    () => (facets && isEmpty(facets) && last ? uncounted(last) : facets),
    [facets, last],
  );
}

/** What the list can be narrowed to, with counts; empty where there is nothing to choose. */
export function useFacets(): readonly ShownFacet[] {
  const { t } = useTranslation();
  const facets = useLastFacets();
  const total = useResults((state) => state.total) ?? 0;
  const isSearch = useResults((state) => state.isSearch);
  const isFiltered = useWorkspace(hasFilters);
  const text = useWorkspace((state) => state.text);
  const typing = useWorkspace((state) => state.isTyped);
  const { data: partners = noPartners } = useRequest('partner:list', null);
  return useMemo(() => {
    // All that there is can be browsed in the sidebar.
    if (!facets || !(isSearch || isFiltered)) return [];
    const nameOf = new Map(partners.map(({ id, name }) => [id, name]));
    const query = readQuery(text, typing);
    return shownFacets(facets, facetNames, total, {
      partnerName: (id) => nameOf.get(id) ?? null,
      isOn: (name, value) => isFacetOn(query, name, value),
      label: (name, value) => {
        if (name === 'status') return t(`release.statuses.${value as 'draft'}`);
        if (name === 'language') return t(`language.${value as 'en'}`);
        return value;
      },
    });
  }, [facets, total, isSearch, isFiltered, text, typing, partners, t]);
}

export function NarrowSections({ facets }: { readonly facets: readonly ShownFacet[] }) {
  const { t } = useTranslation();
  const { foldedFacets } = useSettings();
  return facets.map((facet) => (
    <Section
      key={facet.name}
      title={t(`narrow.facets.${facet.name}`)}
      isOpen={!foldedFacets.includes(facet.name)}
      onToggle={(isOpen) => void fold(foldedFacets, facet.name, isOpen)}
    >
      <FacetValues facet={facet} />
    </Section>
  ));
}

function fold(folded: readonly FacetName[], name: FacetName, isOpen: boolean): Promise<void> {
  const others = folded.filter((other) => other !== name);
  return changeSettings({ foldedFacets: isOpen ? others : [...others, name] });
}

function FacetValues({ facet }: { readonly facet: ShownFacet }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const { name, values } = facet;
  const first = firstValues(values, shownAtFirst);
  return (
    <>
      <ul className="sidebar-group" aria-label={t(`narrow.facets.${name}`)}>
        {(showsAll ? values : first).map(({ value, label, count, isOn }) => (
          <li key={value}>
            <ToggleButton
              className="facet"
              isSelected={isOn}
              // Nothing would be left.
              isDisabled={count === 0 && !isOn}
              onChange={() => {
                toggleFacet(name, value);
              }}
            >
              <Check size={13} strokeWidth={2.4} aria-hidden className="facet-check" />
              <span className="facet-label">{label}</span>
              <span className="side-count">{count > 0 && formatCount(count, language)}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
      {values.length > first.length && (
        <Button
          className="side-more"
          aria-expanded={showsAll}
          onPress={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? t('sidebar.fewer') : t('narrow.more')}
        </Button>
      )}
    </>
  );
}
