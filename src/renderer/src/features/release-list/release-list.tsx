import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerId, PartnerSummary } from '../../../../shared/partner';
import { useRequest } from '../../requests';
import { hitAt, indexOf } from '../../state/results/result-pages';
import { useResults } from '../../state/results/result-state';
import { useWorkspace } from '../../state/workspace';
import { classNames } from '../../ui/class-names';
import { showMenuBelow } from '../../ui/context-menu';
import { DrawnRows } from './drawn-rows';
import { releaseListId } from './focus';
import { rangeAt } from './list-scroll';
import { shapedList } from './list-shape';
import { ListSkeleton } from './pending-lines';
import { RowPlaces } from './row-places';
import { releaseMenu } from './release-menu';
import { markFirstList } from './first-list';
import { listKeys } from './selection';
import { useInnerSize, useScrolled } from './use-scrolled';
import { yearRuns } from './year-marks';
import { YearScrubber } from './year-scrubber';

const noPartners: readonly PartnerSummary[] = [];
/** A list of so many screens is long enough to want years beside it. */
const manyScreens = 3;

export function ReleaseList({ total }: { readonly total: number | null }) {
  const { t } = useTranslation();
  const pages = useResults((state) => state.pages);
  const complete = useResults((state) => state.complete);
  const months = useResults((state) => state.months);
  const question = useResults((state) => state.question);
  const isSearch = useResults((state) => state.isSearch);
  const answered = useResults((state) => state.text);
  const openId = useWorkspace((state) => state.openId);
  const layout = useWorkspace((state) => state.layout);
  const { data: partners = noPartners } = useRequest('partner:list', null);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useInnerSize(box);

  const rows = total ?? 0;
  // Only cards depend on the width.
  const cardsWidth = layout === 'cards' ? width : 0;
  const { shape, headings } = useMemo(
    () => shapedList({ layout, rows, isSearch, complete, months, width: cardsWidth }),
    [layout, rows, isSearch, complete, months, cardsWidth],
  );
  const places = useMemo(() => new RowPlaces(shape), [shape]);
  const activeIndex = indexOf(pages, openId);
  const { scroll, toTop, keepInSight } = useScrolled(box, places, activeIndex);
  const onKeyDown = listKeys(places, activeIndex, keepInSight);
  const partnerNames = useMemo<ReadonlyMap<PartnerId, string>>(
    () => new Map(partners.map((partner) => [partner.id, partner.name])),
    [partners],
  );

  const onQuestion = useEffectEvent(toTop);
  useEffect(() => onQuestion(), [question]);

  const isAnswered = total !== null;
  useEffect(() => {
    if (isAnswered) markFirstList();
  }, [isAnswered]);

  // Keeps the open row in sight when it was opened from elsewhere (filing, undo, a pack).
  const onActive = useEffectEvent(keepInSight);
  useEffect(() => {
    if (activeIndex >= 0) onActive(activeIndex);
  }, [activeIndex]);

  const activeHit = hitAt(pages, activeIndex);
  // What was scrolled far away isn't drawn, and nothing may point to it.
  const isActiveDrawn = useSyncExternalStore(scroll.follow, () => {
    const { first, last } = rangeAt(places, scroll.stand());
    return activeIndex >= first && activeIndex <= last;
  });
  const years = useMemo(() => (months === null ? null : yearRuns(months)), [months]);
  const hasYears =
    years !== null && years.length > 1 && height > 0 && places.height > manyScreens * height;

  return (
    <div className="list-frame">
      <div
        ref={box}
        id={releaseListId}
        className={classNames('list', `list-${layout}`)}
        role="listbox"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-multiselectable
        aria-busy={total === null}
        aria-activedescendant={
          activeHit && isActiveDrawn ? `row-${activeHit.release.id}` : undefined
        }
        data-answers={answered}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          // By the keyboard: for the row that is marked.
          const row = activeHit && document.getElementById(`row-${activeHit.release.id}`);
          if (event.target !== event.currentTarget || !row) return;
          event.preventDefault();
          showMenuBelow(row, t('reader.toolbar'), releaseMenu());
        }}
      >
        {total === null ? (
          <div className="list-sheet" role="presentation">
            <ListSkeleton layout={layout} height={shape.height} />
          </div>
        ) : (
          <div className="list-sheet" role="presentation" style={{ height: places.height }}>
            {rows > 0 && (
              <DrawnRows
                scroll={scroll}
                places={places}
                headings={headings}
                layout={layout}
                pages={pages}
                isSearch={isSearch}
                partnerNames={partnerNames}
              />
            )}
          </div>
        )}
      </div>
      {hasYears && (
        <YearScrubber box={box} scroll={scroll} places={places} runs={years} height={height} />
      )}
    </div>
  );
}
