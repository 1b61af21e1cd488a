import type { MarkedField } from './find-terms';

/** A piece of the article that is read in one go, with the nodes that it is made of. */
export interface ArticleText {
  readonly field: MarkedField;
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

const blocks =
  'p, li, h1, h2, h3, h4, h5, h6, pre, blockquote, td, th, figcaption, dd, section, button, [data-content]';

/** What the release itself says, by fields; the labels around it are left out. */
export function articleTexts(article: HTMLElement): readonly ArticleText[] {
  const texts: { field: MarkedField; text: string; nodes: { node: Text; start: number }[] }[] = [];
  let block: Element | null = null;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const content = parent?.closest<HTMLElement>('[data-content]');
    const field = content?.dataset['content'] as MarkedField | 'label' | undefined;
    if (!(node instanceof Text) || !parent || !field || field === 'label') continue;
    const around = parent.closest(blocks);
    let last = texts.at(-1);
    if (!last || around !== block) {
      last = { field, text: '', nodes: [] };
      texts.push(last);
      block = around;
    }
    last.nodes.push({ node, start: last.text.length });
    last.text += node.data;
  }
  return texts;
}

/** A stretch of such a text as a range of the document. */
export function rangeIn({ nodes }: ArticleText, start: number, end: number): Range | null {
  // Elements border where one text ends and the next begins: a start belongs to the later, an end to
  // the earlier of the two.
  const from = nodes.findLast((each) => each.start <= start);
  const to = nodes.findLast((each) => each.start < end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, start - from.start);
  range.setEnd(to.node, end - to.start);
  return range;
}
