import type { Span } from '../../../shared/parsed-release';
import type { Block } from './blocks';
import { splitNameAndOrganisation } from './credit-names';
import { findDates, isoDate } from './dates';
import type { Findings, Page, Recogniser } from './page';
import { freeBlocks, note } from './page';
import { joinLines } from './quote-block';
import { guess, trimSpan } from './spans';

type News = { -readonly [K in keyof Findings]?: Findings[K] };

/** How far into a paragraph the dash after place and date can stand. */
const longest = 140;
const dash = /\s*(?:--|\s[-]\s|[–—―]{1,2})\s*/g;
const newswire = /\/\s?[\p{L}\s.-]{2,30}\s?\/|\([A-Z][\p{L}\s.]{2,24}(?:wire|WIRE|news|NEWS)\)/gu;
const place =
  /^(?:\p{Lu}[\p{L}\p{M}.'-]*|(?:and|of|de|la|le|upon|am|di)(?=\s))(?:[\s,./&]+(?:\p{Lu}[\p{L}\p{M}.'-]*|(?:and|of|de|la|le|upon|am|di)(?=\s)))*$/u;
const hanOpening =
  /^(?:\([\p{Script=Han}]{2,10}讯\s*(?=(?:本报|本网|本台)?(?:记者|通讯员)[^()]{1,60}\))|【[\p{Script=Han}]{2,8}讯】|(?:[\p{Script=Han}]{2,8}网?)?[\p{Script=Han}]{0,6}\s?\d{1,2}月\d{1,2}日(?:电|讯)|(?:[\p{Script=Han}]{2,10}?)(?:讯|消息)(?=[\s(,:]|\d))[,:]?/u;
const hanReporters =
  /^\s*\(?((?:本报|本网|本台|见习|全媒体|学生)?(?:记者|通讯员|特约记者)[^()]{1,60})\)/u;
const hanReporterWords =
  /(?:本[报報]|本[网網]|本[台臺]|[见見][习習]|全媒[体體]|[学學]生)?(?:特[约約][记記]者|[记記]者|通[讯訊][员員])/gu;

/** "GENEVA, 4 August 2022 –", "LINHAI, March 12 —", "新华社深圳7月15日电" at the head of the text. */
export const recogniseDateline: Recogniser = (page: Page): Page => {
  const candidates = freeBlocks(page).slice(0, 4);
  for (const block of candidates) {
    const end = latinEnd(block) ?? hanEnd(block) ?? placeAndDateAlone(block);
    if (end !== null) return noteDateline(page, block, end);
  }
  return page;
};

function noteDateline(page: Page, block: Block, end: number): Page {
  const span = trimSpan(page.text, { start: block.span.start, end: block.span.start + end });
  const value = wordsOf(joinLines(page.text, span));
  const found: News = { dateline: guess(value, span, 'high') };
  const cuts: Span[] = [span];
  const date = findDates(block.folded.slice(0, end), block.span.start)[0];
  if (date?.year != null && !page.found.publicationDate) {
    const iso = isoDate(date.year, date.month, date.day);
    found.publicationDate = guess(iso, date.span, date.sure ? 'high' : 'low');
  }
  const reporters = hanReporters.exec(block.folded.slice(end));
  if (reporters) {
    const start = block.span.start + end;
    const whole = { start, end: start + reporters[0].length };
    const inner = trimSpan(page.text, {
      start: start + reporters[0].indexOf(reporters[1] ?? ''),
      end: whole.end - 1,
    });
    const byline = joinLines(page.text, inner);
    found.byline = page.found.byline ?? guess(byline, inner, 'high');
    const names = byline.replace(hanReporterWords, ' ');
    found.textCredit =
      page.found.textCredit ?? guess(splitNameAndOrganisation(names, 'name'), inner, 'high');
    cuts.push(whole);
  }
  const alone = cuts.at(-1)?.end === block.span.end;
  return note(page, { found, cuts, roles: alone ? [[block.index, 'dateline']] : [] });
}

/** Place and date without the dash after them and without marks of emphasis; the span has both. */
function wordsOf(dateline: string): string {
  const bare = dateline
    .replace(/[*_]{1,3}/g, '')
    // A bracket that the reporters close, not the place.
    .replace(/^[(（](?=[^)）]*$)/u, '')
    .replace(/(?:[\s–—―:：,，-]|(?<=\d)[.。])+$/u, '');
  return bare.trim() || dateline;
}

/** Where a place, perhaps a date and a wire, and a dash open the block: the end of the dash. */
function latinEnd(block: Block): number | null {
  const head = block.folded.slice(0, longest);
  for (const match of head.matchAll(dash)) {
    const end = match.index + match[0].length;
    const before = head.slice(0, match.index);
    if (isPlaceAndDate(before)) {
      // "SHENZHEN – 4 August 2022 – The …": the date follows between two dashes.
      const more = latinDateThenDash(head.slice(end));
      return more === null ? end : end + more;
    }
  }
  // "Marlow, 14 February 2024. The college …"
  const mark = /^([^:]{6,80}?(?:[12]\d{3}|:))[.:]?\**\s(?=\**["(]?\p{Lu})/u.exec(head);
  const before = mark?.[1]?.replace(/:$/, '') ?? '';
  if (mark && /[.:]\**\s$/.test(mark[0]) && saysPlaceAndDate(before)) return mark[0].length;
  const brackets = /^[([]([^()[\]]{6,60})[)\]]\s*(?:[-–—:]{1,2}\s*)?/.exec(head);
  return brackets?.[1] && saysPlaceAndDate(brackets[1]) ? brackets[0].length : null;
}

/** Both, where no dash shows that they are no part of the sentence. */
function saysPlaceAndDate(before: string): boolean {
  const date = findDates(before)[0];
  if (!date) return false;
  const place = (before.slice(0, date.span.start) + before.slice(date.span.end)).trim();
  if (/^[\p{Script=Han}]{2,8}[\s,、]*$/u.test(place)) return date.year !== null;
  return /\p{Lu}/u.test(place) && isPlaceAndDate(before);
}

function latinDateThenDash(rest: string): number | null {
  const date = findDates(rest)[0];
  if (date?.span.start !== 0) return null;
  const after = /^\s*(?:--?|[–—])\s*/.exec(rest.slice(date.span.end));
  return after ? date.span.end + after[0].length : null;
}

function isPlaceAndDate(before: string): boolean {
  const dates = findDates(before);
  const wire = before.match(newswire) !== null;
  let rest = before.replace(newswire, ' ');
  for (const { span } of findDates(rest).toReversed())
    rest = rest.slice(0, span.start) + ' ' + rest.slice(span.end);
  rest = rest
    .replace(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, ' ')
    .replace(/[()[\]*_]/g, ' ');
  const name = rest.replace(/^[\s,.–—|-]+|[\s,–—|-]+$/g, '');
  if (name === '') return (dates.length > 0 || wire) && dates[0]?.year != null;
  if (name.length > 60 || !place.test(name)) return false;
  if (name.split(/[\s,]+/).length > 7) return false;
  if (dates.length > 0 || wire) return true;
  const city = name.split(',')[0] ?? '';
  return city.length >= 3 && city === city.toUpperCase() && /\p{Lu}{3}/u.test(city);
}

function hanEnd(block: Block): number | null {
  return hanOpening.exec(block.folded.slice(0, 60))?.[0].length ?? null;
}

/** "Shenzhen, 4 August 2022" on a line of its own. */
function placeAndDateAlone(block: Block): number | null {
  if (block.folded.length > 80 || block.kind !== 'text') return null;
  const dates = findDates(block.folded);
  const only = dates.length === 1 && dates[0]?.year != null && isPlaceAndDate(block.folded);
  return only ? block.folded.length : null;
}
