import type { Block } from './blocks';
import type { Page } from './page';
import { isRunningText } from './page';

/** From this much evidence on, a short block is a caption and not a paragraph or a subheading. */
export const captionThreshold = 4;

const announced =
  /^(?:[▲△▼▽◆■□↑↓◀▶←→]\s*|[[(]?\s*(?:photo|picture|image|caption|photo caption|pictured(?: above| below)?|figure|fig\.)\s*\d{0,3}\s*[.:]\s*|pictured\b|in (?:the|this) (?:photo|picture)\b|图(?:片)?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,2})?\s*[:]\s*|图(?:\d{1,3}|[一二三四五六七八九十])[\s、.]|(?:上|下|左|右|本)?图(?:片)?(?:为|是|中)|图说\s*:|(?:图|照)片说明\s*:?)/iu;
const positions =
  /\((?:from |pictured |second |third |front |back |far |cent(?:er|re) ?)*(?:left|right|cent(?:er|re)|middle|front|back|above|below)(?: to right| row)?\)|\b(?:from left|left to right|l-r|l to r|front row|back row|second from (?:left|right))\b|[(]?(?:左起|右起|从左至右|左[一二三四五六]|右[一二三四五六]|前排|后排|居中|左|右|中|前|后)[)]|(?:左起|右起|从左至右|前排左|前排右)/iu;
/** What people do in front of a camera. */
const sceneVerb =
  /\b(?:delivers?|delivered|gives?|gave|signs?|signed|sign|shakes?|shook|shake|poses?|posed|pose|attends?|attended|attend|speaks?|spoke|speak|presents?|presented|receives?|received|receive|unveils?|unveiled|unveil|cuts?|cut|visits?|visited|visit|tours?|toured|tour|meets?|met|meet|shows?|showed|views?|viewed|exchanges?|exchanged|exchange|addresse[sd]|address|hosts?|hosted|chairs?|chaired|holds?|held|hold|hands?|handed|hand|accepts?|accepted|stands?|stood|stand|demonstrates?|demonstrated|inspects?|inspected|watch(?:es|ed)?|lights?|lit|welcomes?|welcomed|introduces?|introduced|took|takes|perform(?:s|ed)?|celebrates?|celebrated|celebrate|opens?|opened|plants?|planted|works?|working|works on|gather(?:s|ed)?|discuss(?:es|ed)?|launch(?:es|ed)?|awards?|awarded|looks?|looking|explains?|explained|(?:giving|delivering|speaking|addressing|signing|visiting|touring|presenting|unveiling|cutting|shaking|posing|awarding|receiving|watching|listening|exchanging|handing|attending|introducing|hosting|performing|holding|accepting|demonstrating|inspecting|welcoming|explaining|discussing|testing|measuring|practi[cs]ing|competing|singing|dancing|playing|reading|planting)|at work|in action|on stage|on display|on board|was held|were held|is seen|are seen|was unveiled|was signed)\b/;
