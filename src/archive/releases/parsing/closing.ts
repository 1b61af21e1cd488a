import type { Block } from './blocks';
import { wordsOfHeading } from './headline';
import type { Page, Recogniser, Role } from './page';
import { freeBlocks, isRunningText, note } from './page';
import { keepLines } from './quote-block';
import { guess } from './spans';

const about =
  /^(?:[#*_\s【「[]*)(?:About\s+(?!\d)\S|ABOUT\s+(?!\d)\S|关于\S|[\p{Script=Han}A-Za-z]{2,20}简介[:\s]*$)/u;
const longestHeading = 100;
const contactHeading =
  /^[#*_\s【「[-]*(?:(?:for\s+)?(?:media|press|news|public relations|pr|editorial)\s+(?:and\s+\w+\s+)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|relations|queries|information)\b|(?:editors?'?|journalists?'?)\s+contacts?\b|contacts?\s+for\s+(?:the\s+)?(?:media|press|editors|journalists)\b|contacts?(?:\s+(?:details|information|person|us))?[*_]*\s*(?::|$)|for (?:more|further|additional|media|press)\s+(?:information|details|enquiries|inquiries)[^.]{0,60}(?:contact|call|write to|:)|(?:媒体|传媒|新闻|采访|业务)?\s*(?:联系人|联系方式|联系电话|联络人|联络|联系|垂询|查询|咨询|咨询电话)\s*[】」\]]?\s*(?::|$)|媒体联系|新闻联络)/iu;
const contactDetail =
  /@|https?:|www\.|\b(?:tel|phone|mobile|fax|e-?mail|website)\b|电话|手机|邮箱|传真|地址|网址|微信|联系人|\+?\d[\d\s().-]{6,}\d/iu;
const creditOpening = /^[([]?(?:text|photos?|written|文字|摄影|供稿|文\/|图\/)/i;
/** Nobody names more people to call; what comes then is text. */
const mostContactLines = 40;
const longestContactLine = 160;

/** The "About …" part and the press contact, which stand after the text, or the contact above it. */
export const recogniseClosing: Recogniser = (page: Page): Page =>
  recogniseBoilerplate(recogniseContact(page));

function recogniseContact(page: Page): Page {
  const blocks = freeBlocks(page);
  const at = blocks.findIndex((block) => isContactHeading(block));
  const first = blocks[at];
  if (!first) return page;
  const members = [first];
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i];
    const previous = members.at(-1);
    if (!previous || !block || block.index > previous.index + 1) break;
    if (members.length >= mostContactLines) break;
    const goesOn = continuesContact(block, members) || opensContact(blocks.slice(i, i + 4));
    if (!goesOn) break;
    members.push(block);
  }
  const span = { start: first.span.start, end: members.at(-1)?.span.end ?? first.span.end };
  // A heading with nothing under it says nothing about whom to call.
  if (members.length === 1 && !contactDetail.test(first.folded) && !/:\s*\S/.test(first.folded))
    return page;
  const value = keepLines(page.text, span);
  return note(page, {
    found: { mediaContact: guess(value, span, 'high') },
    roles: asRole(members, 'contact'),
  });
}

function isContactHeading({ folded }: Block): boolean {
  return folded.length <= 400 && contactHeading.test(folded.slice(0, 200));
}

function continuesContact(block: Block, members: readonly Block[]): boolean {
  const { folded } = block;
  if (folded.length > longestContactLine || block.kind === 'heading' || about.test(folded))
    return false;
  if (creditOpening.test(folded)) return false;
  if (contactDetail.test(folded)) return true;
  const isSentence = /[.。!?！？]$/.test(folded) && folded.split(' ').length > 6;
  const hasDetail = members.some((member) => contactDetail.test(member.folded));
  return !isSentence && folded.length <= 80 && (!block.afterGap || !hasDetail);
}

/** A second person to call: a short line, and under it, without a gap, where to reach them. */
function opensContact(blocks: readonly Block[]): boolean {
  const [first, ...rest] = blocks;
  if (!first || first.folded.length > 80 || first.kind !== 'text' || about.test(first.folded))
    return false;
  if (creditOpening.test(first.folded) || /[.。!?！？;；]$/.test(first.folded)) return false;
  const gap = rest.findIndex((block) => block.afterGap);
  const under = gap === -1 ? rest : rest.slice(0, gap);
  return under.some(
    ({ folded }) => folded.length <= longestContactLine && contactDetail.test(folded),
  );
}

function recogniseBoilerplate(page: Page): Page {
  const blocks = freeBlocks(page);
  const firstText = blocks.findIndex((block) => isRunningText(block));
  const at = blocks.findIndex(
    (block, i) =>
      firstText !== -1 &&
      i > firstText &&
      isAboutHeading(block, blocks[i + 1]) &&
      isClosing(blocks.slice(i)),
  );
  const first = blocks[at];
  if (!first) return page;
  const members: Block[] = [];
  for (const block of blocks.slice(at)) {
    if (
      members.length > 0 &&
      /^[([](?:text|photo|written|文|图|摄|供稿|记者|通讯员|.{0,16}(?:摄|文\/图)[)\]]$)/i.test(
        block.folded,
      )
    )
      break;
    if (
      members.length > 0 &&
      /^(?:文字|摄影|图片|供稿|撰稿|作者|文\/|图\/|text|photos?(?:graphs)?)\s*[:/]|^(?:written|photos?|text) by\b/i.test(
        block.folded,
      )
    )
      break;
    members.push(block);
  }
  const values = members.map((block) => {
    const span = block.kind === 'heading' ? wordsOfHeading(page.text, block.span) : block.span;
    return keepLines(page.text, span).replaceAll('\n', block.kind === 'list' ? '\n' : ' ');
  });
  const last = members.at(-1) ?? first;
  const found = {
    boilerplate: guess(
      values.join('\n\n'),
      { start: first.span.start, end: last.span.end },
      'high',
    ),
  };
  return note(page, { found, roles: asRole(members, 'boilerplate') });
}

/** A heading "About X" over a paragraph, or a paragraph that opens "About X:". */
function isAboutHeading(block: Block, next: Block | undefined): boolean {
  if (!about.test(block.folded)) return false;
  const opens = /^[*_]*(?:About\s[^.:]{2,60}|关于[^。:]{2,30})[*_]*:\s*\S/u.test(block.folded);
  if (opens || block.folded.length > longestHeading) return opens;
  return (
    !/[.。!?！？,，;；]$/.test(block.folded) &&
    next !== undefined &&
    next.kind !== 'heading' &&
    next.folded.length > 20
  );
}

/** Nothing but further "About" parts follows: no other heading opens a section of the text. */
function isClosing(rest: readonly Block[]): boolean {
  return (
    rest.every((block) => (block.kind === 'heading' ? about.test(block.folded) : true)) &&
    rest.length <= 24
  );
}

function asRole(blocks: readonly Block[], role: Role): readonly (readonly [number, Role])[] {
  return blocks.map((block) => [block.index, role] as const);
}
