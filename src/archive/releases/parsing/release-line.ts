import type { Span } from '../../../shared/parsed-release';
import type { DateMention } from './dates';
import { findDates } from './dates';

/** What a line above or below the text is made of: "August 4, 2022 | by Jane Roe". */
export interface ReleaseLinePart extends Span {
  readonly is: 'date' | 'label' | 'weekday' | 'time' | 'counter' | 'by' | 'source' | 'else';
  /** The name of a 'by' or 'source' part. */
  readonly value: Span | null;
  readonly date: DateMention | null;
}

const longest = 240;
const publicationLabel =
  /(?:published(?: on| at)?|publi(?:cation|shing) (?:date|time)|posted(?: on)?|post(?:ing)? (?:date|time)|release (?:date|time)|publish (?:date|time)|date of publication|released(?: on)?|issued(?: on)?|issue date|dated?|last (?:updated|modified)(?: on)?|updated(?: on)?|(?:for )?immediate release|for release(?: on| at)?|(?:press|news|media) release(?:\s*(?:no\.?|nr\.?|number|#)\s*[\d/-]+)?|on|at|time|发布时间|发布日期|发表时间|发表日期|发稿时间|发文日期|更新时间|更新日期|发布于|发表于|日期|时间|发布|编辑时间|签发日期)(?=[\s:\d]|$)\s*:?/iy;
const weekday =
  /(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?|(?:星期|周|礼拜)[一二三四五六日天])/iy;
const time =
  /(?:[上下]午\s*)?\d{1,2}(?::\d{2}){1,2}(?:\s*(?:[ap]\.?m\b\.?|hrs?\b|hours\b|uhr\b))?(?:\s*(?:[A-Z]{2,4}|\(?UTC[+-]?\d*\)?)\b)?|\d{1,2}(?:[.]\d{2})?\s*[ap]\.?m\b\.?,?|\d{1,2}[时点](?:\d{1,2}分)?/iy;
const counter =
  /(?:(?:(?:page |number of )?(?:views?|hits|reads|clicks|visits|browse|pageviews)|read count|click(?:s| count| rate| times)?)\s*:?\s*\[?[\d,]+\]?(?:\s?times)?|[\d,]+\s*(?:views|reads|min(?:ute)?s? read)|(?:点击|浏览|阅读|访问)(?:数|量|次数|率)?\s*:?\s*\[?\d*\]?\s*次?|字号?\s*:?\s*[大中小\s]+|打印|关闭|分享(?:到)?\s*:?)/iy;
const by =
  /(?:(?:written |posted |published )?by\b(?:\s*:)?|(?:authors?|reporters?|writers?|publisher|contributors?|correspondents?)\s*:|(?:作者|撰稿人?|记者|通讯员|发布者|发布人|供稿人?)\s*[:\s])/iy;
const source =
  /(?:source\s*:|(?:信息|文章|新闻|稿件)?来源\s*:|(?:发布|供稿)(?:单位|部门|机构)\s*:)/iy;
const separator = /[\s|,;·•/()[\]\-–—.:*_]+/y;
/** Where the name in "by …" or "来源：…" ends. */
const valueEnd =
  /\s*(?:\||;|·|•|\t|\s{2,}|(?<=\s)(?:[\u4e00-\u9fff]{2,6}|(?:(?:release|publish(?:ing)?|publication|post) )?(?:date|time)|published|posted|updated|views?|hits|clicks|click times|source|authors?|reporters?|editors?|writers?|photo(?:s|grapher)?)\s*:)/giu;

/** Takes a line apart from left to right; whatever it doesn't know comes out as 'else'. */
export function readReleaseLine(folded: string, offset: number): readonly ReleaseLinePart[] {
  if (folded.length > longest) return [];
  const dates = findDates(folded, offset);
  const parts: ReleaseLinePart[] = [];
  let position = 0;
  const add = (
    is: ReleaseLinePart['is'],
    end: number,
    value: Span | null = null,
    date: DateMention | null = null,
  ) => {
    parts.push({ is, start: offset + position, end: offset + end, value, date });
    position = end;
  };
  while (position < folded.length) {
    position += lengthAt(separator, folded, position);
    if (position >= folded.length) break;
    const here = offset + position;
    const date = dates.find(({ span }) => span.start === here);
    if (date) add('date', date.span.end - offset, null, date);
    else if (lengthAt(weekday, folded, position))
      add('weekday', position + lengthAt(weekday, folded, position));
    else if (lengthAt(time, folded, position))
      add('time', position + lengthAt(time, folded, position));
    else if (lengthAt(counter, folded, position))
      add('counter', position + lengthAt(counter, folded, position));
    else if (lengthAt(by, folded, position) || lengthAt(source, folded, position)) {
      const is = lengthAt(by, folded, position) ? 'by' : 'source';
      const start = position + lengthAt(is === 'by' ? by : source, folded, position);
      const nextDate = dates.find(({ span }) => span.start >= offset + start);
      const end = endOfValue(
        folded,
        start,
        nextDate ? nextDate.span.start - offset : folded.length,
      );
      // "| by" with nothing but decoration behind it names nobody.
      const names = /[\p{L}\p{N}]/u.test(folded.slice(start, end));
      add(is, end, names ? { start: offset + start, end: offset + end } : null);
    } else if (lengthAt(publicationLabel, folded, position)) {
      add('label', position + lengthAt(publicationLabel, folded, position));
    } else {
      const next = dates.find(({ span }) => span.start > here);
      const rest = /^[^|\t]*?(?=\s{2,}|\||\t|$)/.exec(
        folded.slice(position, next ? next.span.start - offset : undefined),
      );
      add('else', position + Math.max(1, rest?.[0].length ?? 1));
    }
  }
  return parts;
}

function endOfValue(folded: string, start: number, limit: number): number {
  const leading = /^\s*/.exec(folded.slice(start))?.[0].length ?? 0;
  valueEnd.lastIndex = start + leading;
  const match = valueEnd.exec(folded);
  return Math.max(start, Math.min(limit, match ? match.index : folded.length));
}

function lengthAt(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0].length ?? 0;
}
