/* `bagit.txt` and `bag-info.txt` (RFC 8493, sections 2.1.1 and 2.2.2). */

export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export interface BagDeclaration {
  readonly version: string;
  readonly encoding: string;
}

const knownVersions: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

/** The declaration, or one sentence that says what is wrong with it. */
export function parseDeclaration(bytes: Buffer): BagDeclaration | string {
  const text = bytes.toString('utf8');
  if (text.startsWith('\ufeff')) return 'bagit.txt begins with a byte-order mark.';
  const [, version, encoding] =
    /^BagIt-Version: (\d+\.\d+)(?:\r\n|[\n\r])Tag-File-Character-Encoding: (\S+)(?:\r\n|[\n\r])*$/u.exec(
      text,
    ) ?? [];
  if (version === undefined || encoding === undefined) {
    return 'bagit.txt does not consist of the two lines that BagIt prescribes.';
  }
  if (!knownVersions.has(version)) return `bagit.txt names an unknown BagIt version, ${version}.`;
  try {
    new TextDecoder(encoding);
  } catch {
    return `bagit.txt names an unknown character encoding, ${encoding}.`;
  }
  return { version, encoding };
}

/** Decodes a tag file; "UTF-16" means the order that the byte-order mark says (RFC 2781). */
export function decodeTagFile(bytes: Buffer, encoding: string): string {
  const bigEndian = /^utf-?16$/iu.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(bigEndian ? 'utf-16be' : encoding).decode(bytes);
}

/** One `label: value` a line; elements without a value are left out, line breaks become spaces. */
export function formatBagInfo(elements: readonly (readonly [string, string])[]): string {
  return elements
    .map(([label, value]) => [label, value.replace(/[\s\p{Cc}]+/gu, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** All values of an element, in order; labels match in any case, as the RFC says. */
export function bagInfoValues(text: string, label: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map((line) => /^([^:\s][^:]*?)\s*:\s*(.*?)\s*$/u.exec(line))
    .filter((match) => match?.[1]?.toLowerCase() === label.toLowerCase())
    .map((match) => match?.[2] ?? '');
}
