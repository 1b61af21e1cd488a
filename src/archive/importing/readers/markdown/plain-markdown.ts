import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { plain } from './to-markdown';

const parser = unified().use(remarkParse).use(remarkGfm);

export function parsedMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}

/** The words of Markdown without its marks, in one line. */
export function plainMarkdown(markdown: string): string {
  return parsedMarkdown(markdown).children.map(plain).join(' ').replaceAll(/\s+/g, ' ').trim();
}
