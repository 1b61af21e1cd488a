import { TextDecoder } from 'node:util';
import { fileError } from '../file-errors';
import type { PackageParts } from './package-parts';

/**
 * The library keeps every element of a part in memory: 4 MB take 650 MB, 20 MB take 2.6 GB. A
 * release has some ten kilobytes, a book of a thousand pages less than this.
 */
const maxXmlBytes = 12 * 1024 * 1024;

/** A part of XML as text, without its mark; null where there is none. Throws 'file-too-complex'. */
export async function xmlOf(
  name: string,
  parts: PackageParts,
  path: string,
): Promise<string | null> {
  if (parts.sizeOf(path) > maxXmlBytes) throw tooComplex(name);
  const bytes = await parts.read(path);
  if (bytes === null) return null;
  const xml = decoded(bytes).replaceAll('\0', '');
  // Office writes none; entities of one could read other files or grow without end.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw tooComplex(name);
  return xml;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function tooComplex(name: string) {
  return fileError('file-too-complex', name, "is built in a way that can't be read safely.");
}
