/** The bytes of hexadecimal digits; whatever stands between them is passed over. */
export function ofHex(parts: readonly Buffer[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0) / 2 + 1);
  let length = 0;
  let half = -1;
  for (const part of parts) {
    for (const byte of part) {
      const digit = digitOf(byte);
      if (digit < 0) continue;
      if (half < 0) half = digit;
      else {
        bytes[length++] = half * 16 + digit;
        half = -1;
      }
    }
  }
  return bytes.slice(0, length);
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
