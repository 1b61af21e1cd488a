import { invisible } from '../markdown/hast';

/**
 * A plain text as Markdown, line by line: the lines stay, since where they end tells paragraphs.
 * Bullets and numbers stay, too; what would only by accident be a heading, a rule, code, HTML, a link
 * or a picture is escaped.
 */
export function markdownOfText(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\f/g, '\n')
    .replaceAll(/\u2029/g, '\n\n')
    .replaceAll(invisible, '')
    .split('\n')
    .map(escapedLine)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function escapedLine(line: string): string {
  return line
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(/^[ \t\u3000]+/, '')
    .trimEnd()
    .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/^(?=#{1,6}(?:\s|$)|>|(?:={2,}|-{2,})$|`{3}|~{3}|\[[^\]]{1,999}\]:)/, '\\')
    .replaceAll(/<(?=[a-z/!?])/gi, (_, at: number, whole: string) => escapedOpening(whole, at))
    .replaceAll(/!\[/g, '!\\[')
    .replaceAll(/\]\(/g, ']\\(')
    .replaceAll(/\]\[/g, ']\\[');
}

/** An address without brackets goes on over a backslash, so that what follows would be a tag again. */
function escapedOpening(line: string, at: number): string {
  const before = line.slice(Math.max(0, at - 256), at);
  const word = before.slice(before.search(/\S*$/));
  const mayBeAddress = word.length === 256 || /:\/\/|www\.|@/i.test(word);
  return mayBeAddress ? '&lt;' : '\\<';
}
