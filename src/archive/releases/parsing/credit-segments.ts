import type { Span } from '../../../shared/parsed-release';
import type { Credit } from '../../../shared/release';
import { splitNameAndOrganisation } from './credit-names';
import type { Page } from './page';
import { trimSpan } from './spans';

/** One "Text by A from B" of a credit line. */
export interface CreditSegment {
  readonly of: 'text' | 'photo' | 'both' | 'other';
  readonly credit: Credit;
  readonly span: Span;
}

const textRole =
  'text|story|words|article|reporting|report|reported|reporters?|correspondents?|writers?|authors?|contributors?|written|文字|文稿|撰文|撰稿人?|供稿人?|作者|文';
const photoRole =
  'photos?|photographs?|photography|photographers?|pictures?|images?|摄影|摄像|图片来源|图片提供|图片|照片|供图|图|摄';
const bothRole =
  '(?:text|story|words)\\s?(?:and|&|/)\\s?(?:photos?|photographs?|photography|pictures?|images?)|(?:photos?|pictures?|images?)\\s?(?:and|&|/)\\s?(?:text|story|words)|文\\s?[/、和]?\\s?图|图\\s?[/、和]?\\s?文';
const otherRole =
  'edited|(?:executive |copy )?editors?|proofreaders?|proofread|reviewers?|reviewed|translators?|translated|translation|video|编辑|责任编辑|责编|编审|校对|初审|复审|终审|审核|审稿|核稿|排版|美编|翻译|视频';
const startOf = '(?<=^|[\\s(\\[,;|.·/、;)])';
const hanReporter = '(?:本报|本网|校报|校园|见习|实习|学生|特约|全媒体)?(?:记者|通讯员)';
const role = new RegExp(
  `${startOf}(?:(?<both>${bothRole})|(?<other>${otherRole})|(?<text>${textRole})|(?<photo>${photoRole}))(?:\\s(?:credits?|courtesy))?\\s*(?:by\\b\\s*:?|©|(?::|/)?\\s*courtesy of\\b|:|/)\\s*|${startOf}(?:(?<photoAlone>摄影|摄像)|(?<textAlone>撰稿|供稿|文字))\\s+|(?<reporter>${startOf}(?<![:/]\\s?)${hanReporter}\\s*[:/]?\\s*)`,
  'giu',
);
const takenAfter =
  /^(?<who>[^:()]{2,40}?)\s*[/\s]\s*(?<what>文\s?[/、]?\s?图|图\s?[/、]?\s?文|摄影报道|供稿|撰稿|文|摄影|摄|供图|图)$/u;
const officeAndName =
  /^[\p{Script=Han}]{2,16}(?:部|处|院|系|室|中心|办|学院|局|馆|会|所|团委|公司|集团)\s+[\p{Script=Han}·]{2,4}(?:[\s、][\p{Script=Han}·]{2,4}){0,3}$/u;
const latinName =
  /^(?:the |dr\.? |prof\.? )?\p{Lu}[\p{L}\p{M}.'-]*(?:[\s,/&-]+(?:\p{Lu}[\p{L}\p{M}.'-]*|of|the|for|and|from|at|de|van|von|da|\([^)]*\)))*\)?$/u;

/**
 * Reads a span as a credit line: every part with its role, or nothing where it isn't one. A `whole`
 * block must open with its first credit; a part of a block may not have other words either.
 */
