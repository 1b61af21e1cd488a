import { headingScale, isSameSize, type Block, type TextHabits } from './blocks';

/** Labels above a headline, often in the largest letters of the page. */
const label =
  /^\W*(?:for immediate release|(?:press|news|media)[\s-]*(?:release|statement|advisory|alert|information|note|kit)s?|communiqu[eé]|statement|新闻稿|新聞稿|新闻通稿|通稿|媒体通稿|新闻发布|新闻公告|资料)\W*$/i;

/** What programs write into a document's title by themselves. */
const noTitle =
  /^(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|untitled|document\s*\d*|title|subject:?|print|slide \d+|layout \d+|无标题|未命名|文档\s*\d*|新建)|\.(?:docx?|pdf|rtf|odt|indd?|pages|wps|txt|html?|qxd|pptx?|xlsx?|tex|dvi|cdr|ai)$/i;

const longestTitle = 300;

interface TitledBlocks {
  readonly title: string;
  /** Without the title. */
  readonly blocks: readonly Block[];
}

/**
 * The title: what stands in the largest letters on the first page, larger than the text. Where nothing
 * does it's the document's own, unless a program made that up.
 */
export function takeTitle(
  blocks: readonly Block[],
  stated: readonly string[],
  habits: TextHabits,
): TitledBlocks {
  const named = stated.map((title) => title.trim()).find(isTitle) ?? '';
  const onFirst = blocks.filter((block) => block.page === 1 && block.kind === 'text');
  const same = onFirst.find((block) => named !== '' && plain(block.texts[0]) === plain(named));
  if (same !== undefined) return { title: same.texts[0] ?? '', blocks: without(blocks, [same]) };
  const candidates = onFirst.filter(
    ({ size, texts }) =>
      size >= habits.bodySize * headingScale &&
      !label.test(texts[0] ?? '') &&
      /\p{L}.*\p{L}/u.test(texts[0] ?? ''),
  );
  const largest = candidates.reduce<Block | null>(
    (best, block) => (best === null || block.size > best.size * 1.02 ? block : best),
    null,
  );
  if (largest === null) return { title: named, blocks };
  // A title of two lines that stand apart is one title.
  const from = onFirst.indexOf(largest);
  const parts = [largest];
  for (const block of onFirst.slice(from + 1, from + 3)) {
    if (!isSameSize(block, largest) || block.y - (parts.at(-1)?.y ?? 0) > 4 * largest.size) break;
    parts.push(block);
  }
  const isHan = /\p{Script=Han}$/u.test(largest.texts[0] ?? '');
  const title = parts.flatMap((block) => block.texts).join(isHan ? '' : ' ');
  return title.length > longestTitle
    ? { title: named, blocks }
    : { title, blocks: without(blocks, parts) };
}

function isTitle(title: string): boolean {
  return title.length >= 4 && title.length <= longestTitle && !noTitle.test(title);
}

function plain(text = ''): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function without(blocks: readonly Block[], taken: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !taken.includes(block));
}

const longestHeading = 200;

/** Level 2 to 4 by size among the sizes larger than the text; null where it is text. */
export function headingLevels(
  blocks: readonly Block[],
  habits: TextHabits,
): (block: Block) => 2 | 3 | 4 | null {
  const isHeading = (block: Block): boolean =>
    block.kind === 'text' &&
    block.size >= habits.bodySize * headingScale &&
    (block.texts[0] ?? '').length <= longestHeading &&
    /\p{L}/u.test(block.texts[0] ?? '');
  const sizes = [...new Set(blocks.filter(isHeading).map(({ size }) => Math.round(size)))];
  sizes.sort((a, b) => b - a);
  return (block) => {
    if (!isHeading(block)) return null;
    const rank = sizes.indexOf(Math.round(block.size));
    return rank === 0 ? 2 : rank === 1 ? 3 : 4;
  };
}
