import { roleOfStyle, type ParagraphRole } from '../office/styles';
import { paragraphProperties, plainParagraph, type ParagraphProperties } from './properties';

interface WordStyle {
  readonly role: ParagraphRole;
  readonly base: number;
  readonly paragraph: ParagraphProperties;
}

/** Numbers under which every Word knows its own styles, in whatever language it names them. */
const builtIn = new Map<number, ParagraphRole>([
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => [level, Math.min(6, level)] as const),
  [34, 'caption'],
  [62, 'title'],
  [76, 'date'],
]);
const mostBases = 16;
const noBase = 0xfff;

/** The styles of a document (MS-DOC, 2.9.271). What is damaged counts up to there. */
export class StyleSheet {
  readonly #styles: readonly (WordStyle | null)[];

  constructor(bytes: Buffer) {
    this.#styles = stylesOf(bytes);
  }

  roleOf(style: number): ParagraphRole {
    return this.#first(style, ({ role }) => role);
  }

  /** What the style says where the paragraph itself doesn't. */
  listOf(style: number): number | null {
    return this.#first(style, ({ paragraph }) => paragraph.list);
  }

  listLevelOf(style: number): number | null {
    return this.#first(style, ({ paragraph }) => paragraph.listLevel);
  }

  #first<T>(style: number, value: (style: WordStyle) => T | null): T | null {
    let number = style;
    for (let i = 0; i < mostBases; i++) {
      const found = this.#styles[number];
      if (found == null) return null;
      const said = value(found);
      if (said !== null) return said;
      number = found.base;
    }
    return null;
  }
}

function stylesOf(bytes: Buffer): (WordStyle | null)[] {
  if (bytes.length < 8) return [];
  const headerBytes = bytes.readUInt16LE(0);
  const count = bytes.readUInt16LE(2);
  const baseBytes = bytes.readUInt16LE(4);
  const styles: (WordStyle | null)[] = [];
  let at = 2 + headerBytes;
  while (styles.length < count && at + 2 <= bytes.length) {
    const size = bytes.readUInt16LE(at);
    styles.push(styleOf(bytes.subarray(at + 2, at + 2 + size), baseBytes));
    // Each begins at an even place.
    at += 2 + size + (size % 2);
  }
  return styles;
}

function styleOf(std: Buffer, baseBytes: number): WordStyle | null {
  if (std.length < Math.max(8, baseBytes + 2)) return null;
  const number = std.readUInt16LE(0) & 0x0fff;
  const kind = std.readUInt16LE(2) & 0x000f;
  const base = std.readUInt16LE(2) >>> 4;
  const nameLetters = std.readUInt16LE(baseBytes);
  const nameEnd = baseBytes + 2 + nameLetters * 2;
  const name = std.toString('utf16le', baseBytes + 2, nameEnd);
  return {
    role: builtIn.get(number) ?? roleOfStyle(name.split(',')[0] ?? ''),
    base: base === noBase ? -1 : base,
    paragraph: kind === 1 ? paragraphOf(std, nameEnd + 2) : plainParagraph,
  };
}

/** A paragraph's style has its list first, behind its own number. */
function paragraphOf(std: Buffer, at: number): ParagraphProperties {
  const start = at + (at % 2);
  if (start + 4 > std.length) return plainParagraph;
  const size = std.readUInt16LE(start);
  return paragraphProperties(std.subarray(start + 4, start + 2 + size), null);
}
