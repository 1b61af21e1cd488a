import type { Credit } from '../../../shared/release';
import { inSimplifiedHan } from '../../search/han-variants';

const hanOffice =
  /(?:部|处|院|系|室|中心|办|学院|大学|公司|集团|局|馆|会|所|科|社|团委|工会|党委|支部|学校|医院|报|台|网|站|组|委|厅)$/;
/** What somebody is; whom they work for can stand before it: "新华社记者". */
const reporter = /^([\p{Script=Han}]{0,8}?)(?:特约|见习|实习|学生|全媒体)?(?:记者|通讯员)$/u;
const ownPaper = /^(?:本[报网台刊社校]|校[报园]|我[校院])?$/;
const latinOffice =
  /\b(?:office|department|school|faculty|college|university|polytechnic|academy|hospital|institute|centre|center|bureau|ministry|agency|division|unit|team|press|publicity|communications?|relations|affairs|news|media|photos?|images|group|company|inc|ltd|gmbh|association|council|museum|library|foundation)\b/i;

/**
 * Takes "Zhang Lei from Department of Publicity", "Ann Lee/Riverside University" or "教务处 张三"
 * apart. `alone` says what a single name is where nothing tells: a person or an organisation.
 */
export function splitNameAndOrganisation(credit: string, alone: keyof Credit): Credit {
  const text = credit
    .replace(/^[\s,;:.·|/：，；、。()（）[\]*_-]+|[\s,;:·|/：，；、。()（）[\]*_-]+$/gu, '')
    .replace(/(?<=\p{Ll}{3})(?<!Corp)\.$/u, '');
  if (text === '') return { name: '', organisation: '' };
  return /\p{Script=Han}/u.test(text) ? splitHan(text, alone) : splitLatin(text, alone);
}

function splitLatin(text: string, alone: keyof Credit): Credit {
  if (alone === 'organisation') return { name: '', organisation: text };
  const from =
    /^(.+?)(?:\s+(?:from|of|at|for)\s+|\s*[,/|]\s*|\s+[-–—]\s+|\s*\((?=[^()]+$))(?:the\s+)?(.+)$/i.exec(
      text,
    );
  const first = from?.[1]?.trim() ?? '';
  const second = from?.[2]?.replace(/[()]/g, '').trim() ?? '';
  const wholeIsOffice =
    latinOffice.test(first) &&
    /\s(?:of|for)\s/i.test(text) &&
    !/[,/|(]|\sfrom\s|\sat\s/i.test(text);
  if (!from || wholeIsOffice) return nameOrOffice(text, latinOffice.test(text), alone);
  if (latinOffice.test(first) && !latinOffice.test(second) && !/\sfrom\s/i.test(text)) {
    return { name: second, organisation: first };
  }
  // "Jane Roe, John Doe" are two people, not one and her employer.
  if (/^[^/|]*,/.test(text) && !latinOffice.test(second) && looksLikeName(second))
    return { name: text, organisation: '' };
  return { name: first, organisation: second };
}

function splitHan(text: string, alone: keyof Credit): Credit {
  const words = text.split(/[\s\u3000/／|,，、;；（）()]+/u).flatMap((word) => {
    const employer = reporter.exec(inSimplifiedHan(word))?.[1];
    if (employer === undefined) return word === '' ? [] : [word];
    return ownPaper.test(employer) ? [] : [word.slice(0, employer.length)];
  });
  const isOffice = (word: string) =>
    (hanOffice.test(inSimplifiedHan(word)) || word.endsWith('社')) && word.length >= 3;
  const offices = words.filter(isOffice);
  const names = words.filter((word) => !isOffice(word));
  if (offices.length === 0 && alone === 'organisation') return { name: '', organisation: text };
  return { name: names.join('、'), organisation: offices.join(' ') };
}

function nameOrOffice(text: string, isOffice: boolean, alone: keyof Credit): Credit {
  return isOffice || alone === 'organisation'
    ? { name: '', organisation: text }
    : { name: text, organisation: '' };
}

function looksLikeName(text: string): boolean {
  return /^\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*){1,3}$/u.test(text);
}
