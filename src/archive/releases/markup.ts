/**
 * Markdown without its commonest marks (headings, quotes, bullets, emphasis, links), line by line:
 * what lists, snippets and the search index show and read. Fast rather than complete; pages that
 * are read go through a real Markdown parser.
 */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replaceAll(/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replaceAll(/!?\[([^\]\n]{0,500})\]\([^)\s]{0,2000}\)/g, '$1')
    .replaceAll(
      /(?<!\\)(?:[*_`]{1,3}|~~)(?=\S)|(?<=\S)(?<!\\)(?:[*_`]{1,3}|~~)/g,
      (mark, at: number, text: string) => (isInsideWord(text, at, mark.length) ? mark : ''),
    )
    .replaceAll(/\\([*_`#[\]()>+.!~-])/g, '$1');
}

/** snake_case and 5*3 are no emphasis. */
function isInsideWord(text: string, at: number, length: number): boolean {
  const word = /[\p{L}\p{N}]/u;
  return word.test(text.charAt(at - 1)) && word.test(text.charAt(at + length));
}
