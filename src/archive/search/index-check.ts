import { setImmediate as turn } from 'node:timers/promises';
import type { VerifyProblem } from '../../shared/press-pack';
import { ArchiveError } from '../errors';
import type { Segment } from './index/segment';
import { SegmentDamaged } from './index/segment-file';
import { wholeSections, type SectionName } from './index/segment-sections';
import type { SearchIndex } from './search-index';

/** Names of the index's files that don't have their checksums; throws `cancelled`. */
export async function damagedFiles(
  { segments }: SearchIndex,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const { file, segment } of segments) {
    if (file === '') continue;
    const isWhole = await checked(segment, undefined, () => {
      if (signal?.aborted === true) {
        throw new ArchiveError('cancelled', 'Checking was cancelled.');
      }
      return true;
    });
    if (!isWhole) damaged.push(file);
  }
  return damaged;
}

/** Throws `SegmentDamaged` where a part that is read as a whole doesn't have its checksum. */
export async function requireWhole(index: SearchIndex, isClosed: () => boolean): Promise<void> {
  for (const { segment } of index.segments) {
    // One that was merged meanwhile is closed.
    const isThere = (): boolean =>
      !isClosed() && index.segments.some((kept) => kept.segment === segment);
    if (!(await checked(segment, wholeSections, isThere))) {
      throw new SegmentDamaged('a search index is damaged');
    }
  }
}

/** Whether sections have their checksums, as far as it `goesOn`. */
async function checked(
  segment: Segment,
  sections: readonly SectionName[] | undefined,
  goesOn: () => boolean,
): Promise<boolean> {
  const checking = segment.check(sections);
  for (;;) {
    if (!goesOn()) return true;
    const step = checking.next();
    if (step.done === true) return step.value;
    await turn();
  }
}

/** What a check of the archive says of the index. */
export function indexProblems(
  damaged: readonly string[],
  differing: number,
  isMadeAnew: boolean,
): readonly VerifyProblem[] {
  const path = 'cache/search';
  if (damaged.length === 0) {
    const message = `The search index had ${differing} releases otherwise than the archive; it was brought up to date.`;
    return [{ kind: 'changed', path, message }];
  }
  const message = isMadeAnew
    ? 'A file of the search index was damaged; the index was made anew.'
    : 'A file of the search index is damaged; it is made anew when the archive is checked while it is open for writing.';
  return damaged.map((file) => ({ kind: 'changed', path: `${path}/${file}`, message }));
}
