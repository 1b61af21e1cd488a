import type { ReleaseLanguage } from '../../../shared/release';

const sampleLength = 20_000;
const functionWords = new Set(
  'the of and to in is for with that was by on from as at an it be are has have will this'.split(
    ' ',
  ),
);

/** 'zh' where Han characters dominate, 'en' where English function words are as usual, else 'und'. */
export function detectLanguage(text: string): ReleaseLanguage {
  const sample = text.slice(0, sampleLength);
  const han = count(sample, /[\u3400-\u9fff\uf900-\ufaff]/g);
  const kana = count(sample, /[\u3041-\u30ff]/g);
  const words = sample.toLowerCase().match(/\p{L}[\p{L}\p{M}']*/gu) ?? [];
  const latin = words.filter((word) => !/[\u3041-\u9fff\uac00-\ud7a3]/.test(word));
  if (han + kana > latin.length) return kana * 10 > han ? 'und' : 'zh';
  const common = latin.filter((word) => functionWords.has(word)).length;
  const usual = latin.length < 20 ? 0.1 : 0.15;
  return latin.length > 0 && common / latin.length >= usual ? 'en' : 'und';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
