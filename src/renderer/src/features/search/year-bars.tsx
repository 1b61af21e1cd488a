import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { askedYears, narrowToYears, readQuery, type AskedYears } from '../../state/query';
import { useWorkspace, type WorkspaceState } from '../../state/workspace';
import { classNames } from '../../ui/class-names';
import { yearBars, type YearCount } from './year-plot';

/** The first to the last, whichever of them was pressed first. */
function between(one: number, other: number): AskedYears {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

function askedOf({ text, isTyped }: WorkspaceState): AskedYears | null {
  return askedYears(readQuery(text, isTyped));
}

/**
 * How many of what was found are of each year. A bar is a button that narrows to its year; dragging,
 * or Shift with a second bar, narrows to all from one to the other. One stop of the Tab key, arrows within.
 */
export function YearBars({ years }: { readonly years: readonly YearCount[] }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const from = useWorkspace((state) => askedOf(state)?.from ?? null);
  const to = useWorkspace((state) => askedOf(state)?.to ?? null);
  const plot = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const bars = yearBars(years);
  const asked = from === null || to === null ? null : { from, to };
  const on = drag ? between(drag.start, drag.end) : asked;
  const isOn = (year: number): boolean => on !== null && year >= on.from && year <= on.to;
  const first = bars[0]?.year ?? 0;
  const last = bars.at(-1)?.year ?? 0;
  const isThere = focused !== null && focused >= first && focused <= last;
  const tabStop = isThere ? focused : (asked?.from ?? last);
  const name = (year: number, count: number): string =>
    t('list.yearCount', { year, count, number: formatCount(count, language) });

  useEffect(() => {
    if (drag === null) return undefined;
    // Wherever the pointer is let go.
    const onUp = (): void => {
      if (drag.start !== drag.end) narrowToYears(between(drag.start, drag.end));
      setDrag(null);
    };
    window.addEventListener('pointerup', onUp);
    return () => {
      window.removeEventListener('pointerup', onUp);
    };
  }, [drag]);

  const choose = (year: number, extend: boolean): void => {
    const isAlone = asked?.from === year && asked.to === year;
    if (extend && asked !== null) narrowToYears(between(asked.from, year));
    else narrowToYears(isAlone ? null : between(year, year));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: tabStop - 1,
      ArrowRight: tabStop + 1,
      Home: first,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const year = Math.min(last, Math.max(first, target));
    plot.current?.querySelector<HTMLElement>(`[data-year="${year}"]`)?.focus();
  };

  const shown = bars.find(({ year }) => year === (pointed ?? focused));
  const range = drag !== null && drag.start !== drag.end ? between(drag.start, drag.end) : null;
  return (
    <div className="year-bars">
      <div
        ref={plot}
        className={classNames('year-bars-plot', on !== null && 'year-bars-narrowed')}
        role="toolbar"
        aria-label={t('narrow.facets.year')}
        onKeyDown={onKeyDown}
        onPointerLeave={() => {
          setPointed(null);
        }}
      >
        {bars.map(({ year, count, share }) => (
          <button
            key={year}
            type="button"
            data-year={year}
            tabIndex={year === tabStop ? 0 : -1}
            aria-pressed={isOn(year)}
            aria-label={name(year, count)}
            className={classNames(
              'year-bar',
              count === 0 && 'year-bar-empty',
              isOn(year) && 'year-bar-on',
            )}
            style={{ '--share': share } as CSSProperties}
            onClick={(event) => {
              choose(year, event.shiftKey);
            }}
            onFocus={() => {
              setFocused(year);
            }}
            onBlur={() => {
              setFocused(null);
            }}
            onPointerDown={(event) => {
              if (event.button === 0 && !event.shiftKey) setDrag({ start: year, end: year });
            }}
            onPointerEnter={() => {
              setPointed(year);
              if (drag) setDrag({ ...drag, end: year });
            }}
          />
        ))}
      </div>
      <p className="year-bars-legend" aria-hidden>
        <span>{first}</span>
        <span className="year-bars-pointed">
          {range ? `${range.from}–${range.to}` : shown && name(shown.year, shown.count)}
        </span>
        <span>{last}</span>
      </p>
    </div>
  );
}
