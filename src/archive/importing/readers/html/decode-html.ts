import { decodeText, type DecodedText } from '../../text-encoding';
import { requireDecoded } from '../file-errors';

type Decoded = Extract<DecodedText, { ok: true }>;

/** HTML says its encoding in its first kilobytes (the standard asks for 1024 bytes). */
const prescanBytes = 8 * 1024;

/**
 * A page's text: by its mark, what was chosen, what came with it (`told`, a label or '') or what it says
 * of itself where that holds, its bytes.
 */
export function decodeHtml(
  name: string,
  bytes: Uint8Array,
  chosen: string | null,
  told = '',
): Decoded {
  if (chosen !== null || startsWithMark(bytes)) {
    return requireDecoded(name, decodeText(bytes, chosen ?? undefined));
  }
  for (const declared of [told === '' ? null : knownLabel(told), declaredEncoding(bytes)]) {
    if (declared === null) continue;
    const decoded = decodeText(bytes, declared);
    if (decoded.ok && !isMistaken(decoded.text)) return decoded;
  }
  return requireDecoded(name, decodeText(bytes));
}

function startsWithMark([a, b, c]: Uint8Array): boolean {
  return (
    (a === 0xef && b === 0xbb && c === 0xbf) ||
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff)
  );
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, prescanBytes)).toString('latin1');
  const found =
    /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head) ??
    /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head);
  const label = found?.[1]?.toLowerCase() ?? null;
  // As the encoding standard has it: what could be read as ASCII so far is no UTF-16.
  if (label === null) return null;
  return label.startsWith('utf-16') ? 'utf-8' : knownLabel(label);
}

/** The superset of GB2312 in its place: pages that say so use characters of the newer sets. */
function knownLabel(label: string): string {
  const known = label.trim().toLowerCase();
  return /^(?:gb_?2312(?:-80)?|gbk|x-gbk|csgb2312)$/.test(known) ? 'gb18030' : known;
}

/** More than one character in a thousand that the encoding doesn't have. */
function isMistaken(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    if (++count > 4 + text.length / 1000) return true;
  }
  return false;
}
