import type { Page, Recogniser, Role } from './page';
import { note } from './page';

/**
 * Blocks that say what kind of paper this is, where it ends, or that decorate. They are dropped:
 * nothing of the release is in them.
 */
const labels: readonly RegExp[] = [
  /^(?:for )?(?:immediate|general|press) release(?: to (?:the )?(?:media|press))?[^\p{L}\p{N}]*$/iu,
  /^(?:press|news|media) (?:release|statement|information)[^\p{L}\p{N}]*$/iu,
  /^(?:news|press|press office|newsroom)[^\p{L}\p{N}]*$/iu,
  /^(?:即时发布|即时发稿|供即时发布|立即发布|新闻稿|新闻通稿|新闻公告|新闻动态)[^\p{L}\p{N}]*$/u,
];

const endMarks: readonly RegExp[] = [
  /^[\s\-–—*#_~.]*(?:ends?|end of (?:press )?release|the end)[\s\-–—*#_~.]*$/i,
  /^[-–—]\s*(?:30|xxx|more)\s*[-–—]$/i,
  /^[(\[]?(?:完|全文完|结束|正文完)[)\]]?$/,
];

const said = /[\p{L}\p{N}]/u;

export function isLabel(folded: string): boolean {
  return folded.length <= 60 && labels.some((label) => label.test(folded));
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
