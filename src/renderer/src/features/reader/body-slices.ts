/** UTF-16 code units that are parsed and drawn in one go: short enough that keys are answered between. */
const sliceLength = 24_000;
/** What is said at one place for all others: links by name. A body with them is read as a whole. */
const definition = /^ {0,3}\[[^\]\n]+\]:/m;
/** Where a paragraph of plain words follows an empty line; whatever stood above has ended there. */
const plainStart = /\n[ \t]*\n(?=[\p{L}\p{N}“"‘'（(《])(?!\d{1,9}[.)])/gu;
/** Code that may have empty lines, and HTML. */
const enclosed = /^[ \t]*(?:`{3}|~{3})|</m;

/**
 * A long Markdown body in pieces that mean the same one after another; a short one, and one whose parts
 * need one another, as it is.
 */
export function slicesOf(body: string): readonly string[] {
  const isShort = body.length < 2 * sliceLength;
  if (isShort || definition.test(body) || enclosed.test(body)) return [body];
  const slices: string[] = [];
  let from = 0;
  while (body.length - from > 2 * sliceLength) {
    plainStart.lastIndex = from + sliceLength;
    const found = plainStart.exec(body);
    if (found === null) break;
    const at = found.index + found[0].length;
    slices.push(body.slice(from, at));
    from = at;
  }
  slices.push(body.slice(from));
  return slices;
}
