import iconv from 'iconv-lite';
import { hanPlausibility } from '../../text-plausibility';

interface RawName {
  readonly bytes: Uint8Array;
  /** Bit 11 of the entry's flags, or a name in the Info-ZIP extra field. */
  readonly isUtf8: boolean;
}

/**
 * The names of a ZIP's entries as text, '/' between folders. Where nothing says how they are written
 * it's UTF-8 if all of them can be, else what the names together look most like: GB18030, Big5 (both
 * as Windows writes them in China) or CP437, which is the format's own.
 */
export function decodeNames(names: readonly RawName[]): readonly string[] {
  const encoding = encodingOf(names.filter((name) => !name.isUtf8).map((name) => name.bytes));
  return names.map(({ bytes, isUtf8 }) =>
    iconv.decode(bytes, isUtf8 ? 'utf-8' : encoding).replaceAll('\\', '/'),
  );
}

function encodingOf(names: readonly Uint8Array[]): string {
  const unsure = names.filter((name) => name.some((byte) => byte >= 0x80));
  if (unsure.every(isUtf8)) return 'utf-8';
  const sample = Buffer.concat(unsure.flatMap((name) => [name, Buffer.from('\n')])).subarray(
    0,
    65536,
  );
  const scores = ['gb18030', 'big5'].map((encoding) => ({
    encoding,
    score: hanPlausibility(iconv.decode(sample, encoding)),
  }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score > Math.max(0.25, letterShare(sample))
    ? best.encoding
    : 'cp437';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * How many of the bytes beyond ASCII would be letters with accents in CP437, standing in a word. Two
 * of them in a row are rare in Western names and the rule in Chinese ones.
 */
function letterShare(sample: Uint8Array): number {
  const text = iconv.decode(sample, 'cp437');
  const high = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const placed = text.match(/(?<![^\0-\x7f])[\u00c0-\u00ff](?![^\0-\x7f])/g)?.length ?? 0;
  return high === 0 ? 0 : placed / high;
}

const clutter =
  /(?:^|\/)(?:__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|\.Spotlight-V100\/.*|\.Trashes\/.*|\.git\/.*)$/i;

/** What systems put into folders for themselves. */
export function isClutter(path: string): boolean {
  return clutter.test(path);
}

/** Whether a name would lead out of the folder into which a ZIP is unpacked. */
export function leadsOut(path: string): boolean {
  return (
    path.startsWith('/') ||
    /^[a-z]:/i.test(path) ||
    path.includes('\0') ||
    path.split('/').some((part) => /^\s*\.\.[\s.]*$/.test(part))
  );
}

/** `a/./b//c` as `a/b/c`. */
export function tidyPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

const inOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** "2.txt" comes before "10.txt". */
export function byName(a: string, b: string): number {
  return inOrder.compare(a, b);
}
