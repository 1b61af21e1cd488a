import { embargoAt } from '../../../shared/embargo';
import type { Confidence, ParsedEmbargo, Span } from '../../../shared/parsed-release';
import { zoneAbbreviated, zoneOfPlace, type NamedZone } from '../../../shared/zone-names';
import type { Block } from './blocks';
import { findTimes, type TimeMention } from './clock-times';
import { findDates, isoDate, type DateMention } from './dates';
import { isLabel } from './labels';
import { note, type Page, type Recogniser } from './page';
import { guess, overlaps, subtractSpans } from './spans';

/** Where an embargo stands: on the title page, or in the last lines. */
const headBlocks = 12;
const tailBlocks = 4;
/** Longer than any line about an embargo; what is longer tells of one. */
const longest = 220;
const longestHan = 80;

const hanHolding =
  '前\\s*(?:务|敬)?(?:请勿|勿|禁止|严禁|不得|不可|不能)\\s*(?:对外|公开|提前|擅自)*\\s*(?:发布|发表|刊发|刊登|刊载|报道|播发|公开)';

/**
 * What says that a line is about its release's own embargo. "Arms embargo lifted" is a headline: the word
 * must open the line, but for a label, and be followed by a moment or by nothing.
 */
const statements: readonly RegExp[] = [
  /^[\s[(*#_>"'-]*(?:(?:press|news|media) (?:release|statement)\b[\s:|,*_–—-]*)?(?:strictly\s+)?(?:(?:under|press|media|news)\s+(?:strict\s+)?)?embargo(?:ed)?\b(?:\s+(?:copy|release|notice|material|time|date|ends?|expires|lifts|for (?:release|publication)))*[\s:,–—*_-]*(?:until|till|to|before|at|on|from|not for (?:release|publication) (?:before|until))?(?=[\s:*_]*(?:\d|[(\[]|$|[A-Z][a-z]+day|noon|midnight|the\s|after\s|\p{Lu}\p{L}{2,8}\s+\d|check\s|delivery))/iu,
  /^[\s[(*#_>"'-]*(?:strictly\s+)?(?:not (?:for|to be)|do not|hold)\s+(?:(?:for\s+)?(?:publication|publish(?:ed)?|release[d]?|broadcast|use[d]?|online)\b[\s,]*(?:or|and)?\s*)*(?:before|until|till|prior to|ahead of)\b/iu,
  new RegExp(`\\d\\s*[日号时点分整半]?[^。]{0,24}?${hanHolding}`, 'u'),
  /(?:请勿|不得|禁止|严禁)(?:于|在)[^。]{0,30}\d[^。]{0,12}前\s*(?:对外|公开)*(?:发布|发表|刊发|刊登|刊载|报道|播发|公开)/u,
  /(?:禁发|发布禁令|新闻禁令|禁令|保密|解禁|禁止发布)(?:期|时间|日期)?\s*(?:至|到|截至|截止|持续至|为|:)/u,
];
const hanRest = new RegExp(hanHolding, 'u');

/** "EMBARGOED UNTIL 00:01 GMT, 5 August 2026", "2026年8月5日上午9时前请勿发布" */
export const recogniseEmbargo: Recogniser = (page) => {
  for (const block of page.blocks) {
    if (block.index >= headBlocks && block.index < page.blocks.length - tailBlocks) continue;
    const opening = openingOf(block);
    if (opening === null) continue;
    const next = page.blocks[block.index + 1];
    const follows = next !== undefined && saysNoMoment(block) && isMomentAlone(next);
    return noteEmbargo(page, follows ? [block, next] : [block], opening);
  }
  return page;
};

/** Where nothing else dates the release, it is published when its embargo ends. */
export const datePublicationByEmbargo: Recogniser = (page) => {
  const { embargo, publicationDate } = page.found;
  const date = embargo?.value.date ?? null;
  if (embargo === null || date === null || publicationDate !== null) return page;
  return note(page, { found: { publicationDate: guess(date, embargo.span, 'medium') } });
};

/** What of a line says that it is about an embargo; null where nothing does. */
function openingOf(block: Block): Span | null {
  const isHanText = /[\u3400-\u9fff]/.test(block.folded);
  if (block.folded.length > (isHanText ? longestHan : longest)) return null;
  for (const statement of statements) {
    const match = statement.exec(block.folded);
    if (match === null) continue;
    const rest = hanRest.exec(block.folded);
    const start = block.span.start + match.index + (/^[\s*#_>-]*/.exec(match[0])?.[0].length ?? 0);
    const end = Math.max(match.index + match[0].length, rest ? rest.index + rest[0].length : 0);
    return { start, end: block.span.start + end };
  }
  return null;
}

function noteEmbargo(page: Page, blocks: readonly Block[], opening: Span): Page {
  const moment = readMoment(page.folded, {
    start: blocks[0]?.span.start ?? opening.start,
    end: blocks.at(-1)?.span.end ?? opening.end,
  });
  const spans = [opening, ...moment.spans];
  const span = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  const closed = { start: span.start, end: withClosing(page.folded, span.end) };
  const cuts = blocks.map((block) =>
    isNothingElse(page.folded, block.span, closed) ? block.span : closed,
  );
  return note(page, {
    found: { embargo: guess(moment.value, span, moment.confidence) },
    roles: blocks.map((block) => [block.index, 'publication'] as const),
    cuts,
  });
}

interface Moment {
  readonly value: ParsedEmbargo;
  readonly confidence: Confidence;
  readonly spans: readonly Span[];
}

/** The first date, time and zone of a line; what it doesn't say, or says in two ways, is null. */
function readMoment(whole: string, place: Span): Moment {
  const folded = whole.slice(place.start, place.end).replaceAll(/[\r\n]/g, ' ');
  const date = findDates(folded)[0] ?? null;
  const masked = date === null ? folded : blanked(folded, date.span);
  const time = findTimes(masked)[0] ?? null;
  const zone = findZone(time === null ? masked : blanked(masked, time.span), time);
  const value = valueOf(date, time, zone?.named ?? null);
  const spans = [date?.span, time?.span, zone?.span]
    .filter((span) => span !== undefined)
    .map(({ start, end }) => ({ start: place.start + start, end: place.start + end }));
  return { value, spans, confidence: confidenceOf(value, date, zone) };
}

function valueOf(
  date: DateMention | null,
  time: TimeMention | null,
  zone: NamedZone | null,
): ParsedEmbargo {
  const day = date?.year == null ? null : isoDate(date.year, date.month, date.day);
  const value = { date: day, time: time?.time ?? null, zone: zone?.zone ?? null };
  const shown = offsetOf(value);
  const contradicts = zone?.offset != null && shown !== null && shown !== zone.offset;
  // "CET" in July: an hour lies between what is written and what the clocks show.
  return contradicts ? { ...value, zone: null } : value;
}

/** Hours that the zone's clock is ahead of UTC at that moment; null where something is missing. */
function offsetOf({ date, time, zone }: ParsedEmbargo): number | null {
  const local = `${date ?? ''}T${time ?? ''}`;
  const embargo = zone === null ? null : embargoAt(local, zone);
  if (embargo === null) return null;
  return (Date.parse(`${local}Z`) - Date.parse(embargo.until)) / 3_600_000;
}

function confidenceOf(
  value: ParsedEmbargo,
  date: DateMention | null,
  zone: FoundZone | null,
): Confidence {
  if (value.date === null || value.time === null || value.zone === null) return 'low';
  if (date?.sure !== true) return 'low';
  // Who writes GMT in summer may mean the clock in London, which is an hour ahead of it.
  const london = offsetOf({ ...value, zone: 'Europe/London' });
  return zone?.text === 'GMT' && london !== 0 ? 'medium' : 'high';
}

interface FoundZone {
  readonly named: NamedZone;
  readonly text: string;
  readonly span: Span;
}

const zonePatterns: readonly RegExp[] = [
  /(?<![A-Za-z])(?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}(?::?00)?(?!\d)/g,
  /(?<![\p{L}\d])[A-Z]{2,5}(?![\p{L}\d])/gu,
  /(?<=\d\s?|^|\s{2})Z(?![\p{L}\d])/gu,
];
const latinPlace =
  /(\p{L}[\p{L}.]*(?:[\s-]\p{L}[\p{L}.]*){0,2}?)\s+(?:(?:standard|daylight|summer|winter|local)\s+)*time\b/giu;
const hanPlace = /([\p{Script=Han}]{2,4}?)(?:当地|标准|夏令|夏季)?时间/gu;
const inBrackets = /[([]\s*([\p{L}][\p{L}\s.]{1,30}?)(?:\s+time|时间)?\s*[)\]]/giu;

/** The zone that a line names: right behind the time if there is one, else anywhere. */
function findZone(folded: string, time: TimeMention | null): FoundZone | null {
  const found: FoundZone[] = [];
  const add = (match: RegExpExecArray, named: NamedZone | null, text: string): void => {
    const start = match.index + match[0].indexOf(text);
    if (named !== null)
      found.push({ named, text, span: { start, end: match.index + match[0].length } });
  };
  for (const pattern of zonePatterns) {
    for (const match of folded.matchAll(pattern)) add(match, zoneAbbreviated(match[0]), match[0]);
  }
  for (const pattern of [latinPlace, hanPlace, inBrackets]) {
    for (const match of folded.matchAll(pattern)) {
      const words = match[1] ?? '';
      const place = placesIn(words).find((each) => zoneOfPlace(each) !== null);
      if (place !== undefined) add(match, { zone: zoneOfPlace(place), offset: null }, place);
    }
  }
  const sure = found.filter(({ named }) => named.zone !== null);
  const after = time?.span.end ?? 0;
  const distance = ({ span }: FoundZone): number =>
    span.start >= after ? span.start - after : folded.length + after - span.start;
  const nearest = (sure.length > 0 ? sure : found).toSorted((a, b) => distance(a) - distance(b));
  return nearest[0] ?? null;
}

/** "at nine London" -> itself, "nine London", "London"; of Han characters the same. */
function placesIn(words: string): readonly string[] {
  const parts = /\p{Script=Han}/u.test(words) ? [...words] : words.split(/\s+/);
  const separator = /\p{Script=Han}/u.test(words) ? '' : ' ';
  return parts.map((_, index) => parts.slice(index).join(separator));
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function saysNoMoment({ folded }: Block): boolean {
  return findDates(folded).length === 0 && findTimes(folded).length === 0;
}

/** A line with nothing but a date and a time. */
function isMomentAlone({ folded }: Block): boolean {
  if (folded.length > 80) return false;
  const [date] = findDates(folded);
  if (date === undefined) return false;
  const rest = blanked(folded, date.span);
  const words = /[\p{L}\d]+/gu;
  const others = (
    findTimes(rest)
      .reduce((text, { span }) => blanked(text, span), rest)
      .match(words) ?? []
  ).filter(
    (word) => !filler.test(word) && zoneAbbreviated(word) === null && zoneOfPlace(word) === null,
  );
  return others.length === 0;
}

/** Words around a moment that say nothing more. */
const filler =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|星期[一二三四五六日天]|周[一二三四五六日天]|on|at|the|of|hours|hrs?|local|time|standard|daylight|summer|时间|前|于|在|请|publication|or|and|release|broadcast|online|strictly)$/iu;

/** Up to and with the brackets, stops and stars that end the statement. */
function withClosing(folded: string, end: number): number {
  return end + (/^[\s)\]*_.。:!,"']*/.exec(folded.slice(end))?.[0].length ?? 0);
}

/** Whether a line says nothing but its embargo, labels and weekdays aside. */
function isNothingElse(folded: string, block: Span, statement: Span): boolean {
  const rest = overlaps(block, statement) ? subtractSpans(block, [statement]) : [];
  return rest.every((span) => {
    const text = folded.slice(span.start, span.end);
    const bare = text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
    if (bare === '' || isLabel(bare)) return true;
    return (bare.match(/[\p{L}\d]+/gu) ?? []).every((word) => filler.test(word));
  });
}
