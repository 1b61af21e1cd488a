import type { ReactElement } from 'react';
import type { ListLayout } from '../../../../shared/window-choices';
import type { PartnerId } from '../../../../shared/partner';
import type { FindHit } from '../../../../shared/search';
import { useInterfaceLanguage } from '../../i18n';
import { hitAt } from '../../state/results/result-pages';
import { useWorkspace } from '../../state/workspace';
import type { SectionHeading } from './list-shape';
import { PendingLines } from './pending-lines';
import { ReleaseOption } from './release-option';
import type { RowPlaces } from './row-places';
import { Heading, periodName } from './section-heading';

interface ListSectionProps {
  readonly number: number;
  readonly heading: SectionHeading | undefined;
  readonly places: RowPlaces;
  readonly layout: ListLayout;
  /** The releases that are drawn, in this section and others. */
  readonly first: number;
  readonly last: number;
  /** The release from which elements are counted. */
  readonly origin: number;
  readonly pages: ReadonlyMap<number, readonly FindHit[]>;
  readonly isSearch: boolean;
  readonly partnerNames: ReadonlyMap<PartnerId, string>;
}

/** The releases of a section that are in sight, under its heading. */
export function ListSection(props: ListSectionProps) {
  const { number, heading, places, layout, pages } = props;
  const openId = useWorkspace((state) => state.openId);
  const selectedIds = useWorkspace((state) => state.selectedIds);
  const language = useInterfaceLanguage();
  const { at, end, top, height } = places.section(number);
  const { rows, columns, height: lineHeight } = places.shape;
  const name = periodName(heading?.period ?? null);
  const period = heading?.period == null ? null : heading.period.includes('-') ? 'month' : 'year';
  const shown: ReactElement[] = [];
  /** The line from which on nothing is here yet. */
  let pendingFrom: number | null = null;
  let pendingRuns = 0;
  const closePending = (bottom: number): void => {
    if (pendingFrom === null) return;
    const count = Math.round((bottom - pendingFrom) / lineHeight);
    const place = { layout, top: pendingFrom, count, height: lineHeight };
    if (count > 0) shown.push(<PendingLines key={`pending ${pendingRuns}`} {...place} />);
    pendingRuns += 1;
    pendingFrom = null;
  };
  for (let index = Math.max(at, props.first); index <= Math.min(end - 1, props.last); index += 1) {
    const hit = hitAt(pages, index);
    const column = (index - at) % columns;
    const place = { layout, top: places.topOf(index) - top, height: lineHeight };
    if (hit) {
      closePending(place.top);
      const { id } = hit.release;
      shown.push(
        <ReleaseOption
          key={`row ${index - props.origin}`}
          {...place}
          hit={hit}
          index={index}
          total={rows}
          column={column}
          columns={columns}
          period={period}
          isOpen={id === openId}
          isSelected={selectedIds.has(id)}
          isSearch={props.isSearch}
          language={language}
          partnerNames={props.partnerNames}
        />,
      );
    } else if (column === 0) {
      pendingFrom ??= place.top;
    }
  }
  closePending(places.topOf(Math.min(end - 1, props.last)) - top + lineHeight);
  return (
    <div
      className="list-section"
      style={{ top, height }}
      {...(name === null ? { role: 'presentation' } : { role: 'group', 'aria-label': name })}
    >
      {heading && <Heading heading={heading} />}
      {shown}
    </div>
  );
}
