/**
 * The words of a line or paragraph of Markdown as a person would type them: without emphasis, link
 * targets, escapes and marks at its beginning. Lines stay.
 */
export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/<((?:https?:\/\/|mailto:)?[^\s<>]+[.@][^\s<>]+)>/g, '$1')
    .replaceAll(/(?<![\\*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?!\*)/g, '$2')
    .replaceAll(/(?<![\\\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replaceAll(/~~([^~\n]+)~~/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/\\$/gm, '');
}
