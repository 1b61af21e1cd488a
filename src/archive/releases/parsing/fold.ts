import { inSimplifiedHan } from '../../search/han-variants';

/**
 * What the recognisers read: plain forms, and simplified characters for traditional ones, one UTF-16
 * unit for one, so that an offset means the same as in the text that they quote.
 */
export function foldText(text: string): string {
  return inSimplifiedHan(foldForms(text));
}

/**
 * The text with every full-width form, unusual space and unusual dash or quote replaced by its plain
 * ASCII twin, one UTF-16 unit for one.
 */
export function foldForms(text: string): string {
  return text.replace(
    /[\u00a0\u1680\u2000-\u200d\u2010-\u2012\u2018\u2019\u201c\u201d\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/g,
    foldUnit,
  );
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2010 && code <= 0x2012) return '-';
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0x201c || code === 0x201d) return '"';
  return ' ';
}

/** Whether a UTF-16 unit is a Han character of the basic plane or its extension A. */
export function isHan(unit: string | undefined): boolean {
  return unit !== undefined && /[\u3007\u3400-\u9fff\uf900-\ufaff]/.test(unit);
}

/** Width on a terminal or in a mail: Han, kana, Hangul and full-width forms take two columns. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i++) columns += isWide(text.charCodeAt(i)) ? 2 : 1;
  return columns;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}
