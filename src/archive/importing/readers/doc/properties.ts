import { eachSprm } from './sprms';

/** What a run of letters is. */
export interface LetterProperties {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** A control stands for a picture, a note or the like, and isn't a letter. */
  readonly special: boolean;
  /** What is at `picture` is a form's or a link's data. */
  readonly isData: boolean;
  /** Where the picture lies in the stream `Data`; null where there is none. */
  readonly picture: number | null;
  /** A letter of a font of symbols; null where there is none. */
  readonly symbol: number | null;
}

export const plainLetters: LetterProperties = {
  bold: false,
  italic: false,
  struck: false,
  hidden: false,
  deleted: false,
  inserted: false,
  special: false,
  isData: false,
  picture: null,
  symbol: null,
};

export function letterProperties(list: Buffer): LetterProperties {
  const found: { -readonly [key in keyof LetterProperties]: LetterProperties[key] } = {
    ...plainLetters,
  };
  eachSprm(list, (code, operand) => {
    // 1 is on; 0x81 is the other than the style's, which is off where letters stand out.
    const isOn = operand[0] === 1 || operand[0] === 0x81;
    switch (code) {
      case 0x0835:
        found.bold = isOn;
        return;
      case 0x0836:
        found.italic = isOn;
        return;
      case 0x0837:
      case 0x2a53:
        found.struck = isOn;
        return;
      case 0x083c:
        found.hidden = isOn;
        return;
      case 0x0800:
        found.deleted = isOn;
        return;
      case 0x0801:
        found.inserted = isOn;
        return;
      case 0x0855:
        found.special = isOn;
        return;
      case 0x0806:
        found.isData = isOn;
        return;
      case 0x6a03:
        found.picture = operand.readUInt32LE(0);
        found.special = true;
        return;
      case 0x6a09:
        found.symbol = operand.readUInt16LE(2);
        found.special = true;
    }
  });
  return found;
}

/** What a paragraph is; null where its style or Word itself decides. */
export interface ParagraphProperties {
  readonly isInTable: boolean | null;
  /** Its mark ends a row. */
  readonly endsRow: boolean;
  /** How many tables are around it. */
  readonly tables: number | null;
  readonly listLevel: number | null;
  /** Counts from 1; 0: it's in no list. */
  readonly list: number | null;
}

export const plainParagraph: ParagraphProperties = {
  isInTable: null,
  endsRow: false,
  tables: null,
  listLevel: null,
  list: null,
};

const long = 0x6646;
const longOfOld = 0x6645;

/** `dataStream` keeps the lists that are too long for their place. */
export function paragraphProperties(list: Buffer, dataStream: Buffer | null): ParagraphProperties {
  const found: { -readonly [key in keyof ParagraphProperties]: ParagraphProperties[key] } = {
    ...plainParagraph,
  };
  const take = (code: number, operand: Buffer): void => {
    switch (code) {
      case 0x2416:
        found.isInTable = operand[0] === 1;
        return;
      case 0x2417:
        found.endsRow = operand[0] === 1;
        return;
      case 0x6649:
        found.tables = operand.readInt32LE(0);
        return;
      case 0x260a:
        found.listLevel = operand[0] ?? 0;
        return;
      case 0x460b:
        found.list = operand.readUInt16LE(0);
        return;
    }
  };
  eachSprm(list, (code, operand) => {
    if (code !== long && code !== longOfOld) {
      take(code, operand);
      return;
    }
    const at = operand.readUInt32LE(0);
    if (dataStream === null || at + 2 > dataStream.length) return;
    eachSprm(dataStream.subarray(at + 2, at + 2 + dataStream.readUInt16LE(at)), take);
  });
  return found;
}
