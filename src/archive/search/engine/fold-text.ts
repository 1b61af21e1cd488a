import { tokenise } from '../text-analysis';

/** A name in a form in which spellings that differ in case, width, accents and spaces are equal. */
export function foldText(text: string): string {
  const words = tokenise(text)
    .map(({ text: word, joined }) => (joined ? word : ` ${word}`))
    .join('')
    .trim();
  // "C++" and "C" aside, a name may be made of signs alone.
  return words === '' ? text.trim().toLowerCase() : words;
}
