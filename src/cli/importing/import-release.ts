import { basename } from 'node:path';
import type { Archive } from '../../archive/archive';
import { ArchiveError } from '../../archive/errors';
import { notAPhoto } from '../../archive/photos/photo-service';
import type { Intake } from '../../shared/intake';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import { draftFromParsed } from '../../shared/release-draft';
import type { ReleaseContent, ReleaseStatus } from '../../shared/release';
import { fileFailure } from './file-failure';
import type { ReleaseFiles } from './group-files';
import type { ImportBatches, PreparedRelease } from './import-batches';
import type { FileFailure, Outcome } from './import-result';
import { readInputFile } from './input-file';
import { tagPartners } from './tag-partners';

export interface ImportOptions {
  readonly partners: readonly Partner[];
  readonly addPartners: boolean;
  readonly status: ReleaseStatus;
  readonly encoding: string | null;
  /** Files what the archive has already once more. */
  readonly again: boolean;
  readonly dryRun: boolean;
  /** What the import changes is undone together. */
  readonly group: string;
}

type ReleaseIntake = Extract<Intake, { readonly kind: 'release' }>;

/**
 * Makes one text with its photos ready to be filed, or says why not. A failed photo keeps its text from
 * being filed.
 */
export async function prepareRelease(
  archive: Archive,
  files: ReleaseFiles,
  options: ImportOptions,
  batches: Pick<ImportBatches, 'isWaiting' | 'fileWaiting'>,
): Promise<PreparedRelease | Outcome> {
  try {
    let intake = await takeText(archive, files.text, options.encoding);
    if (!options.again && batches.isWaiting(intake.source.sha256)) {
      // The same text came before in this very import: once that is filed, this one is known.
      await batches.fileWaiting();
      intake = await takeText(archive, files.text, options.encoding);
    }
    if (intake.duplicateOf !== null && !options.again) {
      return { kind: 'already-here', release: { path: files.text, ...intake.duplicateOf } };
    }
    const { photos, failed } = await takePhotos(archive, files.photos);
    if (failed.length > 0) {
      // The captions belong to the photos in order: without one they would stand under wrong ones.
      const without = new ArchiveError(
        'photo-missing',
        `${basename(files.text)} was not filed, since not all of its photos could be taken in.`,
        { fileName: basename(files.text), failed: failed.length },
      );
      return { kind: 'failed', failed: [...failed, fileFailure(files.text, without)] };
    }
    return await prepared(archive, files, intake, photos, options);
  } catch (thrown) {
    return { kind: 'failed', failed: [fileFailure(files.text, thrown)] };
  }
}

/** A photo is filed with a release only. One that is none is told as that. */
export async function refuseLoosePhoto(archive: Archive, path: string): Promise<Outcome> {
  const name = basename(path);
  try {
    await takePhoto(archive, path);
    throw new ArchiveError(
      'request-invalid',
      `${name} goes with no text: name it after its text (release.txt, release-1.jpg) or give it with one text alone.`,
      { fileName: name },
    );
  } catch (thrown) {
    return { kind: 'failed', failed: [fileFailure(path, thrown)] };
  }
}

async function prepared(
  archive: Archive,
  { text, photos: photoPaths }: ReleaseFiles,
  { parsed, source, encodingSure }: ReleaseIntake,
  photos: readonly Photo[],
  options: ImportOptions,
): Promise<PreparedRelease | Outcome> {
  const draft = draftFromParsed(parsed, photos);
  if (draft.headline.trim() === '') {
    throw new ArchiveError('release-incomplete', `${basename(text)} has no headline.`, {
      fileName: basename(text),
      field: 'headline',
    });
  }
  const { tagged, proposed } = await tagPartners(
    archive,
    parsed.partners,
    options.partners,
    options,
  );
  const content: ReleaseContent = {
    ...draft,
    status: options.status,
    partnerIds: tagged.flatMap((partner) => partner.id ?? []),
  };
  // An import of thousands must not hold thousands of texts; `show` has the body.
  const { body: _body, ...withoutBody } = content;
  const told = {
    path: text,
    content: withoutBody,
    encoding: source.encoding,
    encodingSure,
    captions: parsed.captions.map((caption) => caption.value),
    partners: tagged,
    proposedPartners: proposed,
    photos: content.photos.map((use, index) => ({ ...use, path: photoPaths[index] ?? '' })),
  };
  return options.dryRun
    ? { kind: 'filed', release: { ...told, id: null } }
    : { kind: 'prepared', toFile: { content, source }, told };
}

async function takeText(
  archive: Archive,
  path: string,
  encoding: string | null,
): Promise<ReleaseIntake> {
  const intake = await archive.intake.file(basename(path), await readInputFile(path), encoding);
  if (intake.kind === 'release') return intake;
  throw new ArchiveError('file-unsupported', `${basename(path)} is a photo, not a text.`, {
    fileName: basename(path),
  });
}

async function takePhoto(archive: Archive, path: string): Promise<Photo> {
  const intake = await archive.intake.file(basename(path), await readInputFile(path), null);
  if (intake.kind === 'photo') return intake.photo;
  throw notAPhoto(basename(path));
}

async function takePhotos(
  archive: Archive,
  paths: readonly string[],
): Promise<{ photos: readonly Photo[]; failed: readonly FileFailure[] }> {
  const photos: Photo[] = [];
  const failed: FileFailure[] = [];
  for (const path of paths) {
    try {
      photos.push(await takePhoto(archive, path));
    } catch (thrown) {
      failed.push(fileFailure(path, thrown));
    }
  }
  return { photos, failed };
}
