import type { Span } from '../../../shared/parsed-release';
import type { Credit } from '../../../shared/release';
import type { Block } from './blocks';
import { splitNameAndOrganisation } from './credit-names';
import type { Page } from './page';
import { trimSpan } from './spans';

/** Who took the photo, said at the end of its caption. */
export interface CaptionCredit {
  readonly credit: Credit;
  readonly span: Span;
  /** With its brackets: what the caption's own words end before. */
  readonly outer: Span;
}

const inBrackets =
  /\s*[([](?:(?:photo|photograph|picture|image|pic)s?(?:\s+credits?)?\s*(?:by|:|courtesy of|©)\s*:?\s*|(?:credit|©|摄影|图片|照片|图|摄|供图)\s*[:/]?\s*)([^()[\]]{2,80})[)\]][.。]?$/iu;
const hanTaker = /\s*\(([^()]{2,30}?)\s*[/]?\s*(?:摄影|摄|供图|图|图片)\)[.。]?$/u;
const hanTakerOpen =
  /[\s。]+((?:[\p{Script=Han}]{2,12}\s)?[\p{Script=Han}]{2,4})\s?[/]?\s?(?:摄影|摄|供图)$/u;
const hanLabelled =
  /(?:[\s。,;]+)(?:摄影|摄像|图片来源|图片提供|图片|照片|供图|图|摄)\s*[:/]\s*([^:()]{2,40}?)[)\]]?$/u;
const afterCaption =
  /(?:\s[|–—-])?\s+(?:photo|picture|image|photograph)s?(?:\s+credits?)?\s*(?:by\s|:|courtesy of|©)\s*:?\s*([^.:;()[\]]{2,60})\.?[)\]]?$/iu;
/** A sign of copyright, or "Credit:" where a sentence has ended. */
const signed =
  /(?:\s[|–—-])?(?:\s*©|(?<=[.!?。"')|–—-])\s+credits?\s*:)\s*([^.:;()[\]]{2,60})\.?[)\]]?$/iu;

export function findCaptionCredit(page: Page, block: Block): CaptionCredit | null {
  if (block.folded.length > 600) return null;
  for (const pattern of [inBrackets, hanTaker, hanLabelled, hanTakerOpen, afterCaption, signed]) {
    const match = pattern.exec(block.folded);
    const name = match?.[1];
    if (!match || name === undefined) continue;
    const at = match.index + match[0].lastIndexOf(name);
    const span = trimSpan(page.text, {
      start: block.span.start + at,
      end: block.span.start + at + name.length,
    });
    const outer = { start: block.span.start + match.index, end: block.span.end };
    const credit = splitNameAndOrganisation(page.text.slice(span.start, span.end), 'name');
    if (credit.name || credit.organisation) return { credit, span, outer };
  }
  return null;
}
