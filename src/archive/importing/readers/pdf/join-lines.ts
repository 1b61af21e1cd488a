import { isWide } from './lines';

/**
 * Lines of a paragraph as one text. A word that was parted at a line's end is whole again; its hyphen
 * stays where the document writes the word with one elsewhere. Chinese goes on without a blank.
 */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    if (text === '') text = line;
    else if (text.endsWith('­')) text = text.slice(0, -1) + line;
    else if (/[\p{L}\d][-\u2010]$/u.test(text)) text = afterHyphen(text, line, words);
    else text += (needsBlank(text, line) ? ' ' : '') + line;
  }
  return text
    .replaceAll('\u00ad', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

function needsBlank(text: string, line: string): boolean {
  const [last, first] = [text.at(-1) ?? '', line[0] ?? ''];
  if (isWide(last) || isWide(first)) return false;
  // A dash between words or an address that is broken at a slash goes on at once.
  return !/(?:\S\u2014|https?:\/\/\S*[/?=&])$/.test(text);
}

function afterHyphen(text: string, line: string, words: ReadonlySet<string>): string {
  const start = /\p{L}+$/u.exec(text.slice(0, -1))?.[0] ?? '';
  const end = /^\p{L}+/u.exec(line)?.[0] ?? '';
  const isParted = /^\p{Ll}/u.test(end) && /\p{Ll}$/u.test(start);
  if (!isParted) return text + line;
  const whole = `${start}${end}`.toLowerCase();
  const compound = `${start}-${end}`.toLowerCase();
  return words.has(compound) && !words.has(whole) ? text + line : text.slice(0, -1) + line;
}
