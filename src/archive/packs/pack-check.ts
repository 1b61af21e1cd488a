import { isEmbargoed } from '../../shared/embargo';
import type { Photo } from '../../shared/photo';
import type { PackItem, PackRemark, PressPack } from '../../shared/press-pack';
import type { Release } from '../../shared/release';
import { photoTexts } from './export/photo-texts';

/**
 * What to mend before a pack goes out at `now` (milliseconds since 1970): the pack itself first, then
 * release by release in order.
 */
export function checkPack(
  pack: PressPack,
  releases: ReadonlyMap<string, Release>,
  photos: ReadonlyMap<string, Photo>,
  now: number,
): PackRemark[] {
  const ofPack: PackRemark[] =
    pack.contact.trim() === ''
      ? [{ kind: 'contact-missing', releaseId: null, photoId: null, name: pack.title }]
      : [];
  return [
    ...ofPack,
    ...pack.items.flatMap((item) => checkItem(item, releases.get(item.releaseId), photos, now)),
  ];
}

function checkItem(
  item: PackItem,
  release: Release | undefined,
  photos: ReadonlyMap<string, Photo>,
  now: number,
): PackRemark[] {
  const { releaseId } = item;
  const remark = (kind: PackRemark['kind'], name: string, photoId: string | null): PackRemark => ({
    kind,
    releaseId,
    photoId,
    name,
  });
  if (release === undefined) return [remark('release-missing', releaseId, null)];

  const remarks: PackRemark[] = [];
  const { headline, status, deletedAt, embargo } = release;
  if (deletedAt !== null) remarks.push(remark('release-in-trash', headline, null));
  if (status === 'withdrawn') remarks.push(remark('release-withdrawn', headline, null));
  if (status === 'draft') remarks.push(remark('release-draft', headline, null));
  if (embargo !== null && isEmbargoed(release, now)) {
    remarks.push({ ...remark('release-embargoed', headline, null), embargo });
  }
  for (const photoId of item.photoIds) {
    const photo = photos.get(photoId);
    const use = release.photos.find((candidate) => candidate.photoId === photoId);
    const name = photo?.fileName ?? photoId;
    const { caption, credit, altText } = photoTexts(release, use, photo);
    if (caption === '') remarks.push(remark('photo-without-caption', name, photoId));
    if (credit === '') remarks.push(remark('photo-without-credit', name, photoId));
    if (altText === '') remarks.push(remark('photo-without-alt-text', name, photoId));
  }
  return remarks;
}
