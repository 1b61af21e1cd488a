import type { ListLayout } from '../../../../shared/window-choices';
import type { MonthRun } from '../../../../shared/search';
import { dividerPlace, type ListShape } from './row-places';

/* CSS pixels, all of them. */

/** Of a line; a search adds the snippet. */
const heights: Readonly<Record<ListLayout, { readonly plain: number; readonly found: number }>> = {
  comfortable: { plain: 93, found: 112 },
  compact: { plain: 28, found: 28 },
  cards: { plain: 252, found: 284 },
  timeline: { plain: 72, found: 90 },
};
/** A card that has the line to itself needs a line less for its headline. */
const wideCardSaves = 19;
/** The line between releases that have all that was asked for and those that have some of it. */
const dividerHeight = 30;
/** The heading of a month or, where they are few to a month, of a year; it stays in sight. */
const monthHeight = 32;
const yearHeight = 50;
/** A card and the space around it. */
const narrowestCard = 164;
/** Releases to a month, on average, below which years are headings enough. */
const fewToAMonth = 2;

/** What stands above the releases of a section. */
export interface SectionHeading {
  /** Only some of the words are in these and those that follow. */
  readonly isDivider: boolean;
  /** The year that begins here, where months are headings. */
  readonly newYear: string | null;
  /** `2022-08`, or `2022` where years are; 'undated'; null: nothing is said. */
  readonly period: string | null;
  readonly count: number;
}

export interface ShapedList {
  readonly shape: ListShape;
  /** One for each section of the shape. */
  readonly headings: readonly SectionHeading[];
}

export interface ListContent {
  readonly layout: ListLayout;
  readonly rows: number;
  readonly isSearch: boolean;
  /** How many of a search have all that was asked for. */
  readonly complete: number;
  readonly months: readonly MonthRun[] | null;
  /** Of the list, inside its scroll bar. */
  readonly width: number;
}

/** How a list of these releases is laid out. */
export function shapedList(content: ListContent): ShapedList {
  const { layout, rows, isSearch, complete, width } = content;
  const height = heights[layout][isSearch ? 'found' : 'plain'];
  const columns = layout === 'cards' ? Math.max(1, Math.floor(width / narrowestCard)) : 1;
  const saves = layout === 'cards' && columns === 1 ? wideCardSaves : 0;
  const dividedAt = isSearch ? dividerPlace(complete, rows) : null;
  const periods = layout === 'timeline' ? periodsOf(content) : [];
  const isByMonth = periods.some(({ period }) => period.includes('-'));
  const sections: { readonly at: number; readonly heading: SectionHeading }[] = [];
  let year: string | null = null;
  if (periods.length === 0) {
    for (const at of dividedAt === null ? [0] : [0, dividedAt]) {
      const isDivider = at > 0;
      sections.push({ at, heading: { isDivider, newYear: null, period: null, count: rows } });
    }
  }
  for (const { at, period, count } of periods) {
    const isDivider = at === dividedAt;
    const inYear = isByMonth && period !== undated ? period.slice(0, 4) : null;
    const newYear: string | null = isDivider || inYear !== year ? inYear : null;
    year = inYear;
    sections.push({ at, heading: { isDivider, newYear, period, count } });
  }
  return {
    shape: {
      rows,
      height: height - saves,
      columns,
      sections: sections.map(({ at, heading }) => ({ at, heading: headingHeight(heading) })),
      pinned: periods.length > 0 ? monthHeight : 0,
    },
    headings: sections.map(({ heading }) => heading),
  };
}

function headingHeight({ isDivider, newYear, period }: SectionHeading): number {
  return (
    (isDivider ? dividerHeight : 0) +
    (newYear === null ? 0 : yearHeight) +
    (period === null ? 0 : monthHeight)
  );
}

const undated = 'undated';

interface Period {
  readonly at: number;
  readonly period: string;
  readonly count: number;
}

/** The months of a list or, where they would be more heading than list, its years. */
function periodsOf({ months, rows, isSearch, complete }: ListContent): readonly Period[] {
  if (months === null || rows === 0) return [];
  const isByMonth = rows / months.length >= fewToAMonth;
  const dividedAt = isSearch ? dividerPlace(complete, rows) : null;
  const periods: Period[] = [];
  let at = 0;
  for (const { month, count } of months) {
    const period = month === null ? undated : isByMonth ? month : month.slice(0, 4);
    const last = periods.at(-1);
    if (last?.period === period && at !== dividedAt) {
      periods[periods.length - 1] = { ...last, count: last.count + count };
    } else {
      periods.push({ at, period, count });
    }
    at += count;
  }
  // An answer that is about to be replaced: its months are those of another list.
  return at === rows ? periods : [];
}
