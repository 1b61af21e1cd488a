import type { ArchiveStore } from '../store/archive-store';
import type { Staging } from './staging';

/**
 * Takes photos back that were moved to their place for a release which was never filed.
 * Only of an archive that is whole: where records are lost, a photo may well belong to one of them.
 */
export async function takeBackUnfiled(store: ArchiveStore, staging: Staging): Promise<void> {
  if (store.warnings.length > 0) return;
  const { photos, releases } = store.tables;
  await staging.takeBack(
    (id) => photos.has(id),
    async () => {
      await store.recordsRead();
      const shown = [...releases.values()].flatMap((release) => release.photos);
      return new Set(shown.map(({ photoId }) => photoId));
    },
  );
}
