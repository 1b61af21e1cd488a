import { memo } from 'react';
import type { ListLayout } from '../../../../shared/window-choices';
import './release-row.css';

interface LinesProps {
  readonly layout: ListLayout;
  readonly count: number;
  /** Of a line; CSS pixels. */
  readonly height: number;
}

/** Where lines will be as soon as their page is here; they move as one. */
export function PendingLines({ top, ...lines }: LinesProps & { readonly top: number }) {
  const style = { transform: `translateY(${top}px)`, height: lines.count * lines.height };
  return (
    <div className="rows-pending" style={style} aria-hidden>
      <Lines {...lines} />
    </div>
  );
}

const Lines = memo(function Lines({ layout, count, height }: LinesProps) {
  const look = layout === 'compact' ? 'row-pending row-thin' : 'row-pending';
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={look} style={{ height }}>
      <span />
      <span />
    </div>
  ));
});

/** Where rows will be: the same height, so that nothing jumps when they come. */
export function ListSkeleton(props: Omit<LinesProps, 'count'>) {
  return <PendingLines {...props} top={0} count={Math.ceil(740 / props.height)} />;
}
