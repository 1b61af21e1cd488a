import type { Facets, FacetName, FacetValue } from '../../../../shared/search';

/** A value of a facet, ready to be shown. */
export interface ShownValue {
  /** As the query language writes it: of a partner the name. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
}

export interface ShownFacet {
  readonly name: FacetName;
  readonly values: readonly ShownValue[];
}

/** What a facet's values mean to a person. */
export interface FacetWords {
  /** Null: the archive doesn't know the partner any more. */
  readonly partnerName: (id: string) => string | null;
  readonly label: (name: FacetName, value: string) => string;
  readonly isOn: (name: FacetName, value: string) => boolean;
}

/**
 * The facets that can narrow an answer of `total` releases. Values that all of them share narrow
 * nothing, unless one is on and can be taken off.
 */
export function shownFacets(
  facets: Facets,
  names: readonly FacetName[],
  total: number,
  words: FacetWords,
): readonly ShownFacet[] {
  return names
    .map((name) => ({ name, values: facets[name].flatMap((each) => shown(name, each, words)) }))
    .filter(({ values }) => {
      const [first] = values;
      if (!first) return false;
      return total === 0 || values.some(({ isOn, count }) => isOn || count < total);
    });
}

function shown(
  name: FacetName,
  { value: given, count }: FacetValue,
  words: FacetWords,
): readonly ShownValue[] {
  const value = name === 'partner' ? words.partnerName(given) : given;
  if (value === null) return [];
  return [{ value, count, label: words.label(name, value), isOn: words.isOn(name, value) }];
}

/** Whether there is anything in them. */
export function isEmpty(facets: Facets): boolean {
  return Object.values(facets).every((values) => values.length === 0);
}

/** The values without counts: where nothing is found, what was to choose before stays in place. */
export function uncounted(facets: Facets): Facets {
  const bare = (name: FacetName): readonly FacetValue[] =>
    facets[name].map(({ value }) => ({ value, count: 0 }));
  return {
    year: bare('year'),
    partner: bare('partner'),
    tag: bare('tag'),
    person: bare('person'),
    status: bare('status'),
    language: bare('language'),
  };
}

/** What of a section is seen at first: the first few, and what is on. */
export function firstValues(values: readonly ShownValue[], most: number): readonly ShownValue[] {
  return values.filter((value, index) => index < most || value.isOn);
}
