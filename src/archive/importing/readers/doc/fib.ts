/** Where the parts of a Word document lie in its table stream, as pairs of the FIB (MS-DOC, 2.5.6). */
export const parts = {
  styleSheet: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  commentRefs: 4,
  characterRuns: 12,
  paragraphRuns: 13,
  pieces: 33,
  shapes: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  drawings: 50,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

export interface FileInformation {
  readonly version: number;
  readonly isEncrypted: boolean;
  readonly tableName: '0Table' | '1Table';
  /** Lengths in characters of the texts that lie behind each other. */
  readonly lengths: {
    readonly main: number;
    readonly footnotes: number;
    readonly headers: number;
    readonly macros: number;
    readonly comments: number;
    readonly endnotes: number;
    readonly textBoxes: number;
  };
  /** In bytes within the table stream. */
  place: (part: keyof typeof parts) => { readonly start: number; readonly length: number };
}

/** Word 97. */
export const firstVersion = 0xc1;
const longestText = 0x7fffffff;

/** Reads the beginning of the stream `WordDocument`; null where it's no Word document's. */
export function fileInformation(stream: Buffer): FileInformation | null {
  if (stream.length < 34) return null;
  const identifier = stream.readUInt16LE(0);
  if (identifier !== 0xa5ec && identifier !== 0xa5dc) return null;
  const version = identifier === 0xa5dc ? 0 : stream.readUInt16LE(2);
  const flags = stream.readUInt16LE(10);
  const wordsEnd = 34 + stream.readUInt16LE(32) * 2;
  const longs = wordsEnd + 2;
  const longsEnd = longs + at16(stream, wordsEnd) * 4;
  const pairs = longsEnd + 2;
  const pairCount = at16(stream, longsEnd);
  const length = (index: number): number => {
    const found = at32(stream, longs + index * 4);
    return found > longestText ? 0 : found;
  };
  return {
    version,
    isEncrypted: (flags & 0x0100) !== 0,
    tableName: (flags & 0x0200) !== 0 ? '1Table' : '0Table',
    lengths: {
      main: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      textBoxes: length(9),
    },
    place: (part) => {
      const index = parts[part];
      return index >= pairCount
        ? { start: 0, length: 0 }
        : {
            start: at32(stream, pairs + index * 8),
            length: at32(stream, pairs + index * 8 + 4),
          };
    },
  };
}

function at16(buffer: Buffer, at: number): number {
  return at + 2 <= buffer.length ? buffer.readUInt16LE(at) : 0;
}

function at32(buffer: Buffer, at: number): number {
  return at + 4 <= buffer.length ? buffer.readUInt32LE(at) : 0;
}
