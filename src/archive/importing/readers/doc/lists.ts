const listBytes = 28;
const overrideBytes = 16;
const levelBytes = 28;
const levels = 9;
const bulletFormat = 23;
const noFormat = 255;

type ListKind = 'numbered' | 'bulleted' | 'plain';

/** The lists of a document (MS-DOC, 2.9.131 and 2.9.133). What is damaged counts up to there. */
export class WordLists {
  /** By a list's own number: what stands before its items, level by level. */
  readonly #formats = new Map<number, number[]>();
  readonly #overrides: readonly number[];

  constructor(lists: Buffer, overrides: Buffer) {
    this.#readLists(lists);
    this.#overrides = overridesOf(overrides);
  }

  /** `list` counts from 1, `level` from 0. */
  kindOf(list: number, level: number): ListKind {
    const formats = this.#formats.get(this.#overrides[list - 1] ?? -1);
    const format = formats?.[Math.min(level, formats.length - 1)];
    if (format === noFormat) return 'plain';
    return format === undefined || format === bulletFormat ? 'bulleted' : 'numbered';
  }

  /** Behind the lists lie their levels: one of a simple list, nine of others. */
  #readLists(bytes: Buffer): void {
    if (bytes.length < 2) return;
    const count = Math.min(bytes.readUInt16LE(0), Math.floor((bytes.length - 2) / listBytes));
    let at = 2 + count * listBytes;
    for (let i = 0; i < count; i++) {
      const list = 2 + i * listBytes;
      const isSimple = ((bytes[list + 26] ?? 0) & 1) !== 0;
      const formats: number[] = [];
      for (let level = 0; level < (isSimple ? 1 : levels); level++) {
        if (at + levelBytes + 2 > bytes.length) break;
        formats.push(bytes[at + 4] ?? 0);
        at += levelBytes + (bytes[at + 24] ?? 0) + (bytes[at + 25] ?? 0);
        if (at + 2 > bytes.length) break;
        at += 2 + bytes.readUInt16LE(at) * 2;
      }
      this.#formats.set(bytes.readUInt32LE(list), formats);
    }
  }
}

function overridesOf(bytes: Buffer): number[] {
  if (bytes.length < 4) return [];
  const count = Math.min(bytes.readUInt32LE(0), Math.floor((bytes.length - 4) / overrideBytes));
  return Array.from({ length: count }, (_, i) => bytes.readUInt32LE(4 + i * overrideBytes));
}
