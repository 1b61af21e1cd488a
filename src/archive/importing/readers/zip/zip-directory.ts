const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
/** The end of directory has 22 bytes and a comment of at most 65,535. */
const tailBytes = 22 + 0xffff;
const namesLookedAt = 10_000;

/** Whether the first bytes are those of a ZIP: of an entry, or of the end of one without any. */
export function startsAsZip(bytes: Uint8Array): boolean {
  const [p, k, kind, version] = bytes;
  if (p !== 0x50 || k !== 0x4b) return false;
  return (kind === 3 && version === 4) || (kind === 5 && version === 6);
}

/**
 * The names in a ZIP's directory as Latin-1 (ASCII names are what formats are told by), at most
 * 10,000; the first entry's own name where the directory can't be found.
 */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return directoryNames(buffer) ?? firstName(buffer);
}

function directoryNames(buffer: Buffer): readonly string[] | null {
  const end = buffer.lastIndexOf(endOfDirectory);
  if (end < 0 || end < buffer.length - tailBytes || end + 22 > buffer.length) return null;
  const names: string[] = [];
  let at = end - buffer.readUInt32LE(end + 12);
  while (at >= 0 && at + 46 <= end && names.length < namesLookedAt) {
    if (buffer.readUInt32LE(at) !== directoryEntry) break;
    const length = buffer.readUInt16LE(at + 28);
    names.push(buffer.toString('latin1', at + 46, at + 46 + length));
    at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return names.length === 0 ? null : names;
}

function firstName(buffer: Buffer): readonly string[] {
  if (buffer.length < 30 || buffer.readUInt32LE(0) !== localEntry) return [];
  return [buffer.toString('latin1', 30, 30 + buffer.readUInt16LE(26))];
}

/**
 * Documents of offices and books are ZIPs, too (OPC: `[Content_Types].xml`; ODF and EPUB: `mimetype`
 * comes first); their parts are no files of a person.
 */
export function isDocumentPackage(names: readonly string[]): boolean {
  return names.includes('[Content_Types].xml') || names[0] === 'mimetype';
}
