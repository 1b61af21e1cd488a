/**
 * Signs that look like Han characters and are none: fonts of PDFs map glyphs to these radicals, and
 * who searches for the character wouldn't find it. Kangxi radicals have a compatible character in
 * Unicode; of the supplement these few have none there.
 */
const radicals = new Map(
  '⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** Radicals, ligatures of Latin letters, and the signs of vertical writing. */
const compatible = /[\u2e80-\u2fdf\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48]/g;

const betweenHan = /(?<=[\p{Script=Han}，。、；：]) (?=[\p{Script=Han}，。、；：])/gu;

/** Without control characters and private signs, wide blanks as blanks. */
export function tidyText(text: string): string {
  const tidy = text
    .replaceAll(compatible, (sign) => radicals.get(sign) ?? sign.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff]/g, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f]/g, ' ');
  // Characters that were pushed apart to fill a line look as if blanks were between all of them.
  const blanks = tidy.match(betweenHan)?.length ?? 0;
  return blanks * 4 > tidy.length - blanks ? tidy.replaceAll(betweenHan, '') : tidy;
}
