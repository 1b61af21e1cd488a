import type { IsoDate, ReleaseLanguage } from '../../../shared/release';
import { localeOf, type InterfaceLanguage } from './index';

function dateFrom(iso: IsoDate): Date {
  // A calendar day has no time zone; reading and writing it as UTC keeps it the same day.
  return new Date(`${iso}T00:00:00Z`);
}

export function longDate(iso: IsoDate, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    dateFrom(iso),
  );
}

export function shortDate(iso: IsoDate, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(localeOf[language], {
    day: 'numeric',
    month: language === 'zh' ? 'numeric' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(dateFrom(iso));
}

export function instant(iso: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(localeOf[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

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

export function count(value: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat(localeOf[language]).format(value);
}

export function milliseconds(value: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat(localeOf[language], {
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function fileSize(bytes: number, language: InterfaceLanguage): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(localeOf[language], {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** The `lang` attribute for content, or undefined where nobody knows its language. */
export function contentLang(language: ReleaseLanguage): string | undefined {
  if (language === 'und') return undefined;
  return language === 'zh' ? 'zh-Hans' : 'en';
}
