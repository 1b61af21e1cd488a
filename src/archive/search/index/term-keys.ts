/**
 * Terms that stand for more than a word have keys that no word can be: the first character is a
 * control character, which the analysis never leaves in a word.
 */
const fieldMark = '\u0001';
const accentMark = '\u0002';
const firstLetter = 97;

/** The term of a word, or Han pair, within one field. */
export function fieldKey(field: number, term: string): string {
  return `${fieldMark}${String.fromCharCode(firstLetter + field)}${term}`;
}

/** The term of a word as it was spelled, accents and all. */
export function accentKey(folded: string, spelled: string): string {
  return `${accentPrefix(folded)}${spelled}`;
}

/** What the keys of all spellings of a word begin with. */
export function accentPrefix(folded: string): string {
  return `${accentMark}${folded}${accentMark}`;
}

/** Whether a term is a stem, a word or Han characters, not a mark of one. */
export function isPlainTerm(term: string): boolean {
  return term.charCodeAt(0) > 2;
}
