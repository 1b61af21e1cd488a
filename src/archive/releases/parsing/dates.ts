import type { Span } from '../../../shared/parsed-release';
import type { IsoDate } from '../../../shared/release';
import { overlaps } from './spans';

/** A date as the text has it. Without a year it can't be an `IsoDate` yet. */
export interface DateMention {
  readonly span: Span;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** False for a form whose order of day and month is a convention, like 12.03.2021. */
  readonly sure: boolean;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';
const shouted = month.replace(/[a-z]+/g, (word) => word.toUpperCase()).replaceAll('\\B', '\\b');
const eitherMonth = `(?:${month}|${shouted})`;
const ordinal = '(?:st|nd|rd|th|ST|ND|RD|TH)?';
const year = '((?:19|20)\\d{2})(?!\\d)';
const range = (unit: string) => `(?:\\s?(?:-|–|—|to|and|&)\\s?\\d{1,2}(?!\\d)${unit})?`;
const hanDigits = '[〇零○O一二三四五六七八九十廿卅]';

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Parts | null;
}
interface Parts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly sure: boolean;
}

/** Most telling form first: where two match the same place, the earlier one counts. */
const forms: readonly Form[] = [
  {
    pattern: /(?<![\d./-])((?:19|20)\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d])/g,
    read: (m) => ({ year: Number(m[1]), month: Number(m[3]), day: Number(m[4]), sure: true }),
  },
  {
    pattern: /(?:(?<!\d)((?:19|20)\d{2})\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g,
    read: (m) => ({
      year: m[1] ? Number(m[1]) : null,
      month: Number(m[2]),
      day: Number(m[3]),
      sure: true,
    }),
  },
  {
    pattern: new RegExp(`(${hanDigits}{4})年(${hanDigits}{1,3})月(${hanDigits}{1,3})[日号]`, 'g'),
    read: (m) => ({
      year: hanYear(m[1] ?? ''),
      month: hanNumber(m[2] ?? ''),
      day: hanNumber(m[3] ?? ''),
      sure: true,
    }),
  },
  {
    pattern: new RegExp(
      `\\b${eitherMonth}\\s+(\\d{1,2})(?!\\d)${ordinal}${range(ordinal)}(?:,?\\s+${year})?`,
      'g',
    ),
    read: (m) => ({
      year: m[4] ? Number(m[4]) : null,
      month: monthNumber(m[1] ?? m[2] ?? ''),
      day: Number(m[3]),
      sure: true,
    }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,/-])(\\d{1,2})${ordinal}${range(ordinal)}(?:\\s+of)?[\\s-]+${eitherMonth}(?:,?[\\s-]+${year})?`,
      'g',
    ),
    read: (m) => ({
      year: m[4] ? Number(m[4]) : null,
      month: monthNumber(m[2] ?? m[3] ?? ''),
      day: Number(m[1]),
      sure: true,
    }),
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\d])/g,
    read: (m) => dayAndMonth(Number(m[1]), Number(m[3]), Number(m[4]), m[2] === '.'),
  },
];

/** Every valid date of a folded text, in the order of the text; spans count from `offset`. */
export function findDates(folded: string, offset = 0): readonly DateMention[] {
  const mentions: DateMention[] = [];
  for (const form of forms) {
    for (const match of folded.matchAll(form.pattern)) {
      const parts = form.read(match);
      if (!parts || !isRealDate(parts)) continue;
      const trimmed = match[0].trimEnd().length;
      const span = { start: offset + match.index, end: offset + match.index + trimmed };
      if (!mentions.some((other) => overlaps(other.span, span))) mentions.push({ ...parts, span });
    }
  }
  return mentions.sort((a, b) => a.span.start - b.span.start);
}

/** `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
}

/**
 * The date nearest to `anchor` on the given side (the anchor's own day included); null where no
 * such day exists within eight years, which is the longest gap between two 29 February.
 */
export function nearestDate(
  date: Pick<DateMention, 'month' | 'day'>,
  anchor: IsoDate,
  side: 'before' | 'after',
): IsoDate | null {
  const anchorYear = Number(anchor.slice(0, 4));
  const step = side === 'before' ? -1 : 1;
  for (let i = 0; i <= 8; i++) {
    const year = anchorYear + i * step;
    const candidate = isoDate(year, date.month, date.day);
    if (!isRealDate({ ...date, year })) continue;
    if (side === 'before' ? candidate <= anchor : candidate >= anchor) return candidate;
  }
  return null;
}

/** Day before month where points divide them; with strokes only what has one reading. */
function dayAndMonth(first: number, second: number, year: number, points: boolean): Parts | null {
  if (first > 12) return { year, month: second, day: first, sure: points };
  if (second > 12) return points ? null : { year, month: first, day: second, sure: false };
  return points ? { year, month: second, day: first, sure: false } : null;
}

function isRealDate(date: Omit<Parts, 'sure'>): boolean {
  // A leap year where the text has none: 29 February may be meant.
  const year = date.year ?? 2000;
  const real = new Date(Date.UTC(year, date.month - 1, date.day));
  return real.getUTCMonth() === date.month - 1 && real.getUTCDate() === date.day && date.day > 0;
}

function monthNumber(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function hanYear(digits: string): number {
  return Number([...digits].map((digit) => hanDigit(digit)).join(''));
}

function hanNumber(digits: string): number {
  let total = 0;
  for (const digit of digits) {
    if (digit === '十') total = (total || 1) * 10;
    else if (digit === '廿') total = 20;
    else if (digit === '卅') total = 30;
    else total += hanDigit(digit);
  }
  return total;
}

function hanDigit(digit: string): number {
  return '零○O'.includes(digit) ? 0 : '〇一二三四五六七八九'.indexOf(digit);
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
