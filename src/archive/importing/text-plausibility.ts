import iconv from 'iconv-lite';

/** Control characters that no text has, and the sign of a failed decoding. */
export const controls = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g;

/** The characters that make up half of all Chinese text, simplified and traditional. */
const common = new Set(
  '的一是不了在人有我他这中大来上个国和也子时道说出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从合作位届院校业务部市区省长教育技术签署协议深圳北京上海这個國來時說會對著裡過發經當與學進種將還見從業務長教協議這為後們麼點開關問題電動實現應該體機構報導記者們請謝網誌號頁資訊聯絡中文編碼'.split(
    '',
  ),
);

/**
 * From 0 to 1: how far a decoded text looks like Chinese. Wrongly decoded bytes give rare
 * characters; half of the Han characters of a real text are among the few hundred commonest.
 */
export function hanPlausibility(text: string): number {
  const bad = count(text, /[\ufffd\ue000-\uf8ff]/g) + count(text, controls);
  const han = text.match(/[\u3400-\u9fff]/g) ?? [];
  const odd = count(text, /[\u0370-\u052f\u2500-\u257f\u3041-\u30ff\u3105-\u312f]/g);
  if (han.length === 0) return 0;
  const usual = han.filter((character) => common.has(character)).length / han.length;
  const level1 = han.filter((character) => isFirstLevel(character)).length / han.length;
  // The end of the sample can cut a character in two.
  if (bad > 1 + han.length * 0.02) return 0;
  return Math.max(
    0,
    Math.min(1, usual * 2.2) * 0.7 +
      level1 * 0.3 -
      (odd / han.length) * 0.5 -
      isolation(text) * 0.8,
  );
}

/** Row 16 to 55 of GB 2312: the 3,755 characters in use, in the order of their sound. */
function isFirstLevel(character: string): boolean {
  const [lead = 0, trail = 0] = iconv.encode(character, 'gb18030');
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
}

/** Share of Han characters that stand alone inside Latin words, as an accented letter would. */
function isolation(text: string): number {
  const han = count(text, /[\u3400-\u9fff]/g);
  const alone = count(
    text,
    /(?<=[a-z])[\u3400-\u9fff](?=[a-z\s.,])|(?<=\s)[\u3400-\u9fff](?=[a-z])|(?<=[a-z])[\u3400-\u9fff]{1,2}(?=[a-z])/gi,
  );
  return han === 0 ? 0 : alone / han;
}

/** From 0 to 1: how far the letters beyond ASCII stand where accents and quotes stand in words. */
export function westernPlausibility(text: string): number {
  const high = count(text, /[\u0080-\uffff]/g);
  const undefinedCodes = count(text, /[\u0080-\u009f\ufffd]/g);
  if (high === 0) return 1;
  if (undefinedCodes > high * 0.02) return 0;
  const asciiLetters = count(text, /[a-z]/gi);
  const placed = count(
    text,
    /(?<=[a-z])[ß-öø-ÿœšž](?![À-ÿ]{2})|[À-ÖØ-Þß-öø-ÿŒŠŽœšž](?=[a-z])|(?<=[A-Z])[À-ÖØ-Þ]|[‘’“”„‚«»–—…•·§©®°£€¢¿¡´\u00a0ªº½¼¾²³±×™]/g,
  );
  const density = high / Math.max(1, asciiLetters + high);
  return Math.max(0, (placed / high) * (density > 0.35 ? 0.4 : 1) - (density > 0.5 ? 0.3 : 0));
}

export function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
