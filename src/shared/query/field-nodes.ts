import type { ReleaseLanguage } from '../release';
import { isAsterisk, unescapePiece, withoutAsterisks } from './characters';
import { dateSpan } from './date-values';
import { isDateField, isTextField, type FieldName } from './field-names';
import type {
  AskedStatus,
  QueryNode,
  QueryNoteReason,
  SourceRange,
  TextField,
  WordsNode,
} from './query';
import type { QueryOptions } from './query-options';

/** What a piece says, its sign aside. */
export interface Piece {
  readonly field: FieldName | null;
  readonly quoted: boolean;
  /** Part of an open quotation: asterisk and backslash mean themselves. */
  readonly literal: boolean;
  readonly text: string;
  /** As typed, with the field name. */
  readonly source: string;
  readonly range: SourceRange;
  /** The last one of a text that is still being typed. */
  readonly typing: boolean;
}

/** Several nodes where a quoted value is read as plain words. */
export interface PieceMeaning {
  readonly nodes: readonly QueryNode[];
  readonly reason: QueryNoteReason | null;
}

const languages: Readonly<Record<string, ReleaseLanguage>> = {
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh',
  chinese: 'zh',
  cn: 'zh',
  中文: 'zh',
  汉语: 'zh',
  und: 'und',
  other: 'und',
  其他: 'und',
};

const statuses: Readonly<Record<string, AskedStatus>> = {
  draft: 'draft',
  草稿: 'draft',
  filed: 'filed',
  已归档: 'filed',
  withdrawn: 'withdrawn',
  已撤回: 'withdrawn',
  embargoed: 'embargoed',
  禁发中: 'embargoed',
  禁发: 'embargoed',
};

const presence: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  有: true,
  是: true,
  no: false,
  false: false,
  无: false,
  否: false,
};

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const wholeNumber = /^\p{Nd}{4,}$/u;

function fixed<T>(values: Readonly<Record<string, T>>, text: string): T | undefined {
  const key = text.normalize('NFKC').toLowerCase();
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function wordsNode(piece: Piece, field: TextField | null): WordsNode {
  const { range, typing, literal } = piece;
  if (literal) {
    const prefix = typing && !wholeNumber.test(piece.text) ? 'typing' : null;
    return { kind: 'words', text: piece.text, prefix, field, range };
  }
  const bare = withoutAsterisks(piece.text);
  const text = unescapePiece(bare);
  if (bare !== piece.text) return { kind: 'words', text, prefix: 'asked', field, range };
  const last = piece.text.at(-1);
  const isTyping = typing && !isAsterisk(last) && !wholeNumber.test(text);
  return { kind: 'words', text, prefix: isTyping ? 'typing' : null, field, range };
}

function textNode(piece: Piece, field: TextField | null): QueryNode {
  if (!piece.quoted) return wordsNode(piece, field);
  const { text, range } = piece;
  if (field === 'partner' || field === 'person' || field === 'tag' || field === 'place') {
    return { kind: 'value', field, text, range };
  }
  return { kind: 'phrase', text, field, range };
}

/** As typed, with the field name: what it was meant to be isn't known. */
function plainWords(piece: Piece, reason: QueryNoteReason): PieceMeaning {
  const nodes = [...piece.source.matchAll(/\S+/g)].map((match): QueryNode => {
    const start = piece.range.start + match.index;
    const range = { start, end: start + match[0].length };
    const typing = piece.typing && range.end === piece.range.end;
    return wordsNode({ ...piece, text: match[0], literal: true, range, typing }, null);
  });
  return { nodes, reason };
}

function fixedNode(piece: Piece): QueryNode | null {
  const { field, range } = piece;
  const text = piece.quoted ? piece.text : unescapePiece(piece.text);
  if (field === 'lang') {
    const language = fixed(languages, text);
    return language === undefined ? null : { kind: 'language', language, range };
  }
  if (field === 'status') {
    const status = fixed(statuses, text);
    return status === undefined ? null : { kind: 'status', status, range };
  }
  if (field === 'photo') {
    const present = fixed(presence, text);
    return present === undefined ? textNode(piece, 'caption') : { kind: 'photo', present, range };
  }
  if (field === 'pack') {
    const name = piece.quoted ? text : unescapePiece(withoutAsterisks(piece.text));
    return { kind: 'pack', text: piece.literal ? piece.text : name, whole: piece.quoted, range };
  }
  return field === 'like' && uuid.test(text) ? { kind: 'like', releaseId: text, range } : null;
}

/** Reads a piece as its field wants it; as plain words where the field can't. */
export function pieceMeaning(piece: Piece, options: QueryOptions): PieceMeaning {
  const { field, range } = piece;
  if (piece.quoted && piece.text === '') return { nodes: [], reason: null };
  if (field === null || isTextField(field))
    return { nodes: [textNode(piece, field)], reason: null };
  if (isDateField(field)) {
    const span = dateSpan(
      field,
      piece.quoted ? piece.text : unescapePiece(piece.text),
      options.today,
    );
    if (span === null) return plainWords(piece, 'impossible-date');
    return { nodes: [{ kind: 'date', ...span, range }], reason: null };
  }
  const node = fixedNode(piece);
  return node === null ? plainWords(piece, 'unknown-value') : { nodes: [node], reason: null };
}
