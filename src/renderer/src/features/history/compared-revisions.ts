import type { ReleaseHistory } from '../../../../shared/release-history';

/** What a revision is compared with. */
export type Against = 'newest' | 'before';

/** The two revisions to compare, the earlier one first; null where there is only one. */
export function comparedRevisions(
  history: ReleaseHistory,
  chosen: number,
  against: Against,
): { readonly from: number; readonly to: number } | null {
  const newest = history[0]?.revision ?? chosen;
  if (against === 'newest' && chosen !== newest) return { from: chosen, to: newest };
  return chosen > 1 ? { from: chosen - 1, to: chosen } : null;
}
