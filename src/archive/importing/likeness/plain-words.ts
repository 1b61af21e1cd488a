/** Pictures, addresses of links and marks of Markdown: none of them is a word of the text. */
const markup = /!\[[^\]\n]*\]\([^)\n]*\)|\]\([^)\n]*\)|[*_`~#>|\\]+/g;

/** The words of a Markdown text, near enough for comparing it with others. */
export function stripMarkup(markdown: string): string {
  return markdown.replaceAll(markup, ' ');
}
