import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerSummary } from '../../../../shared/partner';
import { useRequest } from '../../requests';
import { hitAt, indexOf, showRows, useResults } from '../../state/results';
import { openRelease, useWorkspace } from '../../state/workspace';
import { showContextMenu, showMenuBelow } from '../../ui/context-menu';
import { startDrag } from './drag-rows';
import { releaseListId } from './focus';
import { ReleaseRow, RowSkeleton } from './release-row';
import { dividerHeight, rowHeight } from './row-height';
import { dividerPlace, rowAt, sheetHeight, topOf, type RowShape } from './row-places';
import { releaseMenu } from './release-menu';
import { pressRow, useListKeys } from './selection';

const overscan = 6;
const skeletonRows = 8;

const noPartners: readonly PartnerSummary[] = [];

export function ReleaseList({ total }: { readonly total: number | null }) {
  const { t } = useTranslation();
  const pages = useResults((state) => state.pages);
  const complete = useResults((state) => state.complete);
  const question = useResults((state) => state.question);
  const openId = useWorkspace((state) => state.openId);
  const selectedIds = useWorkspace((state) => state.selectedIds);
  const isSearch = useResults((state) => state.isSearch);
  const { data: partners = noPartners } = useRequest('partner:list', null);
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 900 });

  const height = isSearch ? rowHeight.withSnippet : rowHeight.plain;
  const rows = total ?? 0;
  const dividedAt = isSearch ? dividerPlace(complete, rows) : null;
  const shape = useMemo<RowShape>(
    () => ({ rows, height, dividedAt, dividerHeight }),
    [rows, height, dividedAt],
  );
  const first = Math.max(0, rowAt(shape, scroll.top) - overscan);
  const last = Math.min(rows - 1, rowAt(shape, scroll.top + scroll.height) + overscan);
  const activeIndex = indexOf(pages, openId);
  const { onKeyDown, scrollTo } = useListKeys(box, shape, activeIndex);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => {
      setScroll({ top: element.scrollTop, height: element.clientHeight });
    });
    measure.observe(element);
    return () => {
      measure.disconnect();
    };
  }, []);

  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [question]);

  useEffect(() => {
    if (last >= 0) void showRows(first, last);
  }, [first, last, pages]);

  // Keeps the open row in sight when it was opened from elsewhere (filing, undo, a pack).
  useEffect(() => {
    if (activeIndex >= 0) scrollTo(activeIndex);
  }, [activeIndex, scrollTo]);

  const nameOf = new Map(partners.map((partner) => [partner.id, partner.name]));
  const shown = [];
  for (let index = first; index <= last; index += 1) shown.push(index);
  const activeHit = hitAt(pages, activeIndex);

  return (
    <div
      ref={box}
      id={releaseListId}
      className="list"
      role="listbox"
      tabIndex={0}
      aria-label={t('list.label')}
      aria-multiselectable
      aria-busy={total === null}
      aria-activedescendant={activeHit ? `row-${activeHit.release.id}` : undefined}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        // By the keyboard: for the row that is marked.
        const row = activeHit && document.getElementById(`row-${activeHit.release.id}`);
        if (event.target !== event.currentTarget || !row) return;
        event.preventDefault();
        showMenuBelow(row, t('reader.toolbar'), releaseMenu());
      }}
      onScroll={(event) => {
        const { scrollTop: top, clientHeight } = event.currentTarget;
        setScroll({ top, height: clientHeight });
      }}
    >
      {total === null ? (
        <RowSkeleton rows={skeletonRows} height={height} />
      ) : (
        <div className="list-sheet" role="presentation" style={{ height: sheetHeight(shape) }}>
          {dividedAt !== null && (
            <p
              className="list-divider"
              role="presentation"
              style={{ top: topOf(shape, dividedAt) - dividerHeight, height: dividerHeight }}
            >
              {t('list.someWords')}
            </p>
          )}
          {shown.map((index) => {
            const hit = hitAt(pages, index);
            if (!hit) return null;
            const { id } = hit.release;
            return (
              <ReleaseRow
                key={id}
                hit={hit}
                index={index}
                total={rows}
                top={topOf(shape, index)}
                height={height}
                isOpen={id === openId}
                isSelected={selectedIds.has(id)}
                partnerName={(partnerId) => nameOf.get(partnerId)}
                onPress={(event) => {
                  void pressRow(index, id, event);
                }}
                onDragStart={(event) => {
                  startDrag(event, id);
                }}
                onContextMenu={(event) => {
                  if (!selectedIds.has(id)) openRelease(id);
                  showContextMenu(event, t('reader.toolbar'), releaseMenu());
                }}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
