import iconv from 'iconv-lite';
import { compoundOf, type Streams } from './make-compound';

export interface WordParts {
  /** Each is kept as Windows-1252 where it can be, as Word does, else as UTF-16. */
  readonly pieces: readonly string[];
  readonly version?: number;
  readonly flags?: number;
  readonly streams?: Streams;
  /** Claims that the text, and its last piece with it, is this long. */
  readonly length?: number;
  /** Lists the last piece so many times more, each for the same bytes. */
  readonly repeated?: number;
}

const textStart = 1024;

/** A Word 97 document without any formatting. */
export function docOf({
  pieces,
  version = 0xc1,
  flags = 0x0200,
  streams,
  length,
  repeated = 0,
}: WordParts): Buffer {
  const stored = pieces.map((text) => {
    const bytes = iconv.encode(text, 'windows-1252');
    const isWestern = iconv.decode(bytes, 'windows-1252') === text;
    return { text, isWestern, bytes: isWestern ? bytes : Buffer.from(text, 'utf16le') };
  });
  const fib = Buffer.alloc(textStart);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(version, 2);
  fib.writeUInt16LE(flags, 10);
  fib.writeUInt16LE(14, 32);
  fib.writeUInt16LE(22, 62);
  fib.writeUInt16LE(93, 152);
  const listed = [...stored, ...Array.from({ length: repeated }, () => stored.slice(-1)).flat()];
  const letters = listed.reduce((sum, { text }) => sum + text.length, 0);
  fib.writeUInt32LE(length ?? letters, 64 + 3 * 4);
  const clx = Buffer.alloc(5 + 4 + listed.length * 12);
  clx[0] = 2;
  clx.writeUInt32LE(clx.length - 5, 1);
  let [position, offset] = [0, textStart];
  listed.forEach(({ text, isWestern, bytes }, i) => {
    const piece = 5 + (listed.length + 1) * 4 + i * 8;
    clx.writeUInt32LE(isWestern ? (0x40000000 | (offset * 2)) >>> 0 : offset, piece + 2);
    position += text.length;
    if (i < stored.length - 1) offset += bytes.length;
    clx.writeUInt32LE(position, 5 + (i + 1) * 4);
  });
  if (length !== undefined) clx.writeUInt32LE(length, 5 + listed.length * 4);
  fib.writeUInt32LE(0, 154 + 33 * 8);
  fib.writeUInt32LE(clx.length, 154 + 33 * 8 + 4);
  return compoundOf({
    WordDocument: Buffer.concat([fib, ...stored.map(({ bytes }) => bytes)]),
    '1Table': clx,
    ...streams,
  });
}
