import type { ReleaseId } from '../../../../shared/release';
import { hitAt, indexOf } from './result-pages';
import { useResults } from './result-state';

/** The row that takes the place of the ones that are about to leave the list. */
export function neighbourOf(leaving: readonly ReleaseId[]): ReleaseId | null {
  const { pages, total } = useResults.getState();
  const rows = leaving.map((id) => indexOf(pages, id)).filter((index) => index >= 0);
  if (rows.length === 0) return null;
  const candidates = [Math.max(...rows) + 1, Math.min(...rows) - 1];
  const next = candidates
    .filter((index) => index >= 0 && index < (total ?? 0))
    .map((index) => hitAt(pages, index)?.release.id)
    .find((id) => id !== undefined && !leaving.includes(id));
  return next ?? null;
}
