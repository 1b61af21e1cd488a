import type { KeyboardEvent, PointerEvent } from 'react';
import './separator.css';

interface SeparatorProps {
  readonly label: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (width: number) => void;
  /** The person let go: the width is worth remembering. */
  readonly onSettle: (width: number) => void;
  /** Clicked twice, or Enter: as wide as nobody had ever moved it. */
  readonly onReset: () => void;
}

/** The movable border on the right of a pane; ARIA's window splitter pattern. */
export function Separator(props: SeparatorProps) {
  const { label, width, min, max, onResize, onSettle, onReset } = props;
  const clamp = (value: number): number => Math.round(Math.min(max, Math.max(min, value)));

  const onPointerDown = (down: PointerEvent<HTMLDivElement>): void => {
    if (down.button !== 0) return;
    down.preventDefault();
    const bar = down.currentTarget;
    const start = down.clientX;
    let latest = width;
    bar.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent): void => {
      latest = clamp(width + event.clientX - start);
      onResize(latest);
    };
    const end = (): void => {
      bar.removeEventListener('pointermove', move);
      bar.removeEventListener('lostpointercapture', end);
      if (latest !== width) onSettle(latest);
    };
    bar.addEventListener('pointermove', move);
    bar.addEventListener('lostpointercapture', end);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onReset();
      return;
    }
    const step = event.shiftKey ? 64 : 16;
    const moved = { ArrowLeft: width - step, ArrowRight: width + step, Home: min, End: max }[
      event.key
    ];
    if (moved === undefined) return;
    event.preventDefault();
    onResize(clamp(moved));
    onSettle(clamp(moved));
  };

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="separator"
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
    />
  );
}
