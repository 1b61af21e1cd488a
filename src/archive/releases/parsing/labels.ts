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

export const recogniseLabels: Recogniser = (page: Page): Page => {
  const roles: [number, Role][] = [];
  for (const { index, folded } of page.blocks) {
    if (page.roles.has(index)) continue;
    if (isLabel(folded) || isEndMark(folded)) roles.push([index, 'label']);
  }
  return note(page, { roles });
};
