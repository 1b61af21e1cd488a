import type { Block } from './blocks';
import { captionEvidence, captionThreshold, opensSection } from './caption-evidence';
import type { Page } from './page';
import { freeBlocks, isRunningText } from './page';

const longest = { han: 24, latin: 90 } as const;
/** Under so few points a line says too little, or reads too much like a heading. */
const doubtful = 1;

/**
 * Short lines that could be captions as well as headings, such as "The champion team", where the
 * rest of the page decides: it names a photographer or has captions, and its sections have no
 * headings. `sure` are the numbers of the blocks that are captions whatever the others say.
 */
export function captionsByCompany(page: Page, sure: ReadonlySet<number>): readonly Block[] {
  const hasCredit = page.found.photoCredit !== null;
  const known = Math.min(2, sure.size);
  const points = (hasCredit ? 2 : 0) + known - sectionPenalty(page, sure);
  if (points <= 0) return [];
  const lines = freeBlocks(page).filter(
    (block) => !sure.has(block.index) && standsAlone(page, block, sure),
  );
  const likely = lines.filter((block) => {
    const own = captionEvidence(page, block);
    return own >= doubtful && own + points >= captionThreshold;
  });
  // Where nothing looks like a caption by itself, lines over several paragraphs are headings.
  const opensMany = likely.some((block) => paragraphsAfter(page, block) > 1);
  return known === 0 && likely.length > 1 && opensMany ? [] : likely;
}

/** Headings in a text make a further short line rather a heading. */
function sectionPenalty(page: Page, sure: ReadonlySet<number>): number {
  const lastText = page.blocks.findLastIndex(isRunningText);
  const sections = page.blocks.filter(
    (block) =>
      block.index < lastText &&
      !page.roles.has(block.index) &&
      !sure.has(block.index) &&
      block.folded.length <= longest.latin &&
      opensSection(block),
  );
  return Math.min(3, sections.length * 1.5);
}

/** Between paragraphs, alone or as one of two photos, or under the last one above the credit. */
function standsAlone(page: Page, block: Block, sure: ReadonlySet<number>): boolean {
  if (!isShortLine(block)) return false;
  const isNeighbour = (other: Block | undefined) =>
    other !== undefined && (isRunningText(other) || sure.has(other.index));
  const at = (index: number) => page.blocks[index];
  const isSecond = (other: Block | undefined, beyond: Block | undefined) =>
    other !== undefined && freeLine(page, other) && isNeighbour(beyond);
  const before = at(block.index - 1);
  const after = at(block.index + 1);
  if (!before || !after) return false;
  const opens = isNeighbour(before) || isSecond(before, at(block.index - 2));
  const endsText = page.roles.get(after.index) === 'credit' && isNeighbour(before);
  const closes = isNeighbour(after) || isSecond(after, at(block.index + 2));
  return endsText || (opens && closes && (isNeighbour(before) || isNeighbour(after)));
}

function freeLine(page: Page, block: Block): boolean {
  return block.kind === 'text' && !page.roles.has(block.index) && isShortLine(block);
}

function isShortLine(block: Block): boolean {
  const isHan = /\p{Script=Han}/u.test(block.folded);
  return (
    block.folded.length <= (isHan ? longest.han : longest.latin) &&
    !/[.。!?！？:：]["')]*$/.test(block.folded) &&
    !isRunningText(block)
  );
}

/** Two are as good as more. */
function paragraphsAfter(page: Page, block: Block): number {
  const next = page.blocks.slice(block.index + 1, block.index + 3);
  return next.filter(isRunningText).length;
}
