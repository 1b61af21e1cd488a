/** A text as it is compared, and where each of its characters stands in the text as written. */
export interface FoldedText {
  readonly text: string;
  /** Index in the text as written, for each UTF-16 unit of `text`; null: the same one. */
  readonly places: readonly number[] | null;
  readonly length: number;
}

const plain = /^(?!.* {2})[\x20-\x7e]*$/;
const dashes = /[\u2010-\u2015\u2212]/g;
const apostrophes = /[\u2018\u2019\u02bc]/g;
const quotationMarks = /[\u201c-\u201f]/g;
const remembered = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const folded = character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s/gu, ' ')
    .replace(dashes, '-')
    .replace(apostrophes, "'")
    .replace(quotationMarks, '"')
    .toLowerCase();
  remembered.set(character, folded);
  return folded;
}

/** Without case, accents, widths and kinds of dashes and marks; a run of spaces is one. */
export function foldText(written: string): FoldedText {
  if (plain.test(written)) {
    return { text: written.toLowerCase(), places: null, length: written.length };
  }
  const places: number[] = [];
  let text = '';
  let at = 0;
  for (const character of written) {
    let folded = foldCharacter(character);
    if (folded === ' ' && text.endsWith(' ')) folded = '';
    places.push(...Array<number>(folded.length).fill(at));
    text += folded;
    at += character.length;
  }
  return { text, places, length: written.length };
}

/** The stretch of the text as written that a stretch of the folded one stands for. */
export function writtenStretch(
  { places, length }: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (places === null) return { start, end };
  return { start: places[start] ?? length, end: places[end] ?? length };
}
