import { textFields, type QueryField, type TextField } from './query';

/**
 * What can stand before a colon: `like` is the window's own; `since` and `until` are `after` and
 * `before` with the time itself, as the words are understood.
 */
export type FieldName = QueryField | 'like' | 'since' | 'until';

export const dateFields = ['year', 'before', 'after', 'date', 'since', 'until'] as const;
export type DateField = (typeof dateFields)[number];

/** Other names of the fields, those of Chinese included. In lower case. */
export const fieldAliases: Readonly<Record<QueryField, readonly string[]>> = {
  headline: ['title', '标题'],
  body: ['text', '正文'],
  caption: ['captions', '图注'],
  by: ['author', 'credit', '作者'],
  partner: ['partners', '伙伴', '合作伙伴'],
  person: ['people', '人物'],
  tag: ['tags', '标签'],
  place: ['places', '地点'],
  lang: ['language', '语言'],
  status: ['状态'],
  photo: ['photos', '照片'],
  pack: ['packs', '册', '资料包'],
  year: ['years', '年份'],
  before: ['早于'],
  after: ['晚于'],
  date: ['dates', '日期'],
};

const fieldByName = new Map<string, FieldName>([
  ['like', 'like'],
  ['since', 'since'],
  ['自', 'since'],
  ['until', 'until'],
  ['至', 'until'],
]);
for (const [field, aliases] of Object.entries(fieldAliases)) {
  for (const name of [field, ...aliases]) fieldByName.set(name, field as QueryField);
}

/** Bounded, so that a long text without a colon is looked at once. */
const nameBeforeColon = /([A-Za-z]{1,12}|\p{Script=Han}{1,4})[:：]/uy;
const unknownName = /(?:[^\P{L}\p{Script=Han}]{1,30}|\p{Script=Han}{1,4})[:：](?!\/\/)[^\s)）]/uy;

/** The field whose name and colon stand at `at`, and where its colon ends. */
export function fieldAt(text: string, at: number): { name: FieldName; end: number } | null {
  nameBeforeColon.lastIndex = at;
  const typed = nameBeforeColon.exec(text)?.[1];
  const name = typed === undefined ? undefined : fieldByName.get(typed.toLowerCase());
  return name === undefined ? null : { name, end: nameBeforeColon.lastIndex };
}

/** Letters, a colon and something directly behind it; not `https://`, nor `12:30`, nor `Note: this`. */
export function looksLikeField(text: string, at: number): boolean {
  unknownName.lastIndex = at;
  return unknownName.test(text);
}

export function isTextField(field: FieldName): field is TextField {
  return (textFields as readonly string[]).includes(field);
}

export function isDateField(field: FieldName | null): field is DateField {
  return (dateFields as readonly (string | null)[]).includes(field);
}
