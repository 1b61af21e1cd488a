import type { Confidence, Guess, Span } from '../../../shared/parsed-release';
import type { Block } from './blocks';
import { captionsByCompany } from './caption-company';
import {
  captionEvidence,
  captionThreshold,
  isAnnouncedCaption,
  namesPositions,
} from './caption-evidence';
import type { CaptionCredit } from './caption-credit';
import { findCaptionCredit } from './caption-credit';
import type { Page, Recogniser } from './page';
import { freeBlocks, note } from './page';
import { joinLines } from './quote-block';
import { guess, overlaps, trimSpan } from './spans';

interface Caption extends Guess<string> {
  readonly block: number;
  readonly credit: CaptionCredit | null;
}

/** "Photo 1:", "图2：", "▲": counts the photos, and isn't part of what the caption says. */
const captionLabel =
  /^(?:[▲△▼▽◆■□↑↓◀▶←→]\s*|[[(]?\s*(?:photo|picture|image|caption|photo caption|figure|fig\.)\s*\d{0,3}\s*[.:]\s*|(?:图说|图片说明|照片说明)\s*:?\s*|图(?:片)?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,2})?\s*:\s*|图(?:\d{1,3}|[一二三四五六七八九十])[\s、.]\s*)+/iu;
const markdownImage = /^!\[([^\]\n]*)\]\([^)\n]*\)$/;

/** The captions of photos that stand between the paragraphs. */
export const recogniseCaptions: Recogniser = (page: Page): Page => {
  const headline = page.found.headline?.span.end ?? 0;
  const certain = freeBlocks(page)
    .filter((block) => block.span.start >= headline)
    .map((block) => readCaption(page, block))
    .filter((caption) => caption !== null);
  const captions = [...certain, ...readCompany(page, certain)].sort((a, b) => a.block - b.block);
  const credit = captions.find((caption) => caption.credit)?.credit;
  return note(page, {
    found: {
      captions: captions.map(({ value, span, confidence, credit: own }) => ({
        ...guess(value, span, confidence),
        creditLine: own === null ? '' : joinLines(page.text, own.span),
      })),
      ...(credit && !page.found.photoCredit
        ? { photoCredit: guess(credit.credit, credit.span, 'medium') }
        : {}),
    },
    roles: captions.map((caption) => [caption.block, 'caption'] as const),
  });
};

/** The lines that are captions because others are. */
function readCompany(page: Page, certain: readonly Caption[]): readonly Caption[] {
  return captionsByCompany(page, new Set(certain.map(({ block }) => block)))
    .filter(({ span }) => !page.cuts.some((cut) => overlaps(cut, span)))
    .map(({ index, span }) => ({
      ...guess(joinLines(page.text, span), span, 'medium'),
      block: index,
      credit: null,
    }));
}

function readCaption(page: Page, block: Block): Caption | null {
  const image = markdownImage.exec(block.folded);
  if (image)
    return image[1]?.trim()
      ? captionOf(page, block, { start: 2, end: 2 + image[1].length }, 'high', null)
      : null;
  if (block.folded.length > 600 || page.cuts.some((cut) => overlaps(cut, block.span))) return null;
  const credit = findCaptionCredit(page, block);
  const words = credit ? credit.outer.start - block.span.start : block.folded.length;
  const label = captionLabel.exec(block.folded)?.[0].length ?? 0;
  const confidence = confidenceOf(page, block, credit !== null);
  if (!confidence || words <= label) return null;
  let end = words;
  if (/^[[(]/.test(block.folded) && /[\])]$/.test(block.folded.slice(0, words)))
    end -= label > 0 ? 1 : 0;
  return captionOf(page, block, { start: label, end }, confidence, credit);
}

function captionOf(
  page: Page,
  block: Block,
  part: Span,
  confidence: Confidence,
  credit: CaptionCredit | null,
): Caption | null {
  const start = block.span.start;
  const span = withoutEmphasis(
    page.text,
    trimSpan(page.text, { start: start + part.start, end: start + part.end }),
  );
  const value = joinLines(page.text, span);
  if (value === '') return null;
  // The span takes in the credit, of which only the first one becomes the release's.
  const whole = credit ? { start: span.start, end: block.span.end } : span;
  return { ...guess(value, whole, confidence), block: block.index, credit };
}

/** Of "*The team. Photo: A*" the credit takes the second mark. */
function withoutEmphasis(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const before = /^[*_]{1,3}(?=\S)/.exec(words)?.[0].length ?? 0;
  const after = before > 0 ? (/[*_]{1,3}$/.exec(words)?.[0].length ?? 0) : 0;
  return { start: start + before, end: Math.max(start + before, end - after) };
}

function confidenceOf(page: Page, block: Block, credited: boolean): Confidence | null {
  if (isAnnouncedCaption(block)) return 'high';
  const evidence = captionEvidence(page, block);
  const isShort = block.folded.length <= 400 && block.kind === 'text';
  if (credited && isShort) return evidence >= captionThreshold ? 'high' : 'medium';
  if (evidence < captionThreshold) return null;
  if (namesPositions(block)) return 'high';
  return evidence >= captionThreshold + 1 ? 'high' : 'medium';
}
