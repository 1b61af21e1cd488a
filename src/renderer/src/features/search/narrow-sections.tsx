import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton } from 'react-aria-components';
import type { PartnerSummary } from '../../../../shared/partner';
import { facetNames, type FacetName } from '../../../../shared/search';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { useRequest } from '../../requests';
import { isFacetOn, readQuery, toggleFacet } from '../../state/query';
import { useResults } from '../../state/results';
import { changeSettings, useSettings } from '../../state/settings';
import { useWorkspace } from '../../state/workspace';
import { Section } from '../sidebar/section';
import { firstValues, shownFacets, type ShownFacet } from './facet-values';
import './narrow.css';

const shownAtFirst = 6;
const noPartners: readonly PartnerSummary[] = [];

/** Years and partners stand in the sidebar anyway; only a search gives them other counts. */
const besidesSidebar = facetNames.filter((name) => name !== 'year' && name !== 'partner');

/** What the list can be narrowed to, with counts; empty where there is nothing to choose. */
export function useFacets(): readonly ShownFacet[] {
  const { t } = useTranslation();
  const facets = useResults((state) => state.facets);
  const total = useResults((state) => state.total) ?? 0;
  const isSearch = useResults((state) => state.isSearch);
  const text = useWorkspace((state) => state.text);
  const typing = useWorkspace((state) => state.isTyped);
  const { data: partners = noPartners } = useRequest('partner:list', null);
  return useMemo(() => {
    if (!facets) return [];
    const nameOf = new Map(partners.map(({ id, name }) => [id, name]));
    const query = readQuery(text, typing);
    return shownFacets(facets, isSearch ? facetNames : besidesSidebar, total, {
      partnerName: (id) => nameOf.get(id) ?? null,
      isOn: (name, value) => isFacetOn(query, name, value),
      label: (name, value) => {
        if (name === 'status') return t(`release.statuses.${value as 'draft'}`);
        if (name === 'language') return t(`language.${value as 'en'}`);
        return value;
      },
    });
  }, [facets, total, isSearch, text, typing, partners, t]);
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
              onChange={() => {
                toggleFacet(name, value);
              }}
            >
              <Check size={13} strokeWidth={2.4} aria-hidden className="facet-check" />
              <span className="facet-label">{label}</span>
              <span className="side-count">{formatCount(count, language)}</span>
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
