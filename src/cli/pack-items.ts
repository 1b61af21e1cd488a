import type { Archive } from '../archive/archive';
import type { PackItem } from '../shared/press-pack';
import type { ReleaseId } from '../shared/release';
import { everything, findRelease } from './find-release';
import { findPartners } from './find-partners';
import { countOf } from './format/fields';
import type { Host } from './host';
import { unlessInterrupted } from './interruption';
import { usageError } from './usage';

/** As many releases as a pack can hold. */
const mostReleases = 2_000;

export interface PackChoice {
  readonly release?: readonly string[];
  readonly search?: string;
  readonly partner?: readonly string[];
}

/**
 * The releases of a new pack with all their photos: those named first, then those found, newest
 * first. A search takes filed releases only; drafts and withdrawn ones go along only by name.
 */
export async function choosePackItems(
  host: Host,
  archive: Archive,
  choice: PackChoice,
): Promise<readonly PackItem[]> {
  const searching = choice.search !== undefined || choice.partner !== undefined;
  if (choice.release === undefined && !searching) {
    throw usageError('Say what goes into the pack: --release, --search or --partner.');
  }
  const chosen = new Set<ReleaseId>();
  for (const name of choice.release ?? []) chosen.add(await findRelease(archive, name));
  if (searching) {
    for (const id of await searchFiled(host, archive, choice)) chosen.add(id);
  }
  const items: PackItem[] = [];
  for (const releaseId of chosen) {
    const { release } = await archive.releases.read(releaseId);
    items.push({ releaseId, photoIds: [...new Set(release.photos.map((use) => use.photoId))] });
  }
  return items;
}

async function searchFiled(
  { output, signal }: Host,
  archive: Archive,
  choice: PackChoice,
): Promise<readonly ReleaseId[]> {
  const page = await unlessInterrupted(
    signal,
    archive.search.find({
      ...everything,
      text: choice.search ?? '',
      partnerIds: findPartners(archive, choice.partner ?? []).map((partner) => partner.id),
      limit: mostReleases,
    }),
  );
  if (page.total > mostReleases) {
    throw usageError(
      `${countOf(page.total, 'release')} match; a pack holds at most ${mostReleases}. Search for less.`,
    );
  }
  const filed = page.hits.filter((hit) => hit.release.status === 'filed');
  const leftOut = page.hits.length - filed.length;
  if (leftOut > 0) {
    output.note(
      `${countOf(leftOut, 'release')} left out (draft or withdrawn); name one with --release to include it.`,
    );
  }
  return filed.map((hit) => hit.release.id);
}
