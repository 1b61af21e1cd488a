import chardet from 'chardet';
import iconv from 'iconv-lite';
import { hanPlausibility, westernPlausibility } from './text-plausibility';

interface Candidate {
  readonly encoding: string;
  readonly score: number;
}

/**
 * The likeliest of the encodings in which Chinese and English press releases were kept before
 * UTF-8: GB18030, Big5, Windows-1252. Null where none gives a plausible text.
 */
export function bestLegacyEncoding(
  sample: Uint8Array,
): { readonly encoding: string; readonly sure: boolean } | null {
  const guesses = new Map(
    chardet.analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]),
  );
  const candidates: Candidate[] = [];
  const add = (encoding: string, plausibility: number, names: readonly string[]) => {
    if (plausibility <= 0) return;
    const second = Math.max(0, ...names.map((name) => guesses.get(name) ?? 0));
    candidates.push({ encoding, score: plausibility + second * 0.3 });
  };
  add('gb18030', hanPlausibility(iconv.decode(sample, 'gb18030')), ['gb18030', 'gb2312', 'gbk']);
  add('big5', hanPlausibility(iconv.decode(sample, 'big5')), ['big5']);
  add('windows-1252', westernPlausibility(iconv.decode(sample, 'windows-1252')), [
    'windows-1252',
    'iso-8859-1',
  ]);
  candidates.sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (!best || best.score < 0.3) return null;
  return { encoding: best.encoding, sure: best.score - (second?.score ?? 0) > 0.25 };
}
