import {
  memo,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import type { ListScroll } from './list-scroll';
import type { RowPlaces } from './row-places';
import { runAt, writtenYears, type YearRun } from './year-marks';

/** CSS pixels from one written year to the next. */
const roomForYear = 17;
/** Of the strip above its first year and below its last one. */
const margin = 8;
/** A keyboard's page. */
const manyYears = 5;

interface YearScrubberProps {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly scroll: ListScroll;
  readonly places: RowPlaces;
  readonly runs: readonly YearRun[];
  /** CSS pixels. */
  readonly height: number;
}

/**
 * The years of a long list beside its scroll bar: a way to the first release of each. Drawn anew when
 * another year comes in sight, not with every row.
 */
export const YearScrubber = memo(function YearScrubber(props: YearScrubberProps) {
  const { box, scroll, places, runs, height } = props;
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [pointed, setPointed] = useState<number | null>(null);
  const [jumped, setJumped] = useState(0);
  const current = useSyncExternalStore(scroll.follow, () => {
    const firstSeen = scroll.firstSeen();
    // Years near the end can't be scrolled to the top of the list: there the last jump says which.
    const isAtEnd = firstSeen >= places.rowAt(places.height - height);
    const last = runs[jumped];
    const isJumped = isAtEnd && last !== undefined && last.at >= firstSeen;
    return isJumped ? jumped : Math.max(0, runAt(runs, firstSeen));
  });
  const track = Math.max(1, height - 2 * margin);
  const tops = runs.map(({ at }) => margin + (places.topOf(at) / places.height) * track);
  const written = writtenYears(
    runs.map(({ year }, index) => (year === null ? null : (tops[index] ?? null))),
    roomForYear,
  );
  const name = ({ year, count }: YearRun): string => {
    const number = formatCount(count, language);
    return year === null
      ? `${t('release.undated')}, ${number}`
      : t('list.yearCount', { year, count, number });
  };

  const jump = (index: number): void => {
    const run = runs[index];
    if (!run) return;
    setJumped(index);
    const { at, top } = places.section(places.sectionOf(run.at));
    box.current?.scrollTo({ top: at === run.at ? top : places.topOf(run.at) });
  };

  const runUnder = (event: PointerEvent<HTMLDivElement>): number => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const next = tops.findIndex((top) => top > y);
    return Math.max(0, (next < 0 ? runs.length : next) - 1);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowRight: current + 1,
      ArrowUp: current - 1,
      ArrowLeft: current - 1,
      PageDown: current + manyYears,
      PageUp: current - manyYears,
      Home: 0,
      End: runs.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    jump(Math.min(runs.length - 1, Math.max(0, step)));
  };

  const shown = pointed === null ? null : runs[pointed];
  return (
    <div
      className="years"
      role="slider"
      tabIndex={0}
      aria-label={t('list.years')}
      aria-orientation="vertical"
      aria-controls={box.current?.id}
      aria-valuemin={0}
      aria-valuemax={runs.length - 1}
      aria-valuenow={current}
      aria-valuetext={runs[current] && name(runs[current])}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        jump(runUnder(event));
      }}
      onPointerMove={(event) => {
        const index = runUnder(event);
        setPointed(index);
        if (event.currentTarget.hasPointerCapture(event.pointerId) && index !== pointed) {
          jump(index);
        }
      }}
      onPointerLeave={() => {
        setPointed(null);
      }}
    >
      {runs.map((run, index) => (
        <span
          key={run.year ?? 'undated'}
          className={classNames(
            written.has(index) ? 'years-year' : 'years-tick',
            index === current && 'years-current',
          )}
          style={{ top: tops[index] }}
          aria-hidden
        >
          {written.has(index) && run.year}
        </span>
      ))}
      {shown && pointed !== null && (
        <span className="years-pointed" style={{ top: tops[pointed] }} aria-hidden>
          {name(shown)}
        </span>
      )}
    </div>
  );
});
