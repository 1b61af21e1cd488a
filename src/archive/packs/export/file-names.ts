/*
 * File names that Windows, macOS and Linux all take, made of titles in any script. Only letters,
 * marks and digits stay, so no separator, wildcard or control character can get through.
 */

/** Names of devices; Windows refuses them as files, with any ending. */
const deviceName = /^(?:con|prn|aux|nul|conin|conout|clock|(?:com|lpt)[0-9¹²³])$/u;

/**
 * The words of a title joined by hyphens: NFC, lower case, at most `maximumBytes` in UTF-8, or
 * `fallback` where no letter or digit remains.
 */
export function slug(title: string, maximumBytes: number, fallback: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    // Invisible characters (joiners, emoji selectors) would make two names look the same.
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/(^|-)\p{M}+/gu, '$1')
    .replace(/-{2,}/gu, '-');
  const cut = trimHyphens(cutToBytes(trimHyphens(words), maximumBytes));
  if (cut === '') return fallback;
  return deviceName.test(cut) ? `${cut}-${fallback}` : cut;
}

/** The longest beginning that fits, without cutting a character or its accents apart. */
function cutToBytes(text: string, maximumBytes: number): string {
  if (Buffer.byteLength(text) <= maximumBytes) return text;
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und').segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maximumBytes) break;
    kept += segment;
  }
  const lastHyphen = kept.lastIndexOf('-');
  // A whole last word reads better than half of one, unless the words are long, as in Chinese.
  return text[kept.length] !== '-' && lastHyphen > kept.length * 0.6
    ? kept.slice(0, lastHyphen)
    : kept;
}

function trimHyphens(text: string): string {
  return text.replace(/^-+|-+$/gu, '');
}

/** 1 of 12 is "01": names sort as the pack is ordered. */
export function ordinal(number: number, count: number): string {
  return String(number).padStart(Math.max(2, String(count).length), '0');
}

/** The calendar day at this computer, `YYYY-MM-DD`. */
export function localDate(instant: Date): string {
  const year = String(instant.getFullYear()).padStart(4, '0');
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  const day = String(instant.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
