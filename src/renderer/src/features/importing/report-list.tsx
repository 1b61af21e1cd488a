import { CircleAlert, CircleCheck, CopyCheck, FileWarning, type LucideIcon } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult, ImportRow } from '../../../../shared/importing';
import { visibleText } from '../../../../shared/visible-text';
import { useInterfaceLanguage } from '../../i18n';
import { shortDate } from '../../i18n/format';
import { useRequest } from '../../requests';
import { openRelease, showReleases } from '../../state/workspace';
import { classNames } from '../../ui/class-names';
import { nameOfPath, reasonOf } from './report-row-words';

/** CSS pixels; as the style sheet says. */
const rowHeight = 58;
const pageSize = 100;
/** Rows drawn beyond what is seen. */
const margin = 6;

const icons: Readonly<Record<ImportResult, LucideIcon>> = {
  filed: CircleCheck,
  'needs-look': FileWarning,
  'already-here': CopyCheck,
  failed: CircleAlert,
};

/** Every file and what became of it; only the rows in sight are drawn and asked for. */
export function ReportList({ result }: { readonly result: ImportResult | null }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState(0);
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - margin);
  const last = Math.ceil((seen.top + seen.height) / rowHeight) + margin;
  const pages: number[] = [];
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
    pages.push(page);
  }
  const { data } = useRequest('import:rows', {
    offset: (pages[0] ?? 0) * pageSize,
    limit: pageSize * 2,
    result,
  });
  const { rows, total } = useKept(data, (pages[0] ?? 0) * pageSize);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setSeen({ top: element.scrollTop, height: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const go = (index: number): void => {
    const to = Math.min(Math.max(0, index), total - 1);
    setActive(to);
    const element = box.current;
    if (element === null) return;
    const top = to * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight;
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + Math.floor(seen.height / rowHeight),
      PageUp: active - Math.floor(seen.height / rowHeight),
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    if (event.key === 'Enter') open(rows.get(active));
    else if (to === undefined) return;
    else go(to);
    event.preventDefault();
  };

  const shown = [...rows].filter(([index]) => index >= first && index <= last);
  return (
    <div
      ref={box}
      className="report-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('importing.report')}
      aria-activedescendant={rows.has(active) ? `import-row-${active}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        const { scrollTop: top, clientHeight: height } = event.currentTarget;
        setSeen({ top, height });
      }}
    >
      <div className="report-sheet" role="presentation" style={{ height: total * rowHeight }}>
        {shown.map(([index, row]) => (
          <Row
            key={index}
            row={row}
            index={index}
            total={total}
            isActive={index === active}
            onOpen={() => {
              setActive(index);
              open(row);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function open(row: ImportRow | undefined): void {
  if (row?.releaseId == null) return;
  showReleases();
  openRelease(row.releaseId);
}

interface Answer {
  readonly rows: readonly ImportRow[];
  readonly total: number;
}

/** What was answered last stays in sight until the next answer is there. */
function useKept(
  data: Answer | undefined,
  offset: number,
): { readonly rows: ReadonlyMap<number, ImportRow>; readonly total: number } {
  const [kept, setKept] = useState<{ readonly data: Answer; readonly offset: number } | null>(null);
  if (data !== undefined && kept?.data !== data) setKept({ data, offset });
  const current = data === undefined ? kept : { data, offset };
  if (current === null) return { rows: new Map(), total: 0 };
  const rows = current.data.rows.map((row, index) => [current.offset + index, row] as const);
  return { rows: new Map(rows), total: current.data.total };
}

interface RowProps {
  readonly row: ImportRow;
  readonly index: number;
  readonly total: number;
  readonly isActive: boolean;
  readonly onOpen: () => void;
}

function Row({ row, index, total, isActive, onOpen }: RowProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { path, result, headline, releaseId, publicationDate } = row;
  const Icon = icons[result];
  const shown = visibleText(path);
  const reason = reasonOf(row);
  const canOpen = releaseId !== null;
  return (
    <div
      id={`import-row-${index}`}
      role="option"
      aria-selected={isActive}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classNames(
        'report-row',
        `import-count-${result}`,
        isActive && 'report-row-active',
        canOpen && 'report-row-opens',
      )}
      style={{ top: index * rowHeight }}
      onClick={canOpen ? onOpen : undefined}
    >
      <Icon size={16} strokeWidth={1.8} role="img" aria-label={t(`importing.results.${result}`)} />
      <div className="report-row-text">
        <p className="report-row-head">
          <span className="report-row-headline">{headline || visibleText(nameOfPath(path))}</span>
          {publicationDate && (
            <span className="report-row-date">{shortDate(publicationDate, language)}</span>
          )}
        </p>
        <p className="report-row-detail" title={`${shown}${reason === '' ? '' : `\n${reason}`}`}>
          {reason !== '' && <span className="report-row-reason">{reason}</span>}
          <span className="report-row-path">
            <bdi>{shown}</bdi>
          </span>
        </p>
      </div>
    </div>
  );
}
