import type { PressPack } from '../../../shared/press-pack';
import type { ReleaseId } from '../../../shared/release';
import { ask } from '../requests';

/** The items that a pack gets for releases: each with all of its photos. */
export async function itemsFor(ids: readonly ReleaseId[]): Promise<PressPack['items']> {
  const details = await Promise.all(ids.map((id) => ask('release:read', { id })));
  return details.map(({ release }) => ({
    releaseId: release.id,
    photoIds: release.photos.map((photo) => photo.photoId),
  }));
}
