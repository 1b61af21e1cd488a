import type { Archive } from '../archive/archive';
import { ArchiveError } from '../archive/errors';
import type { ReleaseId, ReleaseSummary } from '../shared/release';
import type { FindQuery } from '../shared/search';

/** Fewer characters of an id are more likely a word of a headline. */
const shortestIdPart = 4;
/** How many headlines a sentence about an ambiguous name lists. */
const listedHeadlines = 5;

export const everything: FindQuery = {
  text: '',
  partnerIds: [],
  place: 'archive',
  year: null,
  sort: 'newest',
  offset: 0,
  limit: Number.MAX_SAFE_INTEGER,
};

/**
 * The release that a person means: its id, the beginning or end of its id, its headline, or words
 * that only one headline contains.
 * Throws `release-not-found`, also where several match; the message names them.
 */
export async function findRelease(archive: Archive, name: string): Promise<ReleaseId> {
  const pages = [
    await archive.search.find(everything),
    await archive.search.find({ ...everything, place: 'trash' }),
  ];
  const releases = pages.flatMap((page) => page.hits.map((hit) => hit.release));
  const [found, ...others] = matching(releases, name.trim());
  if (found === undefined) {
    throw new ArchiveError('release-not-found', `No release is called "${name}".`, { name });
  }
  if (others.length > 0) throw ambiguous(name, [found, ...others]);
  return found.id;
}

function matching(releases: readonly ReleaseSummary[], name: string): readonly ReleaseSummary[] {
  const id = name.toLowerCase();
  if (/^[0-9a-f-]+$/.test(id) && id.length >= shortestIdPart) {
    const byId = releases.filter((release) => release.id.startsWith(id) || release.id.endsWith(id));
    if (byId.length > 0) return byId;
  }
  const wanted = folded(name);
  if (wanted === '') return [];
  const exact = releases.filter((release) => folded(release.headline) === wanted);
  if (exact.length > 0) return exact;
  return releases.filter((release) => folded(release.headline).includes(wanted));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function ambiguous(name: string, releases: readonly ReleaseSummary[]): ArchiveError {
  const listed = releases
    .slice(0, listedHeadlines)
    .map((release) => `"${release.headline}" (${release.id})`)
    .join(', ');
  const more = releases.length > listedHeadlines ? ' and more' : '';
  return new ArchiveError(
    'release-not-found',
    `"${name}" may mean ${releases.length} releases: ${listed}${more}.`,
    { name, count: releases.length },
  );
}
