import type { QueryNote, QueryNoteReason } from '../../shared/query';

const sentences: Readonly<Record<QueryNoteReason, (text: string) => string>> = {
  'unknown-field': (text) => `${text} was searched as words, since there is no such field.`,
  'unknown-value': (text) => `${text} was searched as words, since the field has no such value.`,
  'impossible-date': (text) => `${text} was searched as words, since there is no such date.`,
  'open-quotation': (text) =>
    `${text} was searched as words, since its quotation mark is not closed.`,
  'open-parenthesis': (text) =>
    `${text} has a parenthesis that is not closed; it ends with the query.`,
  'nothing-to-exclude': (text) => `${text} leaves out nothing, since nothing follows it.`,
  'too-deep': () => 'So many parentheses within each other were not kept apart.',
};

/** UTF-16 code units of a query that a sentence repeats. */
const longestText = 60;

/** Why a piece of a query wasn't taken as it may have been meant. */
export function queryNoteSentence({ reason, text }: QueryNote): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const shown = line.length > longestText ? `${line.slice(0, longestText)}…` : line;
  return sentences[reason](shown);
}
