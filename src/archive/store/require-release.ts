import type { ReleaseId } from '../../shared/release';
import { ArchiveError } from '../errors';
import type { ReleaseRecord } from './records';
import type { Tables } from './tables';

/** Throws `release-not-found`. */
export function requireRelease(
  { releases }: Pick<Tables, 'releases'>,
  id: ReleaseId,
): ReleaseRecord {
  const record = releases.get(id);
  if (record !== undefined) return record;
  throw new ArchiveError('release-not-found', 'That release is not in the archive.', { id });
}
