import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { embargoAt, localTimeIn, type Embargo } from '../../shared/embargo';
import type { Photo, PhotoUse } from '../../shared/photo';
import type { Credit, Person, Release, ReleaseContent, StoryId } from '../../shared/release';
import type { ReviewNote } from '../../shared/review';
import { createArchive, type Archive } from '../archive';
import { inScratchBeside, moveToEmpty, requireEmpty } from '../keeping/places';
import { throwIfCancelled } from '../keeping/work-options';
import type { ToFile } from '../releases/release-service';
import {
  institutionIn,
  partnerIn,
  readSample,
  type Sample,
  type SampleLanguage,
  type SampleRelease,
} from './sample-files';

interface SampleOptions {
  /** In which the institution and its partners are named first; English otherwise. */
  readonly language?: SampleLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In photos and releases. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Releases that are filed as one change: often enough for a bar that moves, and to cancel. */
const batchSize = 12;

/**
 * Makes the sample archive in `folder`, which must not exist yet or be empty, out of the files in
 * `sampleFolder`. It is filed as a person would file it, in a hidden folder beside, and appears when it
 * is complete; otherwise nothing is left behind. Throws `folder-not-empty`, `cancelled`.
 */
export async function makeSampleArchive(
  folder: string,
  sampleFolder: string,
  options: SampleOptions = {},
): Promise<void> {
  await requireEmpty(folder);
  const sample = await readSample(sampleFolder);
  await inScratchBeside(folder, async (scratch) => {
    const language = options.language ?? 'en';
    const archive = await createArchive(scratch, institutionIn(sample, language));
    try {
      await fill(archive, sample, options);
    } finally {
      await archive.close();
    }
    throwIfCancelled(options.signal);
    await moveToEmpty(scratch, folder, 'archive.json');
  });
}

async function fill(
  archive: Archive,
  sample: Sample,
  { signal, onProgress, language = 'en' }: SampleOptions,
): Promise<void> {
  const photoNames = Object.keys(sample.photos);
  const total = photoNames.length + sample.releases.length;
  let done = 0;
  const step = (count: number): void => {
    done += count;
    onProgress?.(done, total);
    throwIfCancelled(signal);
  };
  onProgress?.(0, total);
  const now = new Date();
  const partnerIds = new Map<string, string>();
  for (const partner of sample.partners) {
    const added = await archive.partners.add(partnerIn(partner, language));
    partnerIds.set(partner.name, added.id);
  }
  const photos = new Map<string, Photo>();
  for (const name of photoNames) {
    const bytes = await readFile(join(sample.folder, 'photos', name));
    photos.set(name, await archive.photos.stage(name, bytes));
    step(1);
  }
  const stories = storiesIn(sample);
  const filed = new Map<string, Release>();
  const group = newId();
  for (let at = 0; at < sample.releases.length; at += batchSize) {
    const batch = sample.releases.slice(at, at + batchSize);
    const toFile: ToFile[] = [];
    for (const release of batch) {
      const content = contentOf(release, sample, partnerIds, photos, now);
      const source = await sourceOf(archive, sample, release);
      const storyId = stories.get(storyOf(release.name));
      toFile.push({ content, source, storyId, review: questionOf(release, filed) });
    }
    for (const [index, release] of (await archive.releases.fileAll(toFile, group)).entries()) {
      filed.set(batch[index]?.name ?? '', release);
    }
    step(batch.length);
  }
  for (const pack of sample.packs) {
    const items = pack.releases.map((name) => {
      const release = required(filed, name, 'release');
      return { releaseId: release.id, photoIds: release.photos.map(({ photoId }) => photoId) };
    });
    const { title, coverNote, contact } = pack;
    await archive.packs.create({ title, coverNote, contact, items });
  }
  for (const { name, ...search } of sample.searches) await archive.searches.save(name, search);
  // Whoever looks around in it hasn't made any of this.
  await archive.undo.forget();
}

/** `2014-03-03-keel-laid` and `2014-03-04-keel-laid-zh` tell one story. */
function storyOf(name: string): string {
  return name.replace(/^[\d-]+/, '').replace(/-zh$/, '');
}

/** Ids of the stories that are told in more than one language, by what `storyOf` says of their releases. */
function storiesIn({ releases }: Sample): ReadonlyMap<string, StoryId> {
  const languages = new Map<string, Set<string>>();
  for (const { name, language, mayTranslate } of releases) {
    // Somebody still has to say whether it belongs to the story.
    if (mayTranslate !== null) continue;
    const story = storyOf(name);
    languages.set(story, (languages.get(story) ?? new Set()).add(language));
  }
  return new Map(
    [...languages].filter(([, told]) => told.size > 1).map(([story]) => [story, newId()]),
  );
}

function contentOf(
  release: SampleRelease,
  sample: Sample,
  partnerIds: ReadonlyMap<string, string>,
  photos: ReadonlyMap<string, Photo>,
  now: Date,
): ReleaseContent {
  const embargo = embargoOf(release, now);
  const { language, status, headline, subheadline, dateline, byline, body, boilerplate } = release;
  return {
    language,
    status,
    headline,
    subheadline,
    dateline,
    byline,
    publicationDate: release.published ?? embargo?.local.slice(0, 10) ?? null,
    eventDate: release.event,
    embargo,
    body,
    boilerplate,
    mediaContact: release.contact,
    textCredit: creditOf(release.textCredit),
    photoCredit: creditOf(release.photoCredit),
    people: release.people.map(personOf),
    tags: release.tags,
    partnerIds: release.partners.map((name) => required(partnerIds, name, 'partner')),
    photos: release.photos.map(({ file, caption }): PhotoUse => {
      const { credit, altText } = required(
        new Map(Object.entries(sample.photos)),
        file,
        'description of the photo',
      );
      return {
        photoId: required(photos, file, 'photo').id,
        caption,
        creditLine: credit[language] ?? '',
        altText: altText[language] ?? '',
      };
    }),
  };
}

function embargoOf({ embargo, name }: SampleRelease, now: Date): Embargo | null {
  if (embargo === null) return null;
  const { days, time, zone } = embargo;
  const then = new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString();
  const day = localTimeIn(zone, then)?.slice(0, 10) ?? '';
  const end = embargoAt(`${day}T${time}`, zone);
  if (end === null) throw new Error(`The sample's release ${name} has an embargo without an end.`);
  return end;
}

/** The other release is an older one: it has been filed. */
function questionOf(
  { mayTranslate }: SampleRelease,
  filed: ReadonlyMap<string, Release>,
): readonly ReviewNote[] {
  if (mayTranslate === null) return [];
  const otherId = required(filed, mayTranslate, 'release').id;
  return [{ reason: 'may-be-translation', otherId, resemblance: null }];
}

/** The file that a release was filed from, taken in as if it had been dropped. */
async function sourceOf(
  archive: Archive,
  sample: Sample,
  { source }: SampleRelease,
): Promise<ToFile['source']> {
  if (source === null) return null;
  const bytes = await readFile(join(sample.folder, 'sources', source));
  const intake = await archive.intake.file(source, bytes, null);
  return intake.kind === 'release' ? intake.source : null;
}

function creditOf(text: string | null): Credit | null {
  if (text === null) return null;
  const [name, organisation] = halves(text);
  return { name, organisation };
}

function personOf(text: string): Person {
  const [name, title] = halves(text);
  return { name, title };
}

/** What stands before and after the first comma. */
function halves(text: string): readonly [string, string] {
  const comma = text.indexOf(', ');
  return comma === -1 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 2)];
}

function required<T>(known: ReadonlyMap<string, T>, name: string, what: string): T {
  const found = known.get(name);
  if (found === undefined) throw new Error(`The sample has no ${what} ${name}.`);
  return found;
}