const sceneNoun =
  /^(?:(?:a |the )?(?:[\p{L}-]+ )?(?:group (?:photo|picture)|photos?|pictures?|scenes?|ceremony|venue|banquet|rehearsal|panorama)\b|(?:a |the )?(?:signing ceremony|opening ceremony|closing ceremony|ceremony|venue|award ceremony|scene|site|view|aerial view|interior|exterior|close-up|portrait|participants|guests|delegates|visitors|students|staff|members|representatives|contestants|prize winners|winners|an artist|artist's impression|rendering|exchange of (?:gifts|souvenirs|views)|gift exchange|(?:campus|lab(?:oratory)?|factory|workshop|guided) (?:tour|visit)|(?:conference|meeting|event|activity|exhibition|competition|construction) (?:site|scene|hall)|on-?site|unveiling|ribbon[- ]cutting|plaque|speech by)\b)/iu;
/** "Students to test full-size blades" announces; it's written under headlines, not under photos. */
const announcing = /^\p{Lu}\S*(?:\s\S+){0,4}?\sto\s\p{Ll}{3,}/u;
const hanSceneEnd =
  /(?:致辞|致词|讲话|发言|主持|主持(?:会议|仪式|活动)|作(?:主题|专题|主旨)?(?:报告|发言|演讲|讲话|介绍|分享)|授课|演讲|合影|合影留念|合照|留影|现场|会场|签约|签署(?:协议|合作协议|战略合作协议)?|签字|揭牌|揭幕|剪彩|颁奖|授牌|授旗|参观|考察|调研|座谈|交流|握手|会见|会谈|赠书|(?:互赠|互换|交换)(?:纪念品|礼品|礼物|文本|协议书?)?|一角|全景|外景|夜景|实景|效果图|展区|展台|仪式|会议|典礼|特写|剪影|集锦|风采|作品展|讲解|合作签约|代表(?:发言|合影)|比赛|表演|演示|体验|瞬间|掠影|照片)$/u;
const hanSceneVerb =
  /(?:致辞|致词|讲话|发言|主持|合影|签署|签约|揭牌|揭幕|剪彩|颁奖|颁发|授牌|参观|考察|观看|体验|会见|座谈|交流|介绍|展示|操作|正在|进行|向.{2,12}(?:介绍|赠送|颁发)|为.{2,16}(?:颁奖|揭牌|授牌|剪彩|颁发))/u;
/** Something goes on somewhere, with somebody. */
const hanScene2 = /[在把正着与向为从]|[(](?:前|后)[)]|围绕|一起/u;
const hanSlogan =
  /育人|发展|建设|提升|打造|推动|推进|深化|强化|助力|聚焦|坚持|创新|引领|赋能|筑牢|夯实|凝聚|共(?:进|赢|享|谋|创|绘|同体)|携手|同行|未来|使命|担当|成果|成效|特色|优势|背景|意义|目标|举措|亮点|概况|经验|展望|规划|计划|新(?:高地|篇章|格局|路径|模式|动能|征程)/u;
const whereabouts =
  /\s(?:in|at|on|with|beyond|outside|inside|before|during|after|over|above|under|beside|behind|near|from|through|of)\s/;
const finiteVerb = /\b(?:was|were|is|are|has|have)\b|\b[a-z]{3,}ed\b/;
const subheading =
  /^(?:background|overview|summary|introduction|conclusions?|results|key (?:facts|findings|points|messages|figures|dates)|highlights|next steps|notes?(?: to editors?)?|editor'?s? notes?|quotes?|further (?:information|reading)|more information|what|why|how|when|who|where|which|about|contact|references?|funding|related|see also|read more|looking (?:ahead|back|forward)|moving forward|going forward|outlook|in (?:brief|numbers|detail|short)|at a glance|history|the (?:background|challenges?|solution|results?|project|road ahead|way forward)|availability|pricing|specifications|eligibility|downloads?|facts|figures|statistics|disclaimer|forward-looking|timeline|programme?|agenda|participants:?|dear|ladies and|背景|概况|简介|关于|编者按|编者注|注释?|备注|附件|附|相关(?:链接|新闻|阅读)|延伸阅读|下一步|尊敬的|各位|亲爱的|第[一二三四五六七八九十\d]+[章节部条届])/iu;
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|第[一二三四五六七八九十]+)/u;
const pointOfContact = /@|https?:|www\.|\b(?:tel|e-?mail|phone)\b|电话|邮箱/i;

/** Whether the block says itself that it is a caption: "Photo 1: …", "图为…", "▲ …". */
export function isAnnouncedCaption(block: Block): boolean {
  return block.kind === 'text' && block.folded.length <= 600 && announced.test(block.folded);
}

/** "(left)", "from left", "左起": said of people in a picture, and hardly elsewhere. */
export function namesPositions(block: Block): boolean {
  return block.folded.length <= 400 && positions.test(block.folded);
}

/** "Background", "Looking ahead", "一、…": a line that opens a section of the text. */
export function opensSection(block: Block): boolean {
  return block.kind === 'heading' || subheading.test(block.folded) || numbered.test(block.folded);
}

/**
 * How much speaks for a photo caption among the paragraphs: what it says (a scene, in a sentence
 * without its full stop), and where it stands (one short line next to running text). Points are
 * compared with `captionThreshold`; -10 where it can't be one.
 */
export function captionEvidence(page: Page, block: Block): number {
  const { folded } = block;
  const han = /\p{Script=Han}/u.test(folded);
  const impossible =
    block.kind !== 'text' ||
    folded.length > (han ? 70 : 220) ||
    folded.length < (han ? 2 : 8) ||
    block.lines.length > 3 ||
    /[:;,、?!]$/.test(folded) ||
    (/^["'「]/.test(folded) && (/["'」]$/.test(folded) || /\b(?:said|says)\b|说/.test(folded))) ||
    opensSection(block) ||
    pointOfContact.test(folded) ||
    (!han && folded === folded.toUpperCase()) ||
    /^\*\*.+\*\*$/.test(folded);
  if (impossible) return -10;
  return (han ? hanScene(folded) : latinScene(folded)) + placeEvidence(page, block);
}

function latinScene(folded: string): number {
  let points = /[.。]["')]*$/.test(folded) ? -2 : 2;
  const words = folded.split(/\s+/);
  if (namesScene(folded)) points += 2;
  else if (finiteVerb.test(folded) && words.length >= 4) points += 1;
  // A subheading is shorter, and seldom says where.
  else if (words.length >= 7 && whereabouts.test(folded)) points += 1;
  else points -= 1;
  if (positions.test(folded)) points += 4;
  if (announcing.test(folded)) points -= 3;
  if (isTitleCase(words)) points -= 2;
  return points;
}

function namesScene(folded: string): boolean {
  // "A closer look at …" is a heading.
  if (/^An?\s(?:\w+\s)?look\b/i.test(folded)) return false;
  // A verb that opens the line makes an order or a title of it ("Meet the team").
  return sceneNoun.test(folded) || sceneVerb.test(folded.replace(/^\S+\s*/, ''));
}

function hanScene(folded: string): number {
  let points = /[。！]$/.test(folded) ? -2 : 2;
  if (hanSceneEnd.test(folded) || /^(?:参观|考察|走访|观看|体验|合影|现场)/.test(folded))
    points += 2;
  else if (hanSceneVerb.test(folded)) points += 1;
  else if (folded.length >= 11 && hanScene2.test(folded)) points += 1;
  else points -= 1;
  if (hanSlogan.test(folded)) points -= 2;
  if (positions.test(folded)) points += 4;
  return points;
}

function placeEvidence(page: Page, block: Block): number {
  const before = page.blocks[block.index - 1];
  const after = page.blocks[block.index + 1];
  const isText = (other: Block | undefined) => other !== undefined && isRunningText(other);
  // Right under a photo stands its caption, unless a paragraph of the text does.
  if (before && page.roles.get(before.index) === 'photo') return 3;
  if (isText(before) && isText(after)) return 1;
  // Between the date line and the text stands the lead photo; a subheadline stands above the date.
  if (before && page.roles.get(before.index) === 'publication' && isText(after))
    return page.found.photoCredit || page.blocks.some((other) => isAnnouncedCaption(other)) ? 3 : 1;
  if (isText(after) || isText(before)) return 0.5;
  return isPlainLine(before) && isPlainLine(after) ? -1 : 0;
}

function isPlainLine(block: Block | undefined): boolean {
  return block?.kind === 'text' && !announced.test(block.folded);
}

/** Four or more words, nearly all of the longer ones with a capital: a title, not a sentence. */
function isTitleCase(words: readonly string[]): boolean {
  const long = words.slice(1).filter((word) => /^\p{L}{4,}/u.test(word));
  return (
    long.length >= 2 &&
    long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length > 0.75 &&
    !words.some((word) => /^(?:was|were|delivered|signed|attended|spoke|gave)$/.test(word))
  );
}
