import type { OrganisationCandidate } from './organisation';
import { pointsForMentions } from './organisation';
import { isHanPlace } from './places';

const firm =
  '股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|总公司|分公司|子公司|公司|银行|事务所|合作社';
const suffix = `${firm}|职业技术大学|大学|职业技术学院|学院|研究院|研究所|研究中心|科学院|教育局|[\\p{Script=Han}]{1,12}局|委员会|协会|学会|商会|联合会|医院|基金会|博物馆|美术馆|图书馆|出版社|电视台|人民政府|政府|教育部|科技部|商务部|工信部|[\\p{Script=Han}]{2,9}厅|管委会|总工会|中学|小学|幼儿园|科技园|产业园|开发区`;
const named = new RegExp(
  `^[\\p{Script=Han}A-Za-z0-9()·]{2,26}?(?:${suffix})(?:\\([^()]{1,10}\\))?(?:${firm}|出版社)*`,
  'u',
);
const isFirm = new RegExp(`(?:${firm})(?:\\([^()]{1,10}\\))?$`, 'u');
/** Marks and words at which a name can't go on. */
const cut =
  /[、,，。.;；:：“”"'《》!?！？\s—–]|以及|同(?=[^济])|由|在|对|向|被|支持|全力|依托|按照|通过|根据|围绕|以(?!色|诺|岭)|为(?=了)|携手|联合(?!会|国|大学)|牵手|的|了|来自|赴|走进|到访|是|将|签署|签约|签订|举行|举办|召开|出席|参观|访问|考察|会见|邀请|感谢|欢迎|来校|我校|我院|本校|双方|日前|近日|今天|今日|上午|下午|当天|年|月|日(?!本|报|用|照|立)|获得?|入选|受/u;
/** Words that stand beside "和" inside a name: "人力资源和社会保障局", "医药和健康产业研究院". */
const subject =
  '资源|信息|医药|文化|发展|建设|教育|科学|技术|科技|经济|管理|卫生|健康|工程|农业|工业|住房|规划|自然|材料|能源|环境|设计|艺术|体育|旅游|电子|通信|国际|生物|生命|物理|化学|数学|商务|贸易|市场|监督|安全|社会|改革|城乡|交通|运输|水利|林业|海洋|食品|药品|计算机|智能|机械|制造|人才|就业|法律|金融|政治|公共|民族|宗教|退役|应急|新能源|数字|数据|软件|网络|传媒|出版|养老|护理|中医|检测|认证|创新|创业|服务';
const and = new RegExp(
  `(?<!${subject})(?:与|和(?!平|谐|县|田)|及(?!时|格))|(?:与|和|及)(?!${subject})`,
  'u',
);
const adverbs =
  '(?:正式|成功|隆重|日前|今日|昨日|近日|在[\\p{Script=Han}]{2,8}|共同|全面|再次|首次|校企|产学研)*';
const withWhom = new RegExp(
  `(?:与|和|同(?!时|学|样|等|期|比|一|心)|携手|联合|牵手)([\\p{Script=Han}A-Za-z0-9()·]{2,26}?)${adverbs}(?:签署|签约|签订|战略合作|深化|达成|合作|共建|举行|举办|联合|携手|联手|开展|就|交流|共商|共谋|成立|推进|打造|启动|建立)`,
  'gu',
);
/** A name without a kind, such as "华为", is believed where something is signed. */
const bareName =
  /^(?:[\p{Script=Han}]{2,6}|[A-Za-z][A-Za-z0-9.&-]{1,20}|[A-Za-z0-9]{2,10}[\p{Script=Han}]{1,4})$/u;
const signing = /(?:签署|签约|签订|战略合作|达成|共建|联手|合作)$/u;
const bothSides =
  /^([\p{Script=Han}A-Za-z0-9()·]{2,22}?)(?:与|和|携手|牵手)[^,，]{2,40}(?:签|合作|共建|达成|联合|共同)/u;
const partnerWord =
  /合作|共建|联合|携手|签约|签署|协议|共同|牵手|赞助|支持|捐赠|协办|承办|主办|举办|参加|代表团|来访|校企/u;
const generic =
  /^(?:公司|集团|大学|学院|学校|银行|协会|医院|研究院|中心|政府|委员会|董事会|理事会|企业|高校|各[\p{Script=Han}]+|[我本该全各两多]?[\p{Script=Han}]?(?:校|院|公司|集团|大学|学院|局|厅|部门|单位)|二级学院|高等学校|地方政府|有关部门|双方|大家|同学|老师|学生|校企|社会|行业|产业|国际|国内|党委|.*(?:自己|我们|他们|她们|终于|已经|[才刚能要让教不没])(?:.*)?学会|.*(?:产业学院|现代学院|报告厅|会议厅|展厅|演播厅|宴会厅|餐厅)|[\p{Script=Han}]{1,3}(?:结局|布局|格局|当局|结果))$/u;
const office = /(?:宣传部|组织部|教务处|科研处|办公室|人事处|学生处|党委|工会|团委)$/;

/** Grammar and verbs: a piece of a sentence, not a name. */
const running =
  /[了等的是也将让使把]|进行|培养|深入|开展|各方|以下|以上|今年|去年|目前|学生|老师|仪式|揭牌|容纳|[一二三四五六七八九十百千万\d][余多]?[名个位所家项]|期间|时候|共建|企业家|代表|人员|嘉宾|领导/u;

interface Evidence {
  points: number;
  inHeadline: boolean;
  isIssuer: boolean;
}

/**
 * Organisations that a Chinese text names, by their endings and by who signs with whom; `people` who
 * sign are none.
 */
export function findHanOrganisations(
  headline: string,
  blocks: readonly string[],
  people: ReadonlySet<string>,
): readonly OrganisationCandidate[] {
  const known = new Map<string, Evidence>();
  const add = (name: string, points: number, inHeadline: boolean, isIssuer = false) => {
    const clean = name
      .replace(/^[应受](?![急用])(?=\p{Script=Han}{3})/u, '')
      .replace(/^(?:我校|我院|本校|该|各|一家|多家)/u, '')
      .replace(/^[()·]+|[(·]+$/g, '');
    if (
      clean.length < 2 ||
      people.has(clean) ||
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
    for (const { name, sentence } of namesIn(text)) {
      const company = partnerWord.test(sentence) ? 1 : 0;
      add(name, (isFirm.test(name) ? 4 : 3) + company, inHeadline);
    }
    for (const match of text.matchAll(withWhom)) {
      const name = match[1] ?? '';
      const whole = named.exec(name.split(and)[0] ?? '')?.[0];
      if (whole) add(whole, 5, inHeadline);
      else if (bareName.test(name) && signing.test(match[0])) add(name, 4, inHeadline);
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

/** The names with a kind ("…公司", "…大学") of a text, each with its sentence. */
function namesIn(text: string): readonly { readonly name: string; readonly sentence: string }[] {
  return text.split(/[。!?！？]/).flatMap((sentence) =>
    sentence
      .split(cut)
      .flatMap((piece) => piece.split(and))
      .flatMap((piece) => {
        const name = named.exec(piece)?.[0];
        return name ? [{ name, sentence }] : [];
      }),
  );
}
