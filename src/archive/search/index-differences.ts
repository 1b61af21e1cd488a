import type { ReleaseId } from '../../shared/release';
import type { ArchiveStore } from '../store/archive-store';
import type { SearchDocuments } from './search-documents';
import type { SearchIndex } from './search-index';
import { timeSlices } from './time-slices';

/** Ids of releases that the index doesn't have as they are, or has although they are gone. */
export async function differencesOf(
  store: ArchiveStore,
  documents: SearchDocuments,
  index: SearchIndex,
  isClosed: () => boolean,
): Promise<readonly ReleaseId[]> {
  const { releases } = store.tables;
  const differing: ReleaseId[] = [];
  const rest = timeSlices();
  for (const release of releases.listed()) {
    if (isClosed()) return [];
    if (index.stampOf(release.id) !== documents.stampOf(release)) differing.push(release.id);
    await rest();
  }
  if (index.size !== releases.size || differing.length > 0) {
    for (const id of index.ids()) {
      if (!releases.has(id)) differing.push(id);
      await rest();
    }
  }
  return differing;
}
