import { plainMarkdown } from './plain-markdown';

/** The Markdown without the heading or line at its beginning that says the title again. */
export function withoutTitle(markdown: string, title: string): string {
  const wanted = folded(title);
  if (wanted === '') return markdown;
  const blocks = markdown.split(/\n{2,}/);
  const index = blocks.slice(0, 4).findIndex((block) => folded(plainMarkdown(block)) === wanted);
  if (index === -1) return markdown;
  const isHeading = /^#{1,6}\s/.test(blocks[index] ?? '');
  return isHeading || index === 0
    ? [...blocks.slice(0, index), ...blocks.slice(index + 1)].join('\n\n')
    : markdown;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\s]+/gu, '');
}