export function readCredits(page: Page, span: Span, whole: boolean): readonly CreditSegment[] {
  const folded = page.folded.slice(span.start, span.end).replace(/[\r\n]/g, ' ');
  const inner = /^[\s([*_]*/.exec(folded)?.[0].length ?? 0;
  const end = folded.length - (/[\s)\].。*_]*$/.exec(folded)?.[0].length ?? 0);
  const content = folded.slice(inner, end);
  const base = span.start + inner;
  const prefixed = readPrefixed(page, content, base);
  if (prefixed.length > 0) return prefixed;
  const bracketed = /^[([]/.test(folded);
  return readTaken(page, content, base, bracketed || !whole);
}

function readPrefixed(page: Page, content: string, base: number): readonly CreditSegment[] {
  const marks = [...content.matchAll(role)];
  if (marks[0]?.index !== 0) return [];
  const segments = marks.map((mark, i): CreditSegment => {
    const start = mark.index + mark[0].length;
    const end = marks[i + 1]?.index ?? content.length;
    const whole = trimSpan(page.text, { start: base + mark.index, end: base + end });
    const names = page.text.slice(base + start, base + end).replace(/\s+/g, ' ');
    const credit = splitNameAndOrganisation(
      names,
      /courtesy/i.test(mark[0]) ? 'organisation' : 'name',
    );
    return { of: roleOf(mark.groups), credit, span: trimEndMarks(page.folded, whole) };
  });
  return segments.every(({ credit, of }) => of === 'other' || isPlausible(credit)) &&
    segments.some(({ of }) => of !== 'other')
    ? segments
    : [];
}

/** "张三 摄", "宣传部 张三 文/图", and "宣传部 张三" alone in brackets. */
function readTaken(
  page: Page,
  content: string,
  base: number,
  alone: boolean,
): readonly CreditSegment[] {
  if (!/\p{Script=Han}/u.test(content) || content.length > 60) return [];
  const pieces = readPieces(page, content, base, alone, /[;,，；]/g);
  return pieces.length > 0 ? pieces : readPieces(page, content, base, alone, /[;,，；]|\s{2,}/g);
}

function readPieces(
  page: Page,
  content: string,
  base: number,
  alone: boolean,
  parting: RegExp,
): readonly CreditSegment[] {
  const segments: CreditSegment[] = [];
  const seams = [...content.matchAll(parting)];
  for (let i = 0; i <= seams.length; i++) {
    const before = seams[i - 1];
    const span = trimSpan(page.text, {
      start: base + (before ? before.index + before[0].length : 0),
      end: base + (seams[i]?.index ?? content.length),
    });
    const text = page.folded.slice(span.start, span.end);
    // "国际处 供稿  图/李梅": said before the name in one piece, behind it in another.
    const prefixed = i > 0 ? readPrefixed(page, text, span.start) : [];
    if (prefixed.length > 0) {
      segments.push(...prefixed);
      continue;
    }
    const taken = takenAfter.exec(text);
    const who = taken?.groups?.['who'] ?? (alone && officeAndName.test(text) ? text : null);
    if (who === null) return [];
    const named = page.plain.slice(span.start, span.start + who.length);
    const credit = splitNameAndOrganisation(named, 'name');
    if (!isPlausible(credit)) return [];
    segments.push({ of: takenWhat(taken?.groups?.['what']), credit, span });
  }
  return segments;
}

function takenWhat(what: string | undefined): CreditSegment['of'] {
  if (what === undefined) return 'text';
  if (what === '摄影报道' || (what.includes('文') && what.includes('图'))) return 'both';
  return /供稿|撰稿|文/.test(what) ? 'text' : 'photo';
}

function roleOf(groups: Record<string, string | undefined> | undefined): CreditSegment['of'] {
  if (groups?.['both'] !== undefined) return 'both';
  if (groups?.['photo'] !== undefined || groups?.['photoAlone'] !== undefined) return 'photo';
  return groups?.['other'] !== undefined ? 'other' : 'text';
}

/** Names of people and offices, not a sentence. */
function isPlausible({ name, organisation }: Credit): boolean {
  if (name === '' && organisation === '') return false;
  return [name, organisation].every((part) => {
    if (part === '') return true;
    if (/\p{Script=Han}/u.test(part))
      return part === organisation
        ? part.length <= 30
        : part.split('、').every((one) => one.length <= 4 || /·|[A-Za-z]/.test(one));
    return part.length <= 120 && latinName.test(part) && part.split(/\s+/).length <= 14;
  });
}

function trimEndMarks(folded: string, span: Span): Span {
  let { end } = span;
  while (end > span.start && /[\s,;|/·、()*_]/.test(folded[end - 1] ?? '')) end--;
  return { start: span.start, end };
}
