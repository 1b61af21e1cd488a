import type { PartnerId } from '../../shared/partner';
import { facetNames, type FacetName, type Facets } from '../../shared/search';
import { countOf, fieldLines } from './fields';

/** Values of a facet that are shown. */
const mostShown = 10;

/** "year     2023 (2)  2022 (1)", one line a facet; facets without a value are left out. */
export function facetLines(
  facets: Facets,
  partnerName: (id: PartnerId) => string,
): readonly string[] {
  const valueText = (facet: FacetName, value: string): string =>
    (facet === 'partner' ? partnerName(value) : value).replaceAll(/\s+/g, ' ');
  return fieldLines(
    facetNames.map((facet) => {
      const values = facets[facet];
      const shown = values
        .slice(0, mostShown)
        .map(({ value, count }) => `${valueText(facet, value)} (${count.toLocaleString('en')})`);
      const left = values.length - shown.length;
      return [facet, [...shown, ...(left > 0 ? [`and ${countOf(left, 'other')}`] : [])].join('  ')];
    }),
    '',
  );
}
