import iconv from 'iconv-lite';
import { bestLegacyEncoding } from './legacy-encoding';
import { controls, count, hanPlausibility } from './text-plausibility';

export type DecodedText =
  | {
      readonly ok: true;
      /** Without its byte order mark. */
      readonly text: string;
      /** WHATWG name, in small letters. */
      readonly encoding: string;
      /** False where another encoding would also have given a text. */
      readonly sure: boolean;
    }
  | { readonly ok: false; readonly reason: 'empty' | 'binary' | 'unsure' };

/** Judged by its beginning, in bytes; only UTF-8 is checked to the last byte. */
const sampleBytes = 256 * 1024;

/**
 * Decodes the bytes of a text file, by its byte order mark or by what its bytes can only be. An
 * encoding that is `forced` (WHATWG name) is taken at its word. Fails with 'empty' where there is
 * nothing but blanks, 'binary' where it's no text, 'unsure' where no encoding gives plausible text
 * or the forced one is unknown.
 */
export function decodeText(bytes: Uint8Array, forced?: string): DecodedText {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (forced !== undefined) {
    return iconv.encodingExists(forced)
      ? decodedAsTold(bytes, forced.toLowerCase())
      : { ok: false, reason: 'unsure' };
  }
  const marked = encodingOfMark(bytes);
  if (marked !== null) return decoded(bytes, marked, true);
  const sample = bytes.subarray(0, sampleBytes);
  const wide = wideEncoding(sample);
  if (wide !== null) return decoded(bytes, wide.encoding, wide.sure);
  if (isBinary(sample)) return { ok: false, reason: 'binary' };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return withText(utf8, 'utf-8', true);
  const best = bestLegacyEncoding(sample);
  if (best === null) return { ok: false, reason: 'unsure' };
  return decoded(bytes, best.encoding, best.sure && !canBeWideHan(sample));
}

function decoded(bytes: Uint8Array, encoding: string, sure: boolean): DecodedText {
  return withText(iconv.decode(bytes, encoding), encoding, sure);
}

function decodedAsTold(bytes: Uint8Array, encoding: string): DecodedText {
  const text = iconv.decode(bytes, encoding);
  if (isBlankText(text)) return { ok: false, reason: 'empty' };
  return { ok: true, text, encoding, sure: true };
}

function isBlankText(text: string): boolean {
  return !/[^\s\0\u200b\u2060\ufeff]/.test(text);
}

function withText(text: string, encoding: string, sure: boolean): DecodedText {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (isBlankText(plain)) return { ok: false, reason: 'empty' };
  const isText =
    plain.length < 8 ||
    count(plain.slice(0, sampleBytes), controls) / Math.min(plain.length, sampleBytes) < 0.02;
  return isText ? { ok: true, text: plain, encoding, sure } : { ok: false, reason: 'binary' };
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  // A UTF-32 mark starts like one of UTF-16; the two zeros after it tell them apart.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: in Latin text every second byte is zero; line breaks and blanks are everywhere. */
function wideEncoding(
  sample: Uint8Array,
): { readonly encoding: string; readonly sure: boolean } | null {
  if (sample.length < 4) return null;
  const even = sample.subarray(0, sample.length - (sample.length % 2));
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < even.length; i += 2) {
    if (even[i] === 0) evenZeros++;
    if (even[i + 1] === 0) oddZeros++;
  }
  if (evenZeros + oddZeros === 0) return null;
  const encoding = oddZeros > evenZeros ? 'utf-16le' : 'utf-16be';
  const [few, many] = [Math.min(evenZeros, oddZeros), Math.max(evenZeros, oddZeros)];
  if (few * 20 > many) return null;
  const sure = few === 0 && many * 4 > even.length;
  return isPlausible(iconv.decode(even, encoding)) ? { encoding, sure } : null;
}

/** UTF-16 without a mark and without a blank or a line break has no zeros: a headline in Chinese. */
function canBeWideHan(sample: Uint8Array): boolean {
  if (sample.length % 2 !== 0) return false;
  return ['utf-16le', 'utf-16be'].some(
    (encoding) => hanPlausibility(iconv.decode(sample, encoding)) > 0.5,
  );
}

const signatures = [
  '%PDF-',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xff\xd8\xff',
  '\x89PNG',
  'GIF8',
  '\x7fELF',
  '\xd0\xcf\x11\xe0',
  'RIFF',
  '7z\xbc\xaf',
  'Rar!',
  '\x1f\x8b',
  '{\\rtf',
];

function isBinary(sample: Uint8Array): boolean {
  const opening = Array.from(sample.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
  if (signatures.some((signature) => opening.startsWith(signature))) return true;
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && !isTextControl(byte)) control++;
  }
  return control > 2 && control / sample.length > 0.01;
}

/** Tab, line breaks, form feed, end of file (DOS), escape. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isPlausible(text: string): boolean {
  const bad =
    count(text, controls) + count(text, /[\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])/g);
  return bad <= text.length * 0.01 && /[\s\p{L}\p{N}]/u.test(text);
}
