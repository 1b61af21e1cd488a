/** Characters that take two columns in a terminal (Unicode Standard Annex 11: wide, fullwidth). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{Mark}/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!combining.test(character)) columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

/** Fills up with blanks to a number of columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
