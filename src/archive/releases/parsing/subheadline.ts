import type { Confidence } from '../../../shared/parsed-release';
import type { Block } from './blocks';
import { captionEvidence, captionThreshold } from './caption-evidence';
import { wordsOfHeading } from './headline';
import type { Page, Recogniser } from './page';
import { isRunningText, note } from './page';
import { joinLines } from './quote-block';
import { guess } from './spans';

const longest = 220;

/** A short block right under the headline that is neither a sentence nor a caption. */
export const recogniseSubheadline: Recogniser = (page: Page): Page => {
  const { headline } = page.found;
  const above = page.blocks.find((block) => page.roles.get(block.index) === 'headline');
  const block = above && blockUnder(page, above);
  if (!headline || !above || !block || page.roles.has(block.index)) return page;
  const confidence = confidenceOf(page, above, block);
  if (!confidence) return page;
  const span = wordsOfHeading(page.text, block.span);
  return note(page, {
    found: { subheadline: guess(joinLines(page.text, span), span, confidence) },
    roles: [[block.index, 'subheadline']],
  });
};

/** What stands under the headline, or under the date line under it. */
function blockUnder(page: Page, above: Block): Block | undefined {
  const rest = page.blocks.slice(above.index + 1, above.index + 4);
  return rest.find((block) => page.roles.get(block.index) !== 'publication');
}

function confidenceOf(page: Page, above: Block, block: Block): Confidence | null {
  const { folded } = block;
  if (folded.length > longest || block.kind === 'list' || isRunningText(block)) return null;
  if (
    /[:。;]$/.test(folded) ||
    /^["(]/.test(folded) ||
    /^(?:dear|about|contact|各位|尊敬的)\b/i.test(folded)
  )
    return null;
  if (page.cuts.some(({ start, end }) => start < block.span.end && end > block.span.start))
    return null;
  const next = page.blocks[block.index + 1];
  if (!next) return null;
  if (/^(?:[-–—]{1,3}\s?[^-–—\s])/.test(folded)) return 'high';
  if (block.kind === 'heading') return isSectionTitle(page, above, block) ? null : 'high';
  if (/^(?:\*[^*]+\*|_[^_]+_|\*\*[^*]+\*\*)$/.test(folded)) return 'high';
  // A finished sentence is the first paragraph, however short.
  if (/[.!?！？]["')]*$/.test(folded)) return null;
  if (captionEvidence(page, block) >= captionThreshold + 2) return null;
  const role = page.roles.get(next.index);
  const opensText = page.cuts.some(({ start }) => start === next.span.start);
  if (role === 'publication' || opensText) return 'high';
  if (captionEvidence(page, block) >= captionThreshold) return null;
  if (!block.afterGap && next.afterGap) return 'high';
  return isRunningText(next) ? 'medium' : null;
}

/** "## Background" under "# Headline" opens a section where other headings of its level follow. */
function isSectionTitle(page: Page, above: Block, block: Block): boolean {
  const level = /^#*/.exec(block.folded)?.[0] ?? '';
  if (above.kind !== 'heading') return true;
  return page.blocks.some(
    (other) =>
      other.index > block.index && other.kind === 'heading' && other.folded.startsWith(`${level} `),
  );
}
