import type { Release, ReleaseSummary } from '../../shared/release';
import { bodyDigest, excerptOf } from '../store/body-file';
import type { ReleaseRecord, Step } from '../store/records';

export function releaseOf(record: ReleaseRecord, body: string): Release {
  const { bodySha256: _digest, excerpt: _excerpt, embargo, ...rest } = record;
  return { ...rest, embargo: embargo ?? null, body };
}

export function summaryOf(record: ReleaseRecord): ReleaseSummary {
  return {
    id: record.id,
    headline: record.headline,
    language: record.language,
    status: record.status,
    publicationDate: record.publicationDate,
    eventDate: record.eventDate,
    partnerIds: record.partnerIds,
    tags: record.tags,
    photoCount: record.photos.length,
    leadPhotoId: record.photos[0]?.photoId ?? null,
    excerpt: record.excerpt,
    deletedAt: record.deletedAt,
    embargo: record.embargo ?? null,
    isInStory: record.storyId !== undefined,
  };
}

/** The step that files a release. */
export function putStep({ body, embargo, ...rest }: Release): Step {
  const record: ReleaseRecord = {
    ...rest,
    ...(embargo === null ? {} : { embargo }),
    bodySha256: bodyDigest(body),
    excerpt: excerptOf(body),
  };
  return { put: 'release', record, body };
}
