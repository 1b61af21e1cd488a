import { memo, useEffect, useSyncExternalStore } from 'react';
import type { PartnerId } from '../../../../shared/partner';
import type { FindHit } from '../../../../shared/search';
import type { ListLayout } from '../../../../shared/window-choices';
import { showRows } from '../../state/results/rows-in-sight';
import type { SectionHeading } from './list-shape';
import { ListSection } from './list-section';
import { rangeAt, type ListScroll } from './list-scroll';
import type { RowPlaces } from './row-places';

interface DrawnRowsProps {
  readonly scroll: ListScroll;
  readonly places: RowPlaces;
  readonly headings: readonly SectionHeading[];
  readonly layout: ListLayout;
  readonly pages: ReadonlyMap<number, readonly FindHit[]>;
  readonly isSearch: boolean;
  readonly partnerNames: ReadonlyMap<PartnerId, string>;
}

/** The rows around what is in sight; they change by lines, not with every pixel. */
export const DrawnRows = memo(function DrawnRows(props: DrawnRowsProps) {
  const { scroll, places, headings, pages } = props;
  const stand = useSyncExternalStore(scroll.follow, scroll.stand);
  const { first, last } = rangeAt(places, stand);
  const { origin, isPassing } = stand;

  useEffect(() => {
    if (last >= 0) showRows(first, last, isPassing);
  }, [first, last, isPassing, pages]);

  const sections = [];
  for (let number = places.sectionOf(first); number <= places.sectionOf(last); number += 1) {
    sections.push(number);
  }
  return sections.map((number) => (
    <ListSection
      key={number - origin.section}
      number={number}
      heading={headings[number]}
      places={places}
      layout={props.layout}
      first={first}
      last={last}
      origin={origin.row}
      pages={pages}
      isSearch={props.isSearch}
      partnerNames={props.partnerNames}
    />
  ));
});
