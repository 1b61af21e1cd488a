import { foldText } from './fold';
import type { Page, Recogniser, Role } from './page';
import { note } from './page';

/**
 * Blocks that say what kind of paper this is, where it ends, or that decorate. They are dropped:
 * nothing of the release is in them.
 */
const labels: readonly RegExp[] = [
  /^(?:for )?(?:immediate|general|press) release(?: to (?:the )?(?:media|press))?$/i,
  /^(?:press|news|media) (?:release|statement|information|advisory|alert|invitation)$/i,
  /^(?:news|press|press office|newsroom)$/i,
  /^(?:供?即时发[布稿]|立即发[布稿]|新闻(?:稿|通稿|公告|公报|动态|资料)|采访(?:邀请|通知)|媒体邀请)$/,
];

const endMarks: readonly RegExp[] = [
  /^[\s\-–—*#_~.]*(?:ends?|end of (?:press )?release|the end)[\s\-–—*#_~.]*$/i,
  /^[-–—]\s*(?:30|xxx|more)\s*[-–—]$/i,
  /^[(\[]?(?:完|全文完|结束|正文完)[)\]]?$/,
];

/** Brackets, stars and other marks around the words. */
const decoration = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const said = /[\p{L}\p{N}]/u;

export function isLabel(folded: string): boolean {
  if (folded.length > 60) return false;
  const words = folded.replace(decoration, '');
  return labels.some((label) => label.test(words));
}

/** Also for a line without a letter or a digit, such as "###" or "* * *". */
function isEndMark(folded: string): boolean {
  if (!said.test(folded)) return true;
  return folded.length <= 60 && endMarks.some((mark) => mark.test(folded));
}

/** "News Release No. 17/2018   Sept. 9, 2018" */
const numbered = /^(?:press|news|media) release\b(?=[^\p{L}]*(?:no\b|nr\b|number\b|#|\d|$))/iu;
const office =
  /\b(?:office|department|division|unit) of\b|\b(?:press|media|news|communications?|public (?:relations|affairs)) (?:office|department|team|service|relations|cent(?:er|re)|room)\b|(?:新闻(?:中心|办公室|处)|宣传部|办公室|公共关系[处部])$/iu;
const organisation =
  /\b(?:university|polytechnic|college|institute|academy|school|museum|hospital|council|foundation|ministry)\b|(?:大学|学院|医院|博物馆|委员会|基金会)$/iu;
const titled = /^(?:\p{Lu}[\p{L}\p{M}.'-]*|of|the|and|for|&|[\p{Script=Han}]+)$/u;
const mostLetterheadLines = 4;
const longestLetterheadLine = 80;

/**
 * The lines above the one that says what the paper is, where they only say whose it is. The archive's
 * own name goes without saying; others stay in the text.
 */
function letterhead(page: Page): readonly (readonly [number, Role])[] {
  const head = page.blocks.slice(0, mostLetterheadLines + 1);
  const at = head.findIndex(({ folded }) => isLabel(folded) || numbered.test(folded));
  const lines = page.blocks.slice(0, Math.max(0, at));
  const roles = lines.map(({ index, folded }): readonly [number, Role | null] => [
    index,
    isOwnName(page, folded) ? 'label' : isLetterheadLine(folded) ? 'letterhead' : null,
  ]);
  return roles.every((one): one is readonly [number, Role] => one[1] !== null) ? roles : [];
}

function isOwnName({ context }: Page, folded: string): boolean {
  const { name, otherNames } = context.institution;
  return [name, ...otherNames].some((one) => foldText(one).toLowerCase() === folded.toLowerCase());
}

function isLetterheadLine(folded: string): boolean {
  if (folded.length > longestLetterheadLine) return false;
  const words = folded.split(/\s+/);
  if (words.length > 8 || !words.every((word) => titled.test(word.replace(/[,;:|]$/, ''))))
    return false;
  return office.test(folded) || organisation.test(folded);
}

export const recogniseLabels: Recogniser = (page: Page): Page => {
  const roles: (readonly [number, Role])[] = [...letterhead(page)];
  for (const { index, folded } of page.blocks) {
    if (page.roles.has(index)) continue;
    if (roles.some(([known]) => known === index)) continue;
    if (isLabel(folded) || isEndMark(folded)) roles.push([index, 'label']);
  }
  return note(page, { roles });
};
