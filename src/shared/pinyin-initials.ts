/*
 * Which letter the pinyin of a Chinese character begins with is told by its place in the order of pinyin
 * that every system has: no table of readings is needed. A character that is read in two ways has the
 * letter of the reading by which dictionaries sort it (重 as in 重量).
 */

/** The first character of each letter in that order; nothing begins with i, u or v. */
const letterStarts: readonly (readonly [string, string])[] = [
  ['a', '吖'],
  ['b', '丷'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '喔'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];
/** Behind it stand characters whose reading the order doesn't know. */
const lastRead = '咗';

const { compare } = new Intl.Collator('zh-CN-u-co-pinyin');
/** A system without the order of pinyin has no letters to offer. */
const knowsPinyin = letterStarts.every(
  ([, start], index) => index === 0 || compare(letterStarts[index - 1]?.[1] ?? '', start) < 0,
);

const han = /\p{Script=Han}/u;
const latin = /[a-z0-9]/;
const letters = new Map<string, string>();

function letterOf(character: string): string {
  const known = letters.get(character);
  if (known !== undefined) return known;
  let letter = '';
  if (knowsPinyin && compare(character, lastRead) <= 0) {
    for (const [each, start] of letterStarts) {
      if (compare(start, character) > 0) break;
      letter = each;
    }
  }
  letters.set(character, letter);
  return letter;
}

/** "szdx" for 深圳大学, "hw5g" for 华为5G; '' for a name without Chinese characters. */
export function pinyinInitials(name: string): string {
  if (!han.test(name)) return '';
  let initials = '';
  for (const character of name.normalize('NFKC').toLowerCase()) {
    if (han.test(character)) initials += letterOf(character);
    else if (latin.test(character)) initials += character;
  }
  return initials;
}

/** Whether initials have what was typed; a single letter must be the first, or nearly every name would fit. */
export function hasInitials(initials: string, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (initials === '' || !/^[a-z][a-z0-9]*$/.test(wanted)) return false;
  return wanted.length === 1 ? initials.startsWith(wanted) : initials.includes(wanted);
}

/** Whether what was typed stands in a name, or is a piece of its initials. */
export function isNameTyped(name: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || hasInitials(pinyinInitials(name), wanted);
}
