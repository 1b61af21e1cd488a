/** WHATWG names of the encodings that releases come in. */
export const textEncodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
] as const;

/** As people write it: "UTF-8", "Big5", "Windows-1252". */
export function encodingName(encoding: string): string {
  const name = encoding.toUpperCase();
  return asWritten.find((written) => written.toUpperCase() === name) ?? name;
}

const asWritten = ['Big5', 'Windows-1252', 'Shift_JIS'];

/** What a kept file begins with, read in an encoding. */
export interface EncodingReading {
  /** WHATWG name, in small letters. */
  readonly encoding: string;
  /** null where it gives no text. */
  readonly firstLine: string | null;
}
