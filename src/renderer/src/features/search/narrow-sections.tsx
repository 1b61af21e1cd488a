import { Check } from 'lucide-react';
import type { TFunction } from 'i18next';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton } from 'react-aria-components';
import type { PartnerSummary } from '../../../../shared/partner';
import { facetNames, type FacetName, type Facets } from '../../../../shared/search';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { useRequest } from '../../requests';
import { askedYears, isFacetOn, narrowToYears, readQuery, toggleFacet } from '../../state/query';
import { useResults } from '../../state/results/result-state';
import { changeSettings, useSettings } from '../../state/settings';
import { useSettledAnswer } from '../../state/settled-answer';
import { hasFilters, useWorkspace } from '../../state/workspace';
import { Section } from '../sidebar/section';
import {
  firstValues,
  isEmpty,
  shownFacets,
  uncounted,
  type ShownFacet,
  type ShownValue,
} from './facet-values';
import { YearBars } from './year-bars';
import { useKeptYears } from './use-kept-years';
import './narrow.css';

const shownAtFirst = 6;
const noPartners: readonly PartnerSummary[] = [];

/** Those of the newest answer; where it is empty, those of the one before without their counts. */
function useLastFacets(): Facets | null {
  const facets = useSettledAnswer((state) => state.facets);
  const [last, setLast] = useState<Facets | null>(null);
  if (facets && !isEmpty(facets) && facets !== last) setLast(facets);
  return useMemo(
    () => (facets && isEmpty(facets) && last ? uncounted(last) : facets),
    [facets, last],
  );
}

/** What the facets are made of, all of one moment. */
interface Moment {
  readonly facets: Facets | null;
  readonly total: number;
  readonly isSearch: boolean;
  readonly isFiltered: boolean;
  readonly text: string;
  readonly typing: boolean;
  readonly partners: readonly PartnerSummary[];
  readonly question: number;
}

/** What the list can be narrowed to; empty where there is nothing to choose. */
export interface Narrowing {
  readonly facets: readonly ShownFacet[];
  /** The question that they answer, and its number. */
  readonly text: string;
  readonly question: number;
}

/** The facets with counts. They follow behind the list: who types looks there first. */
export function useNarrowing(): Narrowing {
  const { t } = useTranslation();
  const facets = useLastFacets();
  const total = useSettledAnswer((state) => state.total);
  const isSearch = useSettledAnswer((state) => state.isSearch);
  const question = useSettledAnswer((state) => state.question);
  const text = useSettledAnswer((state) => state.text);
  const typing = useSettledAnswer((state) => state.isTyped);
  const isFiltered = useWorkspace(hasFilters);
  const { data: partners = noPartners } = useRequest('partner:list', null);
  const now = useMemo<Moment>(
    () => ({ facets, total, isSearch, isFiltered, text, typing, partners, question }),
    [facets, total, isSearch, isFiltered, text, typing, partners, question],
  );
  const moment = useDeferredValue(now);
  return useMemo(() => {
    const { text: answered, question: number } = moment;
    return { facets: facetsAt(moment, t), text: answered, question: number };
  }, [moment, t]);
}

function facetsAt(moment: Moment, t: TFunction): readonly ShownFacet[] {
  const { facets, total, isSearch, isFiltered, text, typing, partners } = moment;
  // All that there is can be browsed in the sidebar.
  if (!facets || !(isSearch || isFiltered)) return [];
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]));
  const query = readQuery(text, typing);
  const years = askedYears(query);
  return shownFacets(facets, facetNames, total, {
    partnerName: (id) => nameOf.get(id) ?? null,
    isOn: (name, value) => {
      if (name !== 'year') return isFacetOn(query, name, value);
      return years !== null && Number(value) >= years.from && Number(value) <= years.to;
    },
    label: (name, value) => {
      if (name === 'status') return t(`release.statuses.${value as 'draft'}`);
      if (name === 'language') return t(`language.${value as 'en'}`);
      return value;
    },
  });
}

/** Whether the counts that are shown are still those of a question before. */
function useIsCounting({ text, question }: Narrowing): boolean {
  const isAsking = useWorkspace((state) => state.text !== text);
  const isAnswered = useResults((state) => state.question !== question);
  const hasFailed = useResults((state) => state.error !== null);
  return (isAsking || isAnswered) && !hasFailed;
}

export function NarrowSections(narrowing: Narrowing) {
  return (
    <div className="narrow-counts" aria-busy={useIsCounting(narrowing)}>
      <Sections {...narrowing} />
    </div>
  );
}

const Sections = memo(function Sections({ facets, question }: Narrowing) {
  const { t } = useTranslation();
  const { foldedFacets } = useSettings();
  return facets.map((facet) => (
    <Section
      key={facet.name}
      title={t(`narrow.facets.${facet.name}`)}
      isOpen={!foldedFacets.includes(facet.name)}
      onToggle={(isOpen) => void fold(foldedFacets, facet.name, isOpen)}
    >
      {facet.name === 'year' ? (
        <FacetYears facet={facet} question={question} />
      ) : (
        <FacetValues facet={facet} />
      )}
    </Section>
  ));
});

function fold(folded: readonly FacetName[], name: FacetName, isOpen: boolean): Promise<void> {
  const others = folded.filter((other) => other !== name);
  return changeSettings({ foldedFacets: isOpen ? others : [...others, name] });
}

interface FacetYearsProps {
  readonly facet: ShownFacet;
  readonly question: number;
}

/** Years as bars; a few of them are easier to read as a list. */
function FacetYears({ facet, question }: FacetYearsProps) {
  const years = useKeptYears(facet.values, question);
  return years.length > shownAtFirst ? <YearBars years={years} /> : <FacetValues facet={facet} />;
}

function FacetValues({ facet }: { readonly facet: ShownFacet }) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const { name, values } = facet;
  const first = firstValues(values, shownAtFirst);
  return (
    <>
      <ul className="sidebar-group" aria-label={t(`narrow.facets.${name}`)}>
        {(showsAll ? values : first).map((each) => (
          <li key={each.value}>
            <FacetButton name={name} {...each} />
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

interface FacetButtonProps extends ShownValue {
  readonly name: FacetName;
}

/** Drawn anew only where its count changes: there are dozens, and a list comes with every key. */
const FacetButton = memo(function FacetButton(props: FacetButtonProps) {
  const { name, value, label, count, isOn } = props;
  const language = useInterfaceLanguage();
  return (
    <ToggleButton
      className="facet"
      isSelected={isOn}
      // Nothing would be left.
      isDisabled={count === 0 && !isOn}
      onChange={() => {
        if (name !== 'year') toggleFacet(name, value);
        else narrowToYears(isOn ? null : { from: Number(value), to: Number(value) });
      }}
    >
      <Check size={13} strokeWidth={2.4} aria-hidden className="facet-check" />
      <span className="facet-label">{label}</span>
      <span className="side-count">{count > 0 && formatCount(count, language)}</span>
    </ToggleButton>
  );
});
