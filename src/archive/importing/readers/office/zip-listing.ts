/** Whether the first bytes are those of an entry. */
export function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Names within a ZIP, as its central directory lists them; null where there is no directory. */
export function zipListing(bytes: Uint8Array, most = 10_000): readonly string[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end record is 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16).
  const earliest = Math.max(0, buffer.length - 22 - 0xffff);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < earliest || end + 22 > buffer.length) return null;
  const names: string[] = [];
  let at = buffer.readUInt32LE(end + 16);
  while (names.length < most && at + 46 <= buffer.length) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) break;
    const nameLength = buffer.readUInt16LE(at + 28);
    names.push(buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return names;
}
