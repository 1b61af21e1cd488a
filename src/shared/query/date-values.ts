import type { IsoDate } from '../release';
import {
  calendarPeriod,
  daysAfter,
  lastPeriod,
  periodOf,
  type CalendarUnit,
  type Period,
} from './calendar';
import type { DateField } from './field-names';

/** Both ends included; null is open. */
export interface DateSpan {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** A stretch of days; `rolling` ones end today: "the last 7 days". */
interface DateValue extends Period {
  readonly rolling: boolean;
}

const relativeAhead =
  /(?:last|past|previous|this)[\s-]{1,3}(?:\d{1,4}[\s-]{1,3})?(?:day|week|month|year)s?(?=[\s)）]|$)/iy;

/** Where "last year", "past 3 months", … ends, if it stands at `at`; else -1. */
export function relativeDateEnd(text: string, at: number): number {
  relativeAhead.lastIndex = at;
  return relativeAhead.test(text) ? relativeAhead.lastIndex : -1;
}

/** Words for whole days, weeks, months and years: how many of them lie between it and today. */
const calendarWords: Readonly<Record<string, readonly [CalendarUnit, number]>> = {
  today: ['day', 0],
  yesterday: ['day', -1],
  'this week': ['week', 0],
  'last week': ['week', -1],
  'this month': ['month', 0],
  'last month': ['month', -1],
  'this year': ['year', 0],
  'last year': ['year', -1],
  今天: ['day', 0],
  昨天: ['day', -1],
  前天: ['day', -2],
  本周: ['week', 0],
  这周: ['week', 0],
  上周: ['week', -1],
  本月: ['month', 0],
  这个月: ['month', 0],
  上个月: ['month', -1],
  上月: ['month', -1],
  今年: ['year', 0],
  去年: ['year', -1],
  前年: ['year', -2],
};

const units: Readonly<Record<string, CalendarUnit>> = {
  d: 'day',
  day: 'day',
  天: 'day',
  日: 'day',
  w: 'week',
  week: 'week',
  周: 'week',
  m: 'month',
  month: 'month',
  月: 'month',
  y: 'year',
  year: 'year',
  年: 'year',
};

const rollingEnglish = /^(?:last|past|previous) (\d{1,4}) (day|week|month|year)s?$/;
const rollingShort = /^(\d{1,4})([dwmy])$/;
const rollingChinese = /^(?:最近|过去|近)(\d{1,4}|[一二两三四五六七八九十])个?([天日周月年])$/;
const chineseDigits = '零一二三四五六七八九十';

const numeric = /^(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const chinese = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?$/;

/** Forms of one width and case, with hyphens as spaces where words are meant. */
function normalised(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function absolute(text: string): Period | null {
  const [, year, , month, day] = numeric.exec(text) ?? [];
  const [, han, hanMonth, hanDay] = chinese.exec(text) ?? [];
  const known = year ?? han;
  if (known === undefined) return null;
  const numberOf = (digits: string | undefined): number | null =>
    digits === undefined ? null : Number(digits);
  return periodOf(Number(known), numberOf(month ?? hanMonth), numberOf(day ?? hanDay));
}

function countOf(digits: string): number {
  if (digits === '两') return 2;
  const place = chineseDigits.indexOf(digits);
  return place > 0 ? place : Number(digits);
}

function relative(text: string, today: IsoDate): DateValue | null {
  const words = text.replace(/[\s-]+/g, ' ');
  if (Object.hasOwn(calendarWords, words)) {
    const [unit, offset] = calendarWords[words] ?? ['day', 0];
    return { ...calendarPeriod(today, unit, offset), rolling: false };
  }
  const form = rollingEnglish.exec(words) ?? rollingShort.exec(words) ?? rollingChinese.exec(words);
  const [, count, name] = form ?? [];
  const unit = units[name ?? ''];
  if (count === undefined || unit === undefined) return null;
  const period = lastPeriod(today, unit, countOf(count));
  return period === null ? null : { ...period, rolling: true };
}

function valueOf(text: string, today: IsoDate): DateValue | null {
  const period = absolute(text);
  return period === null ? relative(text, today) : { ...period, rolling: false };
}

function compared(sign: string, value: DateValue): DateSpan {
  if (sign === '>=') return { from: value.from, to: null };
  if (sign === '<=') return { from: null, to: value.to };
  if (sign === '<') return { from: null, to: daysAfter(value.from, -1) };
  // after a period that ends today nothing has come yet: "after:7d" can only mean its beginning
  return { from: value.rolling ? value.from : daysAfter(value.to, 1), to: null };
}

const comparison = /^(>=|<=|>|<)(.+)$/;
const yearRange = /^(\d{4}年?) ?[-–—−~至到] ?(\d{4}年?)$/;

function rangeOf(text: string): readonly [string, string] | null {
  const dots = text.indexOf('..');
  if (dots >= 0) return [text.slice(0, dots).trim(), text.slice(dots).replace(/^\.+/, '').trim()];
  const [, first, second] = yearRange.exec(text) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

function spanOf(text: string, today: IsoDate): DateSpan | null {
  const [, sign, operand] = comparison.exec(text) ?? [];
  if (sign !== undefined && operand !== undefined) {
    const value = valueOf(operand.trim(), today);
    return value === null ? null : compared(sign, value);
  }
  const range = rangeOf(text);
  if (range === null) {
    const value = valueOf(text, today);
    return value === null ? null : { from: value.from, to: value.to };
  }
  const [first, second] = range;
  if (first === '' && second === '') return null;
  const start = first === '' ? null : valueOf(first, today);
  const end = second === '' ? null : valueOf(second, today);
  if ((start === null && first !== '') || (end === null && second !== '')) return null;
  if (start !== null && end !== null && start.from > end.to) {
    return { from: end.from, to: start.to };
  }
  return { from: start?.from ?? null, to: end?.to ?? null };
}

const comparisons = { before: '<', until: '<=', after: '>', since: '>=' } as const;

/** Which days are meant by what stands behind `field:`; null where the calendar has no such day. */
export function dateSpan(field: DateField, typed: string, today: IsoDate): DateSpan | null {
  const text = normalised(typed);
  if (field === 'year' || field === 'date') return spanOf(text, today);
  const value = valueOf(text, today);
  return value === null ? null : compared(comparisons[field], value);
}

/** The canonical piece: years by themselves where the span begins and ends with one. */
export function dateText({ from, to }: DateSpan): string {
  const startsYear = from === null || (from.endsWith('-01-01') && from < '3000');
  const endsYear = to === null || (to.endsWith('-12-31') && to >= '1000');
  if (startsYear && endsYear) {
    const [first, last] = [from?.slice(0, 4) ?? '', to?.slice(0, 4) ?? ''];
    return first === last ? `year:${first}` : `year:${first}..${last}`;
  }
  if (to === null) return `after:${daysAfter(from ?? '', -1)}`;
  if (from === null) return `before:${daysAfter(to, 1)}`;
  return from === to ? `date:${from}` : `date:${from}..${to}`;
}
