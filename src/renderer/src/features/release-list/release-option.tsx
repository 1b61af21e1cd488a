import { memo } from 'react';
import type { ListLayout } from '../../../../shared/window-choices';
import type { PartnerId } from '../../../../shared/partner';
import type { FindHit } from '../../../../shared/search';
import { translate, type InterfaceLanguage } from '../../i18n';
import { openRelease, useWorkspace } from '../../state/workspace';
import { classNames } from '../../ui/class-names';
import { showContextMenu } from '../../ui/context-menu';
import { CompactRow } from './compact-row';
import { ComfortableRow } from './comfortable-row';
import { ReleaseCard } from './release-card';
import { endDrag, startDrag } from './drag-rows';
import { releaseMenu } from './release-menu';
import { pressRow } from './selection';
import { TimelineRow } from './timeline-row';
import './release-row.css';

/** What every look of a release is drawn from. */
export interface ReleaseLookProps {
  readonly hit: FindHit;
  /** The names of its partners. */
  readonly partners: readonly string[];
  /** What of the date is said in a heading above. */
  readonly period: 'month' | 'year' | null;
}

interface ReleaseOptionProps extends Pick<ReleaseLookProps, 'hit' | 'period'> {
  readonly layout: ListLayout;
  readonly index: number;
  readonly total: number;
  /** Within its section; CSS pixels. */
  readonly top: number;
  readonly height: number;
  readonly column: number;
  readonly columns: number;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isSearch: boolean;
  /** Dates and labels are drawn in it. */
  readonly language: InterfaceLanguage;
  readonly partnerNames: ReadonlyMap<PartnerId, string>;
}

const looks = {
  comfortable: ComfortableRow,
  compact: CompactRow,
  cards: ReleaseCard,
  timeline: TimelineRow,
} as const;

/** One release of the list, in any of its looks. Drawn anew only when something of it changes. */
export const ReleaseOption = memo(function ReleaseOption(props: ReleaseOptionProps) {
  const { hit, layout, index, total, top, height, column, columns, isOpen, isSelected } = props;
  const { id, partnerIds } = hit.release;
  const Look = looks[layout];
  return (
    <div
      id={`row-${id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classNames(
        'row',
        `row-${layout}`,
        isOpen && 'row-open',
        isSelected && 'row-selected',
        props.isSearch && 'row-tall',
      )}
      style={{
        transform: `translateY(${top}px)`,
        height,
        ...(columns > 1 && { left: `${(column * 100) / columns}%`, width: `${100 / columns}%` }),
      }}
      onClick={(event) => {
        void pressRow(index, id, event);
      }}
      draggable
      onDragStart={(event) => {
        startDrag(event, id);
      }}
      onDragEnd={endDrag}
      onContextMenu={(event) => {
        if (!useWorkspace.getState().selectedIds.has(id)) openRelease(id);
        showContextMenu(event, translate('reader.toolbar'), releaseMenu());
      }}
    >
      <Look
        hit={hit}
        period={props.period}
        partners={partnerIds.flatMap((partnerId) => props.partnerNames.get(partnerId) ?? [])}
      />
    </div>
  );
});
