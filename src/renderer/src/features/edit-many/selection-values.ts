import type { ReleaseId, ReleaseSummary } from '../../../../shared/release';
import type { FindHit } from '../../../../shared/search';
import { currentLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';

/** Something that occurs in the chosen releases, and in how many of them. */
export interface Occurring {
  readonly value: string;
  readonly count: number;
}

export interface SelectionValues {
  readonly tags: readonly Occurring[];
  readonly partnerIds: readonly Occurring[];
}

function counted(lists: readonly (readonly string[])[]): readonly Occurring[] {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { compare } = collatorOf(currentLanguage());
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
}

/** The tags and partners of the chosen releases, the most frequent first. */
export function selectionValues(
  pages: ReadonlyMap<number, readonly FindHit[]>,
  ids: readonly ReleaseId[],
): SelectionValues {
  const wanted = new Set(ids);
  const releases: ReleaseSummary[] = [...pages.values()]
    .flat()
    .map(({ release }) => release)
    .filter(({ id }) => wanted.has(id));
  return {
    tags: counted(releases.map(({ tags }) => tags)),
    partnerIds: counted(releases.map(({ partnerIds }) => partnerIds)),
  };
}
