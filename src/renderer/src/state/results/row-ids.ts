import type { ReleaseId } from '../../../../shared/release';
import { answerTo, currentAsking } from './answers';
import { currentQuery } from './current-query';

/** Releases that are asked for at once where only their ids count. */
const idsAtOnce = 500;

/**
 * The ids of the rows from `first` to `last`, however many; they needn't stay in memory. null where
 * another question is asked meanwhile: those rows are no longer what the person meant.
 */
export async function idsOfRows(first: number, last: number): Promise<readonly ReleaseId[] | null> {
  const mine = currentAsking();
  const asked = JSON.stringify(currentQuery(0, 1, false));
  const ids: ReleaseId[] = [];
  for (let offset = first; offset <= last; offset += idsAtOnce) {
    const limit = Math.min(idsAtOnce, last - offset + 1);
    const { hits } = await answerTo(() => currentQuery(offset, limit, false), mine);
    if (JSON.stringify(currentQuery(0, 1, false)) !== asked) return null;
    for (const { release } of hits) ids.push(release.id);
  }
  return ids;
}
