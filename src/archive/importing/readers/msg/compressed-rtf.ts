/** What every text begins with before its first letter (MS-OXRTFCP, 2.1.2.1). */
const opening = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const windowBytes = 4096;
const headerBytes = 16;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;
const longest = 64 * 1024 * 1024;

/** Unpacks the rich text of a letter in Outlook's format; what is damaged counts up to there. */
export function unpackedRtf(bytes: Buffer): Buffer {
  if (bytes.length < headerBytes) return Buffer.alloc(0);
  const rawBytes = Math.min(bytes.readUInt32LE(4), longest);
  const kind = bytes.readUInt32LE(8);
  if (kind === uncompressed) return bytes.subarray(headerBytes, headerBytes + rawBytes);
  if (kind !== compressed) return Buffer.alloc(0);
  const window = Buffer.alloc(windowBytes);
  window.set(opening);
  let writeAt = opening.length;
  // A reference of two bytes stands for seventeen at most.
  const text = Buffer.alloc(Math.min(rawBytes, bytes.length * 17));
  let length = 0;
  const put = (byte: number): void => {
    if (length < text.length) text[length++] = byte;
    window[writeAt] = byte;
    writeAt = (writeAt + 1) % windowBytes;
  };
  for (let at = headerBytes; at < bytes.length;) {
    const kinds = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((kinds & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >>> 4;
      if (from === writeAt) return text.subarray(0, length);
      for (let i = 0; i < (reference & 0x0f) + 2; i++) put(window[(from + i) % windowBytes] ?? 0);
    }
  }
  return text.subarray(0, length);
}
