import { photoFormats } from '../../shared/photo';
import { monthOf } from '../store/layout';
import type { Tables } from '../store/tables';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const sha256 = /^[0-9a-f]{64}$/;
const month = /^(?:\d{4}-\d{2}|undated)$/;

/**
 * Records become names of files. Those of an archive that comes from elsewhere could lead out of its
 * folder (`id: "../../…"`), however right its checksums are. Answers the sentence about the first
 * such record, or null.
 */
export function strangeRecord(tables: Tables): string | null {
  for (const [key, { id, publicationDate, source }] of tables.releases) {
    const isPlain =
      uuid.test(id) &&
      key === id &&
      month.test(monthOf(publicationDate)) &&
      (source === null || sha256.test(source.sha256));
    if (!isPlain) return 'It has a release with a name that no archive gives.';
  }
  for (const { id, format } of tables.photos.values()) {
    const isPlain = sha256.test(id) && photoFormats.includes(format);
    if (!isPlain) return 'It has a photo with a name that no archive gives.';
  }
  return null;
}
