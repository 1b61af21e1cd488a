import type { Guess } from '../../../shared/parsed-release';
import type { Person } from '../../../shared/release';
import { hanNameLength, hanNameLengthBefore } from './han-names';
import { guess } from './spans';

const rank =
  '党委书记|党组书记|党工委书记|总支书记|支部书记|党委副书记|党组副书记|纪委书记|副书记|书记|副校长|校长|副院长|院长|副董事长|董事长|副总经理|总经理|副总裁|总裁|首席[\\p{Script=Han}]{1,6}[官家]|副主任|主任|副处长|处长|副部长|部长|副局长|局长|副厅长|厅长|副市长|市长|副区长|区长|副省长|省长|副县长|县长|副镇长|镇长|副主席|主席|副会长|会长|副秘书长|秘书长|副所长|所长|副馆长|馆长|副社长|社长|副台长|台长|总编辑|主编|总工程师|总监|负责人|副教授|教授|副研究员|研究员|院士|讲师|博士|大使|总领事|领事|理事长|副理事长|理事|董事|科长|系主任|班长|队长|经理|工程师|设计师|发言人|创始人|董事会主席|讲席教授|特聘教授';
const titleThenName = new RegExp(`(?:${rank})(?:兼(?:${rank}))?[\\s:]*`, 'gu');
const boundary = /[、,，。.;；:：()（）"“”《》!?！？\s]/u;
/** Words before the office that belong to the sentence and not to the title. */
const leadIn =
  /^.*(?:会上|仪式上|期间|当天|上午|下午|随后|其中|同时|首先|最后|现场|的|由|与(?!信息|法律)|和(?!社会|旅游|改革|信息|健康|科技|技术|发展|体育|就业|合作|管理|文化)|以及|及其?(?!时)|向|请|会见了?|邀请了?|欢迎|感谢|陪同|聘请|聘任|来自|我校|我院|本校|日|(?:出席|参加)(?:活动|仪式|会议|签约仪式)?的?有?|包括|特邀)/u;
const longestTitle = 40;
/** Titles by which people are called; before "市长" stands the town more often than the name. */
const politeTitle =
  /^(?:党委|党总支)?(?:副?(?:校长|院长|教授|研究员|董事长|总经理|总裁|主任|处长|部长|书记|秘书长|会长|所长|馆长)|院士|博士|工程师|总工程师|总监)$/u;
const acts =
  /^(?:$|[、,，。;；(（]|说|表示|指出|介绍|强调|认为|希望|宣布|致|讲|发|主持|代表|率|一行|带|陪同|会见|勉励|作|做|为|在|从|就|对|向|与|和|及|等|围绕|结合|首先|详细|回顾|以|担任|出席|分享|总结|感谢|欢迎|提出|解读|到|赴|来|分别|接受|受聘)/u;

/**
 * "深圳某某大学校长李四" and "王五教授", in the order of the text; named as `plain` writes them, which
 * is as long as `folded`.
 */
export function findHanPeople(
  folded: string,
  plain: string,
  offset: number,
): readonly Guess<Person>[] {
  const people: Guess<Person>[] = [];
  for (const match of folded.matchAll(titleThenName)) {
    const nameStart = match.index + match[0].length;
    const length = hanNameLength(folded.slice(nameStart, nameStart + 24));
    if (length === 0) {
      const called = calledByTitle(folded, plain, match, offset);
      if (called) people.push(called);
      continue;
    }
    const name = plain.slice(nameStart, nameStart + length);
    const titleStart = startOfTitle(folded, match.index);
    const title = plain
      .slice(titleStart, nameStart)
      .trim()
      .replace(/[:\s]+$/u, '');
    people.push(
      guess(
        { name, title },
        { start: offset + titleStart, end: offset + nameStart + length },
        'high',
      ),
    );
  }
  return people;
}

/** "王丽华校长", as people are called once they were introduced. */
function calledByTitle(
  folded: string,
  plain: string,
  rankMatch: RegExpExecArray,
  offset: number,
): Guess<Person> | null {
  const title = rankMatch[0].trim();
  const end = rankMatch.index + title.length;
  if (!politeTitle.test(title) || !acts.test(folded.slice(end, end + 8))) return null;
  const before = folded.slice(Math.max(0, rankMatch.index - 16), rankMatch.index);
  const length = hanNameLengthBefore(before);
  if (length === 0) return null;
  const start = rankMatch.index - length;
  return guess(
    {
      name: plain.slice(start, rankMatch.index),
      title: plain.slice(rankMatch.index, end),
    },
    { start: offset + start, end: offset + end },
    'medium',
  );
}

function startOfTitle(folded: string, rankStart: number): number {
  let start = rankStart;
  const earliest = Math.max(0, rankStart - longestTitle);
  while (start > earliest && !boundary.test(folded[start - 1] ?? '')) start--;
  // "党委副书记、校长李四": an office before the mark belongs to the same person.
  const before = folded.slice(earliest, start);
  const office = new RegExp(
    `(?:^|[，,。；;、\\s])([^、,，。；;：:\\s]{0,24}(?:${rank}))、$`,
    'u',
  ).exec(before);
  if (office?.[1]) start = earliest + office.index + office[0].length - office[1].length - 1;
  const lead = leadIn.exec(folded.slice(start, rankStart))?.[0].length ?? 0;
  return start + lead;
}
