import type { IsoDate } from '../../../shared/release';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day that a date field names, as it's written there: the zone of whoever wrote it, not of this
 * computer. Reads ISO 8601, its Chinese and slashed kin with the year first, and RFC 5322. null for
 * anything else and for days that don't exist.
 */
export function writtenDate(field: string): IsoDate | null {
  const text = field.trim().slice(0, 200);
  const yearFirst = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?!\d)/.exec(
    text,
  );
  if (yearFirst !== null) return day(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}|\b)/.exec(text);
  if (compact !== null) return day(compact[1], Number(compact[2]), compact[3]);
  const dayFirst =
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst =
    /^(?:\p{L}+,?\s+)?(\p{L}{3})\p{L}*\.?\s+(\d{1,2})(?:,\s*|\s+(?:[\d:]+\s+(?:\p{L}+\s+)?)?)(\d{4})(?!\d)/u.exec(
      text,
    );
  return monthFirst === null ? null : named(monthFirst[3], monthFirst[1], monthFirst[2]);
}

function named(year = '', month = '', date = ''): IsoDate | null {
  const number = months.indexOf(month.toLowerCase()) + 1;
  // RFC 5322, 4.3: two digits from 50 on are of the last century.
  const full = year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;
  return number === 0 ? null : day(full, number, date);
}

function day(year = '', month: number, date = ''): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isReal && Number(year) >= 1000 ? iso : null;
}
