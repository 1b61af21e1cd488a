import type { QueryNote } from '../../shared/query';

/** Why a piece of the query was searched otherwise than it seems to be meant, in a sentence. */
export function queryNoteSentence({ reason, text }: QueryNote): string {
  const colon = text.search(/[:：]/);
  const field = text.slice(0, Math.max(0, colon)).replace(/^[-－−(（]+/, '');
  switch (reason) {
    case 'unknown-field':
      return `"${text}" was searched as words: there is no field "${field}".`;
    case 'unknown-value':
      return `"${text}" was searched as words: that is no value of "${field}".`;
    case 'impossible-date':
      return `"${text}" was searched as words: that is no date.`;
    case 'open-quotation':
      return `The quotation mark of ${text} isn't closed.`;
    case 'open-parenthesis':
      return `The parenthesis of ${text} isn't closed.`;
    case 'nothing-to-exclude':
      return `"${text}" leaves out nothing: no word follows.`;
    case 'too-deep':
      return 'So many parentheses were not kept apart.';
  }
}
