import { basename } from 'node:path';
import { visibleText } from '../../../shared/visible-text';
import { bestLegacyEncoding } from '../legacy-encoding';
import iconv from 'iconv-lite';

/*
 * File systems of Linux hold names of any bytes, and archives that were unpacked from old Windows have them
 * in GBK or Latin-1. Here such a path is text in which every byte that isn't UTF-8 is a lone half of a
 * character, U+DC80 to U+DCFF (as Python has it, PEP 383): it can be joined, split and compared like any
 * other, and leads back to the very bytes.
 */

const oddByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

/** A name as the system gave it. */
export function pathOfBytes(bytes: Uint8Array): string {
  const whole = utf8(bytes);
  if (whole !== null) return whole;
  let path = '';
  for (let at = 0; at < bytes.length;) {
    const character = characterAt(bytes, at);
    path += character?.text ?? String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += character?.bytes ?? 1;
  }
  return path;
}

/** The path as the system takes it. */
export function systemPath(path: string): string | Buffer {
  return hasOddBytes(path) ? bytesOf(path) : path;
}

export function hasOddBytes(path: string): boolean {
  return oddByte.test(path);
}

/** The path as a person reads it, each of its names in the encoding that it is most likely in. */
export function legiblePath(path: string): string {
  return hasOddBytes(path) ? path.split('/').map(legibleName).join('/') : path;
}

/** The last name of a path, as a person reads it. */
export function nameOfPath(path: string): string {
  return legibleName(basename(path));
}

function legibleName(name: string): string {
  if (!hasOddBytes(name)) return name;
  const bytes = bytesOf(name);
  const guess = bestLegacyEncoding(bytes);
  if (guess !== null) return iconv.decode(bytes, guess.encoding);
  const shown = [...name].map((character) =>
    oddByte.test(character) ? `\\x${(character.charCodeAt(0) - 0xdc00).toString(16)}` : character,
  );
  return visibleText(shown.join(''));
}

function bytesOf(path: string): Buffer {
  return Buffer.concat(
    [...path].map((character) =>
      oddByte.test(character)
        ? Buffer.of(character.charCodeAt(0) - 0xdc00)
        : Buffer.from(character),
    ),
  );
}

function characterAt(
  bytes: Uint8Array,
  at: number,
): { readonly text: string; readonly bytes: number } | null {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    const text = utf8(bytes.subarray(at, at + length));
    if (text !== null) return { text, bytes: length };
  }
  return null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
