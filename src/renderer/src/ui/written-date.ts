import type { CalendarDate } from '@internationalized/date';
import { parseDate, Time } from '@internationalized/date';
import { dateSpan } from '../../../shared/query/date-values';

const iso = /^\d{4}-\d{2}-\d{2}$/;
const minutes = /^([01]\d|2[0-3]):([0-5]\d)/;

/** What a date field shows of `YYYY-MM-DD`; null for '' and what is no day of the calendar. */
export function dayOf(text: string): CalendarDate | null {
  if (!iso.test(text)) return null;
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

/** Years of one to three digits are unfinished, or meant as short for another one. */
const firstYear = 1000;

/** `YYYY-MM-DD`; '' where the year isn't whole. */
export function writtenDay(day: Pick<CalendarDate, 'year' | 'toString'>): string {
  return day.year < firstYear ? '' : day.toString();
}

/** What a time field shows of `HH:mm`; null for '' and what is no time. */
export function timeOf(text: string): Time | null {
  const [, hour, minute] = minutes.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : new Time(Number(hour), Number(minute));
}

/** `HH:mm` */
export function writtenTime({ hour, minute }: Pick<Time, 'hour' | 'minute'>): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/;
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const dots = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/;

/**
 * The day that a pasted text is, as `YYYY-MM-DD`; null where it is anything else. Days written with
 * the month as a number and the year last are nobody's to guess: 03/04/2023 is March here and April
 * there.
 */
export function pastedDay(text: string): string | null {
  const written = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const [, year = '', month = '', day = ''] = dots.exec(written) ?? inWords(written) ?? [];
  const numbers = year === '' ? written : `${year}-${month}-${day}`;
  // any day will do as today: nothing relative is meant
  if (!/^\d{4}[-年]\d{1,2}[-月]\d{1,2}[日号]?$/.test(numbers)) return null;
  const span = dateSpan('date', numbers, '2000-01-01');
  return span?.from !== null && span?.from === span?.to ? (span?.from ?? null) : null;
}

function inWords(written: string): readonly string[] | null {
  const first = dayFirst.exec(written);
  const [, day, name, year] = first ?? [];
  const other = monthFirst.exec(written);
  const month = monthNamed(name ?? other?.[1] ?? '');
  if (month === null) return null;
  return ['', year ?? other?.[3] ?? '', String(month), day ?? other?.[2] ?? ''];
}

/** English only: Chinese writes months as numbers. */
const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2000, month))
    .toLowerCase(),
);

function monthNamed(name: string): number | null {
  const month = monthNames.findIndex((known) => known === name || known.slice(0, 3) === name);
  if (month >= 0) return month + 1;
  return name === 'sept' ? 9 : null;
}
