import type { Span } from '../../../shared/parsed-release';

/** A time of day as the text has it. */
export interface TimeMention {
  readonly span: Span;
  /** `HH:mm`; null where it could mean two ("midnight"). */
  readonly time: string | null;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => readonly [hour: number, minute: number] | null;
}

const hanNumbers = [
  '零',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
];
const zoneAhead = '(?=\\s*(?:hrs?\\b|hours\\b|[A-Z]{2,4}\\b))';

/** Most telling form first: where two match the same place, the earlier one counts. */
const forms: readonly Form[] = [
  {
    // 上午9时, 下午3点半, 9:30, 零时
    pattern:
      /(凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|晚)?\s?(\d{1,2}|十[一二]?|[零一二三四五六七八九])\s?(?:[时点]\s?(?:(\d{1,2})\s?分|(半)|整)?|:(\d{2}))(?![\d:])/g,
    read: (m) => {
      if (m[1] === undefined && m[5] !== undefined) return null;
      const said = /^\d/.test(m[2] ?? '') ? Number(m[2]) : hanNumbers.indexOf(m[2] ?? '');
      const minute = m[4] === undefined ? Number(m[3] ?? m[5] ?? 0) : 30;
      return hanTime(m[1] ?? '', said, minute);
    },
  },
  {
    // 9 a.m., 9:30pm, 9.30 PM
    pattern: /(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?\s?m\b\.?/gi,
    read: (m) => {
      const hour = Number(m[1]);
      if (hour < 1 || hour > 12) return null;
      return [(hour % 12) + (m[3]?.toLowerCase() === 'p' ? 12 : 0), Number(m[2] ?? 0)];
    },
  },
  {
    // 14:00, T14:00Z, 14:00:00
    pattern: /(?<![\d:.])(\d{1,2}):(\d{2})(?::00)?(?![\d:])(?:\s?(?:hrs?|hours)\b)?/gi,
    read: (m) => [Number(m[1]), Number(m[2])],
  },
  {
    // 14.00 CET, 0001 hrs, 1400 GMT: only with what makes clear that it is a time.
    pattern: new RegExp(`(?<![\\d:.])(\\d{2})[.h]?(\\d{2})(?![\\d:.])${zoneAhead}`, 'g'),
    read: (m) => [Number(m[1]), Number(m[2])],
  },
  { pattern: /\b(?:12 )?noon\b|(?<!\d)正午/gi, read: () => [12, 0] },
];

/** The end of one day and the beginning of the next: the text doesn't say which. */
const midnight = /\b(?:12 )?midnight\b|午夜|半夜|(?<!\d)24\s?[时点:]/gi;

/** Every time of day of a folded text, in its order; spans count from `offset`. */
export function findTimes(folded: string, offset = 0): readonly TimeMention[] {
  const mentions: TimeMention[] = [];
  const add = (match: RegExpExecArray, time: string | null): void => {
    const before = match[0].length - match[0].trimStart().length;
    const span = {
      start: offset + match.index + before,
      end: offset + match.index + match[0].trimEnd().length,
    };
    const isTaken = mentions.some(
      (other) => other.span.start < span.end && span.start < other.span.end,
    );
    if (!isTaken) mentions.push({ span, time });
  };
  for (const match of folded.matchAll(midnight)) add(match, null);
  for (const { pattern, read } of forms) {
    for (const match of folded.matchAll(pattern)) {
      const [hour, minute] = read(match) ?? [24, 0];
      if (hour > 23 || minute > 59) continue;
      add(match, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    }
  }
  return mentions.sort((a, b) => a.span.start - b.span.start);
}

function hanTime(part: string, hour: number, minute: number): readonly [number, number] | null {
  if (hour > 23) return null;
  if (hour > 12 || part === '') return [hour, minute];
  if (/^(?:下午|午后|傍晚)/.test(part)) return [(hour % 12) + 12, minute];
  // 晚12点 is the end of a day, and nobody knows of which.
  if (part.startsWith('晚')) return hour === 12 ? null : [hour < 5 ? hour : hour + 12, minute];
  if (part === '中午') return [hour < 4 ? hour + 12 : hour, minute];
  if (part === '凌晨') return [hour % 12, minute];
  return [hour, minute];
}
