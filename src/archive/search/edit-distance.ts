/** Bytes of a word; longer ones have no neighbours. */
const longest = 256;
const rows = [0, 1, 2].map(() => new Uint16Array(longest + 1));

/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make one
 * word of the other, no stretch being changed twice (the "optimal string alignment" form of the
 * Damerau-Levenshtein distance). The other word is `bytes` from `start` to before `end`. More than
 * `limit` is told as `limit + 1`.
 */
export function editDistance(
  word: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
  limit: number,
): number {
  const beyond = limit + 1;
  const length = end - start;
  if (Math.abs(word.length - length) > limit || length > longest) return beyond;
  let from = 0;
  const shorter = Math.min(word.length, length);
  while (from < shorter && word[from] === bytes[start + from]) from += 1;
  let height = word.length;
  let width = length;
  while (height > from && width > from && word[height - 1] === bytes[start + width - 1]) {
    height -= 1;
    width -= 1;
  }
  height -= from;
  width -= from;
  if (height === 0 || width === 0) return Math.min(Math.max(height, width), beyond);
  return distanceOfRest(word, bytes, from, start + from, height, width, limit);
}

/** Of `height` letters of the word and `width` of the other; only cells near the diagonal count. */
function distanceOfRest(
  word: Uint8Array,
  bytes: Uint8Array,
  from: number,
  start: number,
  height: number,
  width: number,
  limit: number,
): number {
  const beyond = limit + 1;
  let [before, last, row] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let column = 0; column <= Math.min(width, beyond); column += 1) last[column] = column;
  for (let line = 1; line <= height; line += 1) {
    const letter = word[from + line - 1];
    const first = Math.max(1, line - limit);
    const final = Math.min(width, line + limit);
    row[first - 1] = first === 1 ? Math.min(line, beyond) : beyond;
    let least = row[first - 1] ?? beyond;
    for (let column = first; column <= final; column += 1) {
      const other = bytes[start + column - 1];
      let cost = (last[column - 1] ?? beyond) + (letter === other ? 0 : 1);
      if (column < line + limit) cost = Math.min(cost, (last[column] ?? beyond) + 1);
      cost = Math.min(cost, (row[column - 1] ?? beyond) + 1);
      const swapped =
        line > 1 &&
        column > 1 &&
        letter === bytes[start + column - 2] &&
        word[from + line - 2] === other;
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? beyond) + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return beyond;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[width] ?? beyond, beyond);
}
