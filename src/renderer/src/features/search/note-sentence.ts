import type { QueryNote, QueryNoteReason } from '../../../../shared/query';
import { translate } from '../../i18n';

/** What is only half typed, as long as somebody types at it. */
const unfinished: ReadonlySet<QueryNoteReason> = new Set([
  'unknown-value',
  'impossible-date',
  'open-quotation',
  'open-parenthesis',
  'nothing-to-exclude',
]);

/** The notes that are worth saying; while the end of the text is being typed it may yet come right. */
export function notesToSay(
  notes: readonly QueryNote[],
  text: string,
  isBeingTyped: boolean,
): readonly QueryNote[] {
  const end = text.trimEnd().length;
  return notes.filter(
    ({ reason, range }) => !isBeingTyped || range.end < end || !unfinished.has(reason),
  );
}

const longestShown = 60;

/** Why something was searched otherwise than it seems to be meant, in a plain sentence. */
export function noteSentence({ reason, text }: QueryNote): string {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text;
  const colon = text.search(/[:：]/);
  const field = text.slice(0, Math.max(0, colon)).replace(/^[-－−(（]+/, '');
  const value = text.slice(colon + 1).replace(/^["“”]|["“”]$/g, '');
  return translate(`query.notes.${reason}`, { text: shown, field, value });
}
