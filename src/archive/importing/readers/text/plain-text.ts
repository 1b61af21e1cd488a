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
    .replace(/^(?=#{1,6}(?:\s|$)|>|(?:={2,}|-{2,})$|`{3}|~{3}|\[[^\]]{1,999}\]:)/, '\\')
    .replaceAll(/<(?=[a-z/!?])/gi, '\\<')
    .replaceAll(/!\[/g, '!\\[')
    .replaceAll(/\]\(/g, ']\\(')
    .replaceAll(/\]\[/g, ']\\[');
}
