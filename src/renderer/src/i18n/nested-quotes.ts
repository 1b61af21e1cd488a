/**
 * Quotation marks within quotation marks become single ones, as both languages want it: a headline
 * that has some is named in a sentence. Where they don't pair, all stays as it was.
 */
export function nestedQuotes(text: string): string {
  if (text.indexOf('“') === text.lastIndexOf('“')) return text;
  let depth = 0;
  let nested = '';
  for (const sign of text) {
    if (sign === '“') depth += 1;
    const isInner = depth % 2 === 0;
    if (sign === '“') nested += isInner ? '‘' : sign;
    else if (sign === '”') nested += isInner ? '’' : sign;
    else nested += sign;
    if (sign === '”') depth -= 1;
    if (depth < 0) return text;
  }
  return depth === 0 ? nested : text;
}
