import type { Block } from './blocks';
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
export function isEndMark(folded: string): boolean {
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

/** The lines above the one that says what the paper is, where they only say whose it is. */
function letterhead(page: Page): readonly Block[] {
  const head = page.blocks.slice(0, mostLetterheadLines + 1);
  const at = head.findIndex(({ folded }) => isLabel(folded) || numbered.test(folded));
  const lines = page.blocks.slice(0, Math.max(0, at));
  return lines.every((block) => isLetterheadLine(page, block)) ? lines : [];
}

function isLetterheadLine({ context }: Page, { folded }: Block): boolean {
  if (folded.length > longestLetterheadLine) return false;
  const { name, otherNames } = context.institution;
  const own = [name, ...otherNames].map((one) => foldText(one).toLowerCase());
  if (own.includes(folded.toLowerCase())) return true;
  const words = folded.split(/\s+/);
  if (words.length > 8 || !words.every((word) => titled.test(word.replace(/[,;:|]$/, ''))))
    return false;
  return office.test(folded) || organisation.test(folded);
}

export const recogniseLabels: Recogniser = (page: Page): Page => {
  const roles: [number, Role][] = letterhead(page).map(({ index }) => [index, 'label']);
  for (const { index, folded } of page.blocks) {
    if (page.roles.has(index)) continue;
    if (isLabel(folded) || isEndMark(folded)) roles.push([index, 'label']);
  }
  return note(page, { roles });
};
