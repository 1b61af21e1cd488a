import type { IsoDate } from '../release';

/** Both days included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

const msPerDay = 86_400_000;
const firstYear = 1000;
const lastYear = 2999;
/** Before every date that can be typed; where "the last 5000 years" begin. */
const earliest: IsoDate = '1000-01-01';

/** Days are counted in UTC, so that no clock change shortens one. Years of four digits only. */
function toDate(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function toIso(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The day, month (1 to 12) or year; null where the calendar has none. */
export function periodOf(year: number, month: number | null, day: number | null): Period | null {
  if (year < firstYear || year > lastYear) return null;
  if (month === null) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (month < 1 || month > 12) return null;
  const prefix = `${year}-${twoDigits(month)}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === null) return { from: `${prefix}-01`, to: `${prefix}-${days}` };
  if (day < 1 || day > days) return null;
  const date = `${prefix}-${twoDigits(day)}`;
  return { from: date, to: date };
}

/** Negative `days` lie before it. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return toIso(new Date(toDate(date).getTime() + days * msPerDay));
}

/** The same day of another month, or that month's last day where it is shorter. */
function monthsAfter(date: IsoDate, months: number): IsoDate {
  const start = toDate(date);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toIso(new Date(Date.UTC(year, month, Math.min(start.getUTCDate(), days))));
}

/** The whole day, week (from Monday), month or year that lies `offset` of them from today's. */
export function calendarPeriod(today: IsoDate, unit: CalendarUnit, offset: number): Period {
  if (unit === 'day' || unit === 'week') {
    const weekday = (toDate(today).getUTCDay() + 6) % 7;
    const from = daysAfter(today, unit === 'day' ? offset : offset * 7 - weekday);
    return { from, to: unit === 'day' ? from : daysAfter(from, 6) };
  }
  const first = unit === 'month' ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`;
  const months = unit === 'month' ? 1 : 12;
  const from = monthsAfter(first, offset * months);
  return { from, to: daysAfter(monthsAfter(from, months), -1) };
}

/** The last `count` days, weeks, months or years up to and with today. */
export function lastPeriod(today: IsoDate, unit: CalendarUnit, count: number): Period | null {
  if (count < 1) return null;
  if (count > lastYear * 12) return { from: earliest, to: today };
  const before =
    unit === 'day' || unit === 'week'
      ? daysAfter(today, -count * (unit === 'week' ? 7 : 1))
      : monthsAfter(today, -count * (unit === 'year' ? 12 : 1));
  const from = before.startsWith('-') || before < earliest ? earliest : daysAfter(before, 1);
  return { from, to: today };
}
