import type { OrganisationCandidate } from './organisation';
import { pointsForMentions } from './organisation';
import { isHanPlace } from './places';

const suffix =
  '股份有限公司|有限责任公司|有限公司|集团公司|集团|公司|职业技术大学|大学|职业技术学院|学院|研究院|研究所|科学院|银行|教育局|[\\p{Script=Han}]{1,6}局|委员会|协会|学会|商会|联合会|医院|基金会|博物馆|美术馆|图书馆|出版社|电视台|实验室|人民政府|政府|教育部|科技部|商务部|工信部|[\\p{Script=Han}]{2,4}厅|中学|小学|幼儿园|科技园|产业园';
const named = new RegExp(
  `^[\\p{Script=Han}A-Za-z0-9()·]{2,22}?(?:${suffix})(?:\\([^()]{1,10}\\))?(?:(?:${suffix}))*`,
  'u',
);
/** Marks and words at which a name can't go on. */
const cut =
  /[、,，。.;；:：“”"'《》!?！？\s—–]|与|和(?!平)|以及|及(?=[^时])|同(?=[^济])|由|在|对|向|被|为(?=了)|携手|联合(?!会|国|大学)|牵手|的|了|来自|赴|走进|到访|是|将|签署|签约|签订|举行|举办|召开|出席|参观|访问|考察|会见|邀请|感谢|欢迎|来校|我校|我院|本校|双方|日前|近日|今天|今日|上午|下午|当天|年|月|日|获得?|入选|受/u;
const withWhom =
  /(?:与|和|同|携手|联合|牵手)([\p{Script=Han}A-Za-z0-9()·]{2,22}?)(?:正式|成功|隆重|日前|今日|昨日|近日|在[\p{Script=Han}]{2,8}|共同|全面|再次|首次)*(?:签署|签约|签订|战略合作|深化|达成|合作|共建|举行|举办|联合|携手|联手|开展|就|交流|共商|共谋|成立|推进|打造|启动|建立)/gu;
const bothSides =
  /^([\p{Script=Han}A-Za-z0-9()·]{2,22}?)(?:与|和|携手|牵手)[^,，]{2,40}(?:签|合作|共建|达成|联合|共同)/u;
const generic =
  /^(?:公司|集团|大学|学院|学校|银行|协会|医院|研究院|中心|政府|委员会|董事会|理事会|企业|高校|各[\p{Script=Han}]+|[我本该全各两多]?[\p{Script=Han}]?(?:校|院|公司|集团|大学|学院|局|厅|部门|单位)|二级学院|高等学校|地方政府|有关部门|双方|大家|同学|老师|学生|校企|社会|行业|产业|国际|国内|党委|[\p{Script=Han}]{1,3}(?:结局|布局|格局|当局|结果))$/u;
const office = /(?:宣传部|组织部|教务处|科研处|办公室|人事处|学生处|党委|工会|团委)$/;

/** Grammar and verbs: a piece of a sentence, not a name. */
const running = /[了等的是也将让使把]|进行|培养|人才|深入|开展|各方|以下|以上|今年|去年|目前/u;

interface Evidence {
  points: number;
  inHeadline: boolean;
  isIssuer: boolean;
}

/** Organisations that a Chinese text names, by their endings and by who signs with whom. */
export function findHanOrganisations(
  headline: string,
  blocks: readonly string[],
): readonly OrganisationCandidate[] {
  const known = new Map<string, Evidence>();
  const add = (name: string, points: number, inHeadline: boolean, isIssuer = false) => {
    const clean = name
      .replace(/^(?:我校|我院|本校|该|各|一家|多家)/u, '')
      .replace(/^[()·]+|[(·]+$/g, '');
    if (
      clean.length < 2 ||
      generic.test(clean) ||
      isHanPlace(clean) ||
      office.test(clean) ||
      running.test(clean)
    )
      return;
    const evidence = known.get(clean) ?? { points: 0, inHeadline: false, isIssuer: false };
    known.set(clean, {
      points: Math.min(5, Math.max(evidence.points, points)),
      inHeadline: evidence.inHeadline || inHeadline,
      isIssuer: evidence.isIssuer || isIssuer,
    });
  };
  [headline, ...blocks].forEach((text, i) => {
    const inHeadline = i === 0;
    for (const piece of text.split(cut)) {
      const name = named.exec(piece)?.[0];
      if (name) add(name, 2, inHeadline);
    }
    for (const match of text.matchAll(withWhom)) {
      const name = match[1] ?? '';
      const whole = named.exec(name)?.[0];
      add(whole ?? name, whole ? 5 : 4, inHeadline);
    }
    const issuer = inHeadline ? bothSides.exec(text.slice(0, 80))?.[1] : undefined;
    if (issuer) add(issuer, 2, true, true);
  });
  const all = [headline, ...blocks].join('\n');
  return [...known].flatMap(([name, evidence]) => {
    const count = all.split(name).length - 1;
    if (count === 0) return [];
    const points = evidence.points + pointsForMentions(count) + (evidence.inHeadline ? 2 : 0);
    return [{ name, variants: [], points, isIssuer: evidence.isIssuer }];
  });
}
