import type { Confidence, Guess } from '../../../shared/parsed-release';
import type { IsoDate } from '../../../shared/release';
import type { Block } from './blocks';
import type { DateMention } from './dates';
import { findDates, isoDate, nearestDate } from './dates';
import type { Page, Recogniser } from './page';
import { freeBlocks, note } from './page';
import { guess, overlaps } from './spans';

/** The event is told at the beginning; what stands further down is background. */
const searchedBlocks = 6;
const searchedLength = 20_000;

const eventWord =
  /\b(?:held|took place|takes? place|taking place|signed|signing|opened|opening|inaugurat\w+|launch\w*|unveil\w+|visit\w*|hosted|hosts|convened|met|celebrat\w+|ceremony|conference|meeting|forum|summit|symposium|seminar|workshop|exhibition|festival|graduation|commencement|lecture|competition|contest|arrived|attended|attend|gathered|kicked? off|began|begins|starts?|started|awarded|presented|handed over|donated|returned|elected|appointed|moved|organi[sz]ed|concluded|established|delegation|tour)\b|举行|举办|召开|签署|签约|揭牌|开幕|闭幕|启动|来访|到访|访问|来校|赴|莅临|参观|考察|调研|座谈|仪式|会议|论坛|大会|研讨|讲座|报告会|开展|成立|颁奖|开学|毕业|比赛|大赛|决赛|落幕|圆满|会见|率队|一行/iu;
const future =
  /\b(?:will|to be held|is to|are to|is scheduled|are scheduled|takes (?:place|up|effect|office)|shall|upcoming|is due)\b|将于|将在|将会|将(?=举[行办]|召开|开|启|\d)|拟于|定于|即将/iu;
