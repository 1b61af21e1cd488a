import type { Confidence, Guess, Span } from '../../../shared/parsed-release';
import type { IsoDate } from '../../../shared/release';
import type { Block } from './blocks';
import { isoDate } from './dates';
import { splitNameAndOrganisation } from './credit-names';
import type { Findings, Page, Recogniser, Role } from './page';
import { isRunningText, note } from './page';
import { joinLines } from './quote-block';
import type { ReleaseLinePart } from './release-line';
import { readReleaseLine } from './release-line';
import { guess, trimSpan } from './spans';

/** How many blocks a title page can have, and how many lines can follow the text. */
const headBlocks = 12;
const tailBlocks = 12;

const whenOfEvent = /^(?:date(?: (?:and|&) time)?|time|when|(?:活动|会议)?(?:时间|日期))\s*:/i;
const whereOfEvent = /^(?:where|venue|place|location|(?:活动|会议)?(?:地点|地址|场地))\s*:/i;

interface PublicationLine {
  readonly block: Block;
  readonly parts: readonly ReleaseLinePart[];
  readonly atTop: boolean;
  readonly labelled: boolean;
}

/** Finds the lines that say when, by whom and where the release was published. */
export const recognisePublication: Recogniser = (page) => {
  const lines = findLines(page);
  const dates = lines.flatMap((line) => datesOf(line));
  const best = dates.find(({ confidence }) => confidence === 'high') ?? dates[0];
  // A line with another date than the chosen one stays in the text: nothing else keeps that date.
  const told = lines.filter((line) => datesOf(line).every(({ value }) => value === best?.value));
  const result = told.reduce((before, line) => noteLine(before, line), page);
  return best ? note(result, { found: { publicationDate: best } }) : result;
};

function findLines(page: Page): readonly PublicationLine[] {
  const firstText = page.blocks.findIndex((block) => isRunningText(block));
  const headEnd = Math.min(headBlocks, firstText === -1 ? headBlocks : firstText);
  const lines: PublicationLine[] = [];
  for (const block of page.blocks) {
    const atTop = block.index < headEnd;
    if (!atTop && block.index < page.blocks.length - tailBlocks) continue;
    if (page.roles.has(block.index) || block.folded.length > 200 || block.kind === 'list') continue;
    if (isWhenOfEvent(page, block)) continue;
    const parts = readReleaseLine(block.folded, block.span.start);
    const line = { block, parts, atTop, labelled: startsLabelled(parts) };
    if (isPublicationLine(line)) lines.push(line);
  }
  return lines;
}

/** "时间：…" or "Date: …" beside a line that says where: of an event, not of the paper. */
function isWhenOfEvent(page: Page, { index, folded }: Block): boolean {
  return (
    whenOfEvent.test(folded) &&
    [page.blocks[index - 1], page.blocks[index + 1]].some(
      (other) => other !== undefined && whereOfEvent.test(other.folded),
    )
  );
}

function isPublicationLine({ block, parts, atTop, labelled }: PublicationLine): boolean {
  const has = (is: ReleaseLinePart['is']) => parts.some((part) => part.is === is);
  const date = parts.find((part) => part.is === 'date');
  const dated = date?.date?.year != null;
  if (!dated) {
    // "By Jane Roe" and "来源：党委宣传部" on lines of their own.
    const alone = parts.length > 0 && !has('else') && !has('date') && (has('by') || has('source'));
    return alone && (atTop ? block.folded.length <= 120 : has('source') && !has('by'));
  }
  if (!has('else')) return true;
  return labelled && atTop;
}

/** A label right before the date: "Published: 12 March 2021". */
function startsLabelled(parts: readonly ReleaseLinePart[]): boolean {
  const date = parts.findIndex((part) => part.is === 'date');
  return (
    date > 0 &&
    parts.slice(0, date).every(({ is }) => is === 'label' || is === 'weekday' || is === 'time')
  );
}

function noteLine(page: Page, line: PublicationLine): Page {
  const { block, parts } = line;
  const used = new Set(parts.filter(({ is }) => is !== 'else' && is !== 'by' && is !== 'source'));
  const chosen = datesOf(line)[0];
  for (const part of parts) {
    if (part.is === 'by' && !part.value) used.add(part);
    if (part.is === 'date' && part.start !== chosen?.span.start) used.delete(part);
  }
  const roles: [number, Role][] = [[block.index, 'publication']];
  const found: Partial<{ -readonly [K in keyof Findings]: Findings[K] }> = {};
  const by = parts.find((part) => part.is === 'by' && part.value);
  if (by?.value && !page.found.byline) {
    const start =
      /^by\b/i.test(page.folded.slice(by.start, by.end)) || isHanRole(page, by)
        ? by.start
        : by.value.start;
    const span = trimSpan(page.text, { start, end: by.end });
    const value = joinLines(page.text, span);
    if (/\p{L}/u.test(page.text.slice(by.value.start, by.value.end))) {
      found.byline = guess(value, span, 'high');
      used.add(by);
    }
    if (isAuthorLabel(page, by) && !page.found.textCredit) {
      const credit = splitNameAndOrganisation(
        page.text.slice(by.value.start, by.value.end),
        'name',
      );
      if (credit.name || credit.organisation) found.textCredit = guess(credit, span, 'medium');
    }
  }
  const source = parts.find((part) => part.is === 'source' && part.value);
  if (source?.value && !page.found.textCredit) {
    const span = trimSpan(page.text, source.value);
    const credit = splitNameAndOrganisation(joinLines(page.text, span), 'organisation');
    if (credit.organisation || credit.name) {
      // "Source: Publicity Department Author: Li Si" is one person and where he works.
      const name = found.textCredit?.value.name;
      const whole =
        name && credit.name === '' ? { name, organisation: credit.organisation } : credit;
      found.textCredit = guess(whole, span, 'medium');
      used.add(source);
    }
  }
  return note(page, { roles, found, cuts: [...used].map(({ start, end }) => ({ start, end })) });
}

function isHanRole(page: Page, by: ReleaseLinePart): boolean {
  return /^(?:记者|通讯员)/.test(page.folded.slice(by.start, by.end));
}

function isAuthorLabel(page: Page, by: ReleaseLinePart): boolean {
  return /^(?:written by|author|reporter|correspondent|contributor|作者|撰稿|供稿)/i.test(
    page.folded.slice(by.start, by.end),
  );
}

function datesOf(line: PublicationLine): readonly Guess<IsoDate>[] {
  const date = line.parts.find((part) => part.date?.year != null)?.date;
  if (date?.year == null) return [];
  const span: Span = date.span;
  return [guess(isoDate(date.year, date.month, date.day), span, confidenceOf(line, date.sure))];
}

function confidenceOf(line: PublicationLine, sure: boolean): Confidence {
  if (!sure) return 'low';
  if (line.labelled || line.atTop) return 'high';
  return 'medium';
}
