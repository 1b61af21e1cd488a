import type { IsoDate, ReleaseLanguage } from '../../../shared/release';
import { localeOf, type InterfaceLanguage } from './index';

function dateFrom(iso: IsoDate): Date {
  // A calendar day has no time zone; reading and writing it as UTC keeps it the same day.
  return new Date(`${iso}T00:00:00Z`);
}

/** Whether a calendar has it: what other programs wrote may name a 30 February. */
export function isDay(iso: string): boolean {
  const date = dateFrom(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than drawing a row. */
function dateFormat(
  language: InterfaceLanguage,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** A day in the words of a language; what is no day as it stands. */
function written(
  iso: string,
  language: InterfaceLanguage,
  options: Intl.DateTimeFormatOptions,
): string {
  return isDay(iso) ? dateFormat(language, options).format(dateFrom(iso)) : iso;
}

export function longDate(iso: IsoDate, language: InterfaceLanguage): string {
  return written(iso, language, { dateStyle: 'long' });
}

export function shortDate(iso: IsoDate, language: InterfaceLanguage): string {
  return written(iso, language, {
    day: 'numeric',
    month: language === 'zh' ? 'numeric' : 'short',
    year: 'numeric',
  });
}

/** A short date whose month nobody takes for its day. */
export function dateInWords(iso: IsoDate, language: InterfaceLanguage): string {
  return language === 'zh' ? longDate(iso, language) : shortDate(iso, language);
}

/** `YYYY-MM` as the name of a month. */
export function longMonth(month: string, language: InterfaceLanguage): string {
  const first = `${month}-01`;
  if (!isDay(first)) return month;
  return dateFormat(language, { month: 'long', year: 'numeric' }).format(dateFrom(first));
}

/** `YYYY`; Chinese says that it is a year. */
export function yearName(year: string, language: InterfaceLanguage): string {
  return dateFormat(language, { year: 'numeric' }).format(dateFrom(`${year}-01-01`));
}

/** A day's number, and beside it what a heading above doesn't say: the weekday, the month, or both month and year. */
export function dayParts(
  iso: IsoDate,
  said: 'month' | 'year' | null,
  language: InterfaceLanguage,
): { readonly day: string; readonly beside: string } {
  if (!isDay(iso)) return { day: '', beside: iso };
  const options: Intl.DateTimeFormatOptions =
    said === 'month'
      ? { weekday: 'short' }
      : said === 'year'
        ? { month: 'short' }
        : { month: 'short', year: 'numeric' };
  return {
    day: String(Number(iso.slice(8))),
    beside: dateFormat(language, options).format(dateFrom(iso)),
  };
}

const instantFormats = {
  en: new Intl.DateTimeFormat(localeOf.en, { dateStyle: 'medium', timeStyle: 'short' }),
  zh: new Intl.DateTimeFormat(localeOf.zh, { dateStyle: 'medium', timeStyle: 'short' }),
} as const;

export function instant(iso: string, language: InterfaceLanguage): string {
  return instantFormats[language].format(new Date(iso));
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `YYYY-MM-DDTHH:mm` of some clock: "5 Aug 2026, 00:01". */
export function wallClock(local: string, language: InterfaceLanguage): string {
  return dateFormat(language, {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(`${local}Z`));
}

/** "12 minutes ago", in the largest unit of which there is at least one. */
export function ago(iso: string, language: InterfaceLanguage): string {
  const elapsed = Math.max(0, Date.now() - Date.parse(iso));
  const [unit, length] = steps.find(([, milliseconds]) => elapsed >= milliseconds) ?? steps[2];
  return new Intl.RelativeTimeFormat(localeOf[language]).format(
    -Math.floor(elapsed / length),
    unit,
  );
}

/** Sentences one after the other; Chinese ones have no space between them. */
export function paragraph(sentences: readonly string[], language: InterfaceLanguage): string {
  return sentences.join(language === 'zh' ? '' : ' ');
}

/** "today 09:12", "yesterday 17:40", else date and time. */
export function moment(iso: string, language: InterfaceLanguage, now: Date): string {
  const days = daysBetween(now, new Date(iso));
  if (days !== 0 && days !== -1) return instant(iso, language);
  const time = new Intl.DateTimeFormat(localeOf[language], { timeStyle: 'short' });
  return `${dayWord(days, language)} ${time.format(new Date(iso))}`;
}

/** "today", "tomorrow", else the date. */
export function relativeDay(iso: string, language: InterfaceLanguage, now: Date): string {
  const day = new Date(iso);
  const days = daysBetween(now, day);
  if (Math.abs(days) <= 1) return dayWord(days, language);
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long' }).format(day);
}

/** Of the calendar that this computer counts by; negative for the past. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date): number =>
    Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / (24 * 3_600_000);
  return midnight(to) - midnight(from);
}

function dayWord(days: number, language: InterfaceLanguage): string {
  return new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' }).format(days, 'day');
}

const countFormats = {
  en: new Intl.NumberFormat(localeOf.en),
  zh: new Intl.NumberFormat(localeOf.zh),
} as const;

export function count(value: number, language: InterfaceLanguage): string {
  return countFormats[language].format(value);
}

const wholeFormats = {
  en: new Intl.NumberFormat(localeOf.en, { maximumFractionDigits: 0 }),
  zh: new Intl.NumberFormat(localeOf.zh, { maximumFractionDigits: 0 }),
} as const;

const tenthFormats = {
  en: new Intl.NumberFormat(localeOf.en, { maximumFractionDigits: 1 }),
  zh: new Intl.NumberFormat(localeOf.zh, { maximumFractionDigits: 1 }),
} as const;

export function milliseconds(value: number, language: InterfaceLanguage): string {
  return (value < 10 ? tenthFormats : wholeFormats)[language].format(value);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function fileSize(bytes: number, language: InterfaceLanguage): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(localeOf[language], {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // "786 byte" is nobody's English.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** The `lang` attribute for content, or undefined where nobody knows its language. */
export function contentLang(language: ReleaseLanguage): string | undefined {
  if (language === 'und') return undefined;
  return language === 'zh' ? 'zh-Hans' : 'en';
}

/** A share from 0 to 1 in percent; what isn't all of it is never called 100. */
export function wholePercent(share: number): number {
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
}
