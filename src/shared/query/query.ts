import { releaseStatuses, type ReleaseLanguage } from '../release';

/**
 * What a person asks for, taken apart. Pure data: the window shows it as chips, the archive answers
 * it. Words are not analysed here (case, stems, Chinese): that is the index's business.
 */

/** Fields whose words can be asked for by themselves; `by` is byline and credits, `place` the dateline. */
export const textFields = [
  'headline',
  'body',
  'caption',
  'by',
  'partner',
  'person',
  'tag',
  'place',
] as const;
export type TextField = (typeof textFields)[number];

/** Every name that can stand before a colon. */
export const queryFields = [
  ...textFields,
  'lang',
  'status',
  'photo',
  'pack',
  'year',
  'before',
  'after',
  'date',
] as const;
export type QueryField = (typeof queryFields)[number];

/** A stretch of the typed text, in UTF-16 code units; `end` is behind the last one. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

interface Node {
  /** Where it stands in the typed text, with its field name, sign and quotation marks. */
  readonly range: SourceRange;
}

/** One piece between spaces. Without a field it ranks (and binds when alternatives are few). */
export interface WordsNode extends Node {
  readonly kind: 'words';
  /** As typed, without the asterisk. */
  readonly text: string;
  /** `word*`, or the last word of a text that is still being typed. */
  readonly prefix: 'asked' | 'typing' | null;
  readonly field: TextField | null;
}

/** "Exactly these words in this order." */
export interface PhraseNode extends Node {
  readonly kind: 'phrase';
  readonly text: string;
  readonly field: 'headline' | 'body' | 'caption' | 'by' | null;
}

/** `partner:"Huawei"`: a name that is exactly this one, case and width aside. */
export interface ValueNode extends Node {
  readonly kind: 'value';
  readonly field: 'partner' | 'person' | 'tag' | 'place';
  readonly text: string;
}

/** `pack:spring` or `pack:"Spring 2022"`: releases in press packs whose names hold, or are, this. */
export interface PackNode extends Node {
  readonly kind: 'pack';
  readonly text: string;
  readonly whole: boolean;
}

export interface LanguageNode extends Node {
  readonly kind: 'language';
  readonly language: ReleaseLanguage;
}

/** What can be asked for as a status: 'embargoed' is a filed release that must not be published yet. */
export const askedStatuses = [...releaseStatuses, 'embargoed'] as const;
export type AskedStatus = (typeof askedStatuses)[number];

export interface StatusNode extends Node {
  readonly kind: 'status';
  readonly status: AskedStatus;
}

export interface PhotoNode extends Node {
  readonly kind: 'photo';
  readonly present: boolean;
}

/** Publication dates, both ends included (`YYYY-MM-DD`); null is open. Undated releases never answer. */
export interface DateNode extends Node {
  readonly kind: 'date';
  readonly from: string | null;
  readonly to: string | null;
}

/** `like:ID`: releases about the same as this one. The window writes it; nobody types it. */
export interface LikeNode extends Node {
  readonly kind: 'like';
  readonly releaseId: string;
}

export interface NotNode extends Node {
  readonly kind: 'not';
  readonly node: QueryNode;
}

/** At least one of them; at least two. */
export interface OrNode extends Node {
  readonly kind: 'or';
  readonly nodes: readonly QueryNode[];
}

/** All of them: parentheses within an OR or behind a minus sign. At least two. */
export interface AndNode extends Node {
  readonly kind: 'and';
  readonly nodes: readonly QueryNode[];
}

export type QueryNode =
  | WordsNode
  | PhraseNode
  | ValueNode
  | PackNode
  | LanguageNode
  | StatusNode
  | PhotoNode
  | DateNode
  | LikeNode
  | NotNode
  | OrNode
  | AndNode;

/** Why something was searched as plain words. */
export type QueryNoteReason =
  | 'unknown-field'
  | 'unknown-value'
  | 'impossible-date'
  | 'open-quotation'
  | 'open-parenthesis'
  | 'nothing-to-exclude'
  | 'too-deep';

export interface QueryNote {
  readonly reason: QueryNoteReason;
  /** The piece as typed. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface ParsedQuery {
  /** The pieces in the order in which they were typed; parentheses that don't matter are gone. */
  readonly nodes: readonly QueryNode[];
  readonly notes: readonly QueryNote[];
  /** A pasted text: its quotation marks, hyphens and colons are punctuation, every piece is words. */
  readonly pasted: boolean;
}
