import { setImmediate as turn } from 'node:timers/promises';
import type { StoredSegment } from './index-folder';
import type { Segment } from './index/segment';
import { SegmentDamaged } from './index/segment-file';

/** Documents and bytes that one segment holds at most. */
export const mostDocuments = 250_000;
export const mostBytes = 0xf000_0000;
/** Neighbouring segments are merged when there are as many of about the same size. */
const mostOfOneSize = 4;
const sizeStep = 4;
/** Segments with more void documents than this share are made anew. */
const mostVoid = 0.4;

/**
 * Segments that should be one: a mostly void one, or many of about the same size; empty where all is
 * well. At most so many documents are merged.
 */
export function segmentsToMerge(
  segments: readonly StoredSegment[],
  mostMerged: number,
): readonly StoredSegment[] {
  const wasteful = segments.filter(
    ({ segment: { size, living } }) => size - living > size * mostVoid && living <= mostMerged,
  );
  if (wasteful.length > 0) return wasteful.slice(0, 1);
  const bySize = new Map<number, StoredSegment[]>();
  for (const stored of segments) {
    const tier = Math.floor(Math.log(Math.max(1, stored.segment.living)) / Math.log(sizeStep));
    const others = bySize.get(tier);
    if (others === undefined) bySize.set(tier, [stored]);
    else others.push(stored);
  }
  for (const [, stored] of [...bySize].sort(([a], [b]) => a - b)) {
    if (stored.length < mostOfOneSize) continue;
    const sum = stored.reduce((total, { segment }) => total + segment.living, 0);
    const bytes = stored.reduce((total, { segment }) => total + segment.lengthOf('texts'), 0);
    if (sum <= mostMerged && bytes <= mostBytes) return stored;
  }
  return [];
}

/** Throws `SegmentDamaged` where the texts aren't what was written. */
export async function requireTexts(segment: Segment): Promise<void> {
  const checking = segment.check(['texts']);
  for (let step = checking.next(); ; step = checking.next()) {
    if (step.done !== true) await turn();
    else if (step.value) return;
    else throw new SegmentDamaged('the texts of a search index are damaged');
  }
}