const otherYear = /(?:去年|前年|明年|last year)\s*$/i;
const relativeDay =
  /\b(?:today|yesterday|this (?:morning|week|afternoon)|last (?:week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!,? (?:\d|[A-Z][a-z]+ \d))|今天|今日|昨天|昨日|日前|近日/;
/** Deadlines and durations aren't the event. */
const notEvent =
  /(?:\b(?:by|before|until|till|since|after|deadline|born|founded in|dated|updated)\s+(?:the\s+)?(?:\w+day,?\s+)?|截至|截止|早在|之前|起)\s*$/i;

/** "From July 28" is the beginning of something longer, unless the day of its end follows. */
const beginning = /(?:\bfrom\s+(?:the\s+)?(?:\w+day,?\s+)?|[自从])$/i;
const untilWhen =
  /^\s*(?:(?:to|until|till|through|-|–|—|至|到)\s*(?:\w+day,?\s+)?\d|(?:to|until|till|through|-|–|—)\s+(?:\w+day,?\s+)?\p{Lu}\p{Ll}{2,8}\.?\s\d)/u;
const hasRange = /\d\s?(?:-|–|—|to|and|&|至)\s?\d/;

/** "When: Wednesday, 20 November" of an invitation. */
const announced =
  /(?:^|\s)(?:when|(?:event )?date(?: (?:and|&) time)?|time|(?:活动|会议)?(?:时间|日期))\s*:\s*(?:\w+day,?\s+)?$/i;

interface Candidate extends Guess<IsoDate> {
  readonly weight: number;
}

/** When it happened, or will: not the same as when it was published. */
export const recogniseEventDate: Recogniser = (page: Page): Page => {
  const published = page.found.publicationDate?.value ?? null;
  const blocks = freeBlocks(page).slice(0, searchedBlocks);
  const candidates = blocks.flatMap((block, order) => candidatesIn(page, block, order, published));
  const fromHeadline = headlineCandidates(page, published);
  // "today" or "last Friday" is the event; a date further down is another one.
  const first = blocks[0];
  const told =
    first !== undefined &&
    relativeDay.test(first.folded.slice(0, 600)) &&
    candidates.every((one) => one.span.start >= first.span.end);
  const best = told
    ? fromHeadline[0]
    : [...candidates, ...fromHeadline].sort(
        (a, b) => b.weight - a.weight || a.span.start - b.span.start,
      )[0];
  return best && best.weight > 1
    ? note(page, { found: { eventDate: guess(best.value, best.span, best.confidence) } })
    : page;
};

function candidatesIn(
  page: Page,
  block: Block,
  order: number,
  published: IsoDate | null,
): readonly Candidate[] {
  const folded = block.folded.slice(0, searchedLength);
  return findDates(folded, block.span.start)
    .filter((date) => !page.cuts.some((cut) => overlaps(cut, date.span)))
    .flatMap((date) => {
      const start = date.span.start - block.span.start;
      const sentence = sentenceAround(folded, start, date.span.end - block.span.start);
      const before = folded.slice(Math.max(0, start - 30), start);
      const value = valueOf(date, published, future.test(sentence));
      if (value === null || otherYear.test(before)) return [];
      const end = date.span.end - block.span.start;
      const after = folded.slice(end);
      const weight = weigh(date, folded.slice(start, end), sentence, before, after, order);
      return [{ ...guess(value, date.span, confidenceOf(weight)), weight }];
    });
}

function headlineCandidates(page: Page, published: IsoDate | null): readonly Candidate[] {
  const headline = page.found.headline;
  if (!headline) return [];
  const folded = page.folded.slice(headline.span.start, headline.span.end);
  return findDates(folded, headline.span.start).flatMap((date) => {
    const value = valueOf(date, published, future.test(folded));
    return value === null ? [] : [{ ...guess(value, date.span, 'medium'), weight: 3 }];
  });
}

function valueOf(date: DateMention, published: IsoDate | null, announced: boolean): IsoDate | null {
  if (date.year !== null) return isoDate(date.year, date.month, date.day);
  return published === null ? null : nearestDate(date, published, announced ? 'after' : 'before');
}

function weigh(
  date: DateMention,
  quoted: string,
  sentence: string,
  before: string,
  after: string,
  order: number,
): number {
  if (announced.test(before)) return 5;
  let weight = order === 0 ? 2 : order === 1 ? 1 : 0;
  if (eventWord.test(sentence)) weight += 3;
  if (
    /\b(?:on|held|for)\s+(?:the\s+(?:\w+\s+){0,2}of\s+)?(?:\w+day,?\s+|the\s+)?$/i.test(before) ||
    /[于在]$/.test(before)
  )
    weight += 1;
  if (/^\s*(?:上午|下午|晚|中午|[,，至])/.test(after) || /(?:^|[.。]\s*)$/.test(before))
    weight += 1;
  if (beginning.test(before) && !untilWhen.test(after) && !hasRange.test(quoted)) return -1;
  if (notEvent.test(before) || /^\s*(?:之前|以前|前|起|以来)/.test(after)) return -1;
  if (!date.sure) weight -= 2;
  return order >= 2 ? weight - 2 : weight;
}

function confidenceOf(weight: number): Confidence {
  if (weight >= 5) return 'high';
  return weight >= 4 ? 'medium' : 'low';
}

function sentenceAround(folded: string, start: number, end: number): string {
  const before = folded.slice(Math.max(0, start - 300), start);
  const after = folded.slice(end, end + 400);
  const from =
    /(?:[。！？!?]|[a-z\d)"]\.\s(?=[A-Z"]))(?!.*(?:[。！？!?]|[a-z\d)"]\.\s(?=[A-Z"])))/s.exec(
      before,
    );
  // The date itself can be the last word of its sentence.
  const to = /[。！？!?]|(?:^|[a-z\d)"])\.(?=\s+[A-Z"]|\s*$)/.exec(after);
  return (
    before.slice(from ? from.index + from[0].length : 0) +
    folded.slice(start, end) +
    after.slice(0, to ? to.index + 1 : undefined)
  );
}
