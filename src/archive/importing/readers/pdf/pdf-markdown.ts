import type { ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { finishedMarkdown } from '../markdown/to-markdown';
import type { Block } from './blocks';

/** The blocks as Markdown, pictures as `![](image:N)`. */
export function markdownOfBlocks(
  blocks: readonly Block[],
  levelOf: (block: Block) => 2 | 3 | 4 | null,
): string {
  const children: RootContent[] = [];
  for (const block of blocks) {
    const last = children.at(-1);
    if (block.kind === 'image') {
      if (block.image === null) continue;
      children.push(paragraph([{ type: 'image', url: `image:${block.image}`, alt: '' }]));
    } else if (block.kind === 'entry') {
      const item: ListItem = { type: 'listItem', spread: false, children: [linesOf(block)] };
      if (last?.type === 'list') last.children.push(item);
      else children.push({ type: 'list', ordered: false, spread: false, children: [item] });
    } else {
      const depth = levelOf(block);
      const { children: content } = linesOf(block);
      children.push(
        depth === null ? paragraph(content) : { type: 'heading', depth, children: content },
      );
    }
  }
  const root: Root = { type: 'root', children };
  return finishedMarkdown(root);
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function linesOf({ texts }: Block): Paragraph {
  return paragraph(
    texts.flatMap((value, index): PhrasingContent[] =>
      index === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
    ),
  );
}
