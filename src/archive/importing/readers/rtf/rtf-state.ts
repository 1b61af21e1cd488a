import type { FlatDocument, Marks } from '../office/flat-document';

/** Where words go that aren't a document's text. */
export interface Collector {
  readonly parts: string[];
}

export interface PictureData {
  readonly parts: Buffer[];
  isHex: boolean;
  altText: string;
}

/** What holds for a group and the groups in it, until it closes. */
export interface State {
  /** Which words mean something here beside those of text. */
  mode: 'text' | 'fonts' | 'styles' | 'lists' | 'info' | 'oldList' | 'picture';
  sink: FlatDocument | Collector | null;
  /** Its groups are left out, but for `\ud`. */
  isForOldReaders: boolean;
  isStarred: boolean;
  unicodeSkip: number;
  font: number;
  bold: boolean;
  italic: boolean;
  struck: boolean;
  hidden: boolean;
  change: 'inserted' | 'deleted' | null;
  link: { href: string };
  style: number;
  list: number;
  level: number;
  isInTable: boolean;
  picture: PictureData | null;
  shape: { altText: string; property: string } | null;
  close: (() => void) | null;
}

export const letters = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
]);

/** What isn't part of the text that a reader of the document sees. */
export const passedOver = new Set(
  'colortbl filetbl revtbl header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe rxe txe tc tcn pntext listtext nonshppict nonesttables shprslt listpicture listname leveltext levelnumbers objclass objname template private'.split(
    ' ',
  ),
);
/** Groups with a star of which something is read. */
export const knownStarred = new Set(
  'shppict shpinst picprop fldinst footnote annotation listtable listoverridetable pn ud cs do result nesttableprops'.split(
    ' ',
  ),
);

/** What `\plain` and `\pard` go back to. */
export const plainLetters = { bold: false, italic: false, struck: false, hidden: false };
export const plainParagraph = { style: 0, list: 0, level: 0, isInTable: false };

/** What holds before the first word of a document. */
export function firstState(document: FlatDocument): State {
  return {
    mode: 'text',
    sink: document,
    isForOldReaders: false,
    isStarred: false,
    unicodeSkip: 1,
    font: 0,
    ...plainLetters,
    change: null,
    link: { href: '' },
    ...plainParagraph,
    picture: null,
    shape: null,
    close: null,
  };
}

/** Neither hidden nor deleted. */
export function isShown({ hidden, change }: State): boolean {
  return !hidden && change !== 'deleted';
}

export function marksOf({ bold, italic, struck, link }: State): Marks {
  return { bold, italic, struck, href: link.href };
}
