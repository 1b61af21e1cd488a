import { basename, extname } from 'node:path';
import type { Likeness } from '../../../shared/importing';
import type { Partner } from '../../../shared/partner';
import type { Photo, PhotoId } from '../../../shared/photo';
import { draftFromIntake, openEmbargoOf } from '../../../shared/release-draft';
import type { ReleaseContent, ReleaseId, ReleaseSource } from '../../../shared/release';
import type { ReviewNote } from '../../../shared/review';
import { ArchiveError } from '../../errors';
import { nothingFound } from '../../releases/parsing/page';
import { draftRelease, type DraftedRelease } from '../drafting';
import type { ReadRelease } from '../readers/reader';
import type { ImportBatches, PreparedRelease } from './import-batches';
import type { Outcome } from './import-result';
import type { ImportTools, RunOptions } from './import-tools';
import { readInputFile } from './input-file';
import { isHeldBy, noteOf, notesOf } from './review-notes';
import { tagPartners } from './tag-partners';

/** A file as it arrived, of which a reader made one release or several. */
export interface ArrivedFile {
  readonly source: ReleaseSource;
  readonly bytes: () => Promise<Uint8Array>;
  /** What people are told: its path. */
  readonly label: string;
}

/** Makes releases ready to be filed: photos staged, partners tagged, compared with the archive. */
export class ReleasePreparer {
  readonly #tools: ImportTools;
  readonly #run: RunOptions;
  readonly #batches: ImportBatches;
  readonly #partners: readonly Partner[];

  constructor(tools: ImportTools, run: RunOptions, batches: ImportBatches) {
    this.#tools = tools;
    this.#run = run;
    this.#batches = batches;
    const { partners } = tools.store.tables;
    this.#partners = run.options.partnerIds.flatMap((id) => partners.get(id) ?? []);
  }

  /** The release that was filed from this very file, or part of it, before; null where none was. */
  async known(source: ReleaseSource): Promise<ReleaseId | null> {
    if (this.#run.options.again) return null;
    if (this.#batches.isWaiting(source)) {
      // The same came before in this very import: once that is filed, this one is known.
      await this.#batches.fileWaiting();
    }
    const [id] = await this.#tools.likeness.sameSource(source);
    return id ?? null;
  }

  /** The photos that a release shows. */
  photosOf(id: ReleaseId): ReadonlySet<PhotoId> {
    const photos = this.#tools.store.tables.releases.get(id)?.photos ?? [];
    return new Set(photos.map(({ photoId }) => photoId));
  }

  alreadyHere(path: string, id: ReleaseId): Outcome {
    const headline = this.#tools.store.tables.releases.get(id)?.headline ?? '';
    return { kind: 'already-here', release: { path, id, headline } };
  }

  /** Throws what keeps it from being filed; a photo that can't be taken in does. */
  async prepare(
    read: ReadRelease,
    file: ArrivedFile,
    photoPaths: readonly string[],
  ): Promise<PreparedRelease | Outcome> {
    const part = read.key === '' ? {} : { part: read.key };
    const source: ReleaseSource = { ...file.source, encoding: read.encoding?.name ?? '', ...part };
    const label = read.key === '' ? file.label : `${file.label} › ${read.title || read.key}`;
    const known = await this.known(source);
    if (known !== null) return this.alreadyHere(label, known);
    const { archive, partners } = this.#tools.store.tables;
    const drafted = await draftRelease(read, source, this.#tools.photos, {
      institution: archive.institution,
      partners: [...partners.values()],
    });
    const photos = await this.#photosFrom(photoPaths, label);
    await this.#tools.staging.stageBytes(source.sha256, await file.bytes());
    return this.#prepared(drafted, photos, photoPaths, label);
  }

  /** Photos that go with no text become one draft that shows them all, for somebody to write. */
  async preparePhotos(paths: readonly string[], label: string): Promise<PreparedRelease | Outcome> {
    const photos = await this.#photosFrom(paths, label);
    const known = this.#run.options.again ? undefined : this.#releaseShowing(photos);
    if (known !== undefined) return this.alreadyHere(label, known);
    const draft: ReleaseContent = {
      ...draftOfPhotos(photos),
      headline: stemOf(label),
      tags: this.#run.options.tags,
      partnerIds: this.#partners.map(({ id }) => id),
    };
    return this.#toFile(draft, null, [noteOf('no-text')], {
      path: label,
      encoding: '',
      encodingSure: true,
      captions: [],
      openEmbargo: null,
      partners: this.#partners.map(({ id, name }) => ({ id, name, added: false })),
      proposedPartners: [],
      photos: draft.photos.map((use, index) => ({ ...use, path: paths[index] ?? '' })),
      remarks: [],
    });
  }

  async #prepared(
    drafted: DraftedRelease,
    photos: readonly Photo[],
    photoPaths: readonly string[],
    path: string,
  ): Promise<PreparedRelease | Outcome> {
    const { source, parsed, facts } = drafted;
    const { options, dryRun, group } = this.#run;
    const draft = draftFromIntake(drafted, photos);
    const { tagged, proposed } = await tagPartners(
      this.#tools.partners,
      parsed.partners,
      this.#partners,
      { addPartners: options.addPartners, dryRun, group },
    );
    const content: ReleaseContent = {
      ...draft,
      headline: draft.headline.trim() || facts.title || stemOf(source.fileName),
      // Such a draft may also be one whose text leaves open until when to hold it back.
      status: draft.status === 'draft' ? 'draft' : options.status,
      tags: [...draft.tags, ...options.tags],
      partnerIds: tagged.flatMap((partner) => partner.id ?? []),
    };
    const likenesses = options.again ? [] : await this.#likenesses(content, source);
    const same = likenesses.find(({ kind }) => kind === 'same-file' || kind === 'same-text');
    if (same !== undefined) return this.alreadyHere(path, same.id);
    const review = [
      ...notesOf(likenesses),
      ...(draft.headline.trim() === '' ? [noteOf('no-headline')] : []),
      ...(draft.body.trim() === '' ? [noteOf('no-text')] : []),
      ...(drafted.encodingSure ? [] : [noteOf('encoding-unsure')]),
    ];
    const inFile = drafted.photos.map(({ photo }) => photo.fileName);
    return this.#toFile(content, source, review, {
      path,
      encoding: source.encoding,
      encodingSure: drafted.encodingSure,
      captions: parsed.captions.map((caption) => caption.value),
      openEmbargo: openEmbargoOf(parsed),
      partners: tagged,
      proposedPartners: proposed,
      photos: content.photos.map((use, index) => ({
        ...use,
        path: inFile[index] ?? photoPaths[index - inFile.length] ?? '',
      })),
      remarks: drafted.remarks,
    });
  }

  #toFile(
    wanted: ReleaseContent,
    source: ReleaseSource | null,
    review: readonly ReviewNote[],
    told: Omit<PreparedRelease['told'], 'content' | 'review'>,
  ): PreparedRelease | Outcome {
    const content: ReleaseContent = isHeldBy(review) ? { ...wanted, status: 'draft' } : wanted;
    // An import of thousands must not hold thousands of texts.
    const { body: _body, ...withoutBody } = content;
    const release = { ...told, content: withoutBody, review };
    return this.#run.dryRun
      ? { kind: 'filed', release: { ...release, id: null } }
      : { kind: 'prepared', toFile: { content, source, review }, told: release };
  }

  async #likenesses(content: ReleaseContent, source: ReleaseSource): Promise<readonly Likeness[]> {
    const { likeness } = this.#tools;
    // What waits is in no index yet; filed, it can be compared.
    if (this.#batches.mayResemble(content)) await this.#batches.fileWaiting();
    return likeness.compare({ ...content, source });
  }

  /** The captions belong to the photos in order: without one they would stand under wrong ones. */
  async #photosFrom(paths: readonly string[], label: string): Promise<readonly Photo[]> {
    const photos: Photo[] = [];
    for (const path of paths) {
      try {
        photos.push(await this.#tools.photos.stage(basename(path), await readInputFile(path)));
      } catch (thrown) {
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        throw new ArchiveError(
          'photo-missing',
          `${basename(label)} was not filed, since not all of its photos could be taken in. ${reason}`,
          { fileName: basename(label), name: basename(path) },
          { cause: thrown },
        );
      }
    }
    return photos;
  }

  #releaseShowing(photos: readonly Photo[]): ReleaseId | undefined {
    const wanted = new Set(photos.map(({ id }) => id));
    if (![...wanted].every((id) => this.#tools.store.tables.photos.has(id))) return undefined;
    for (const release of this.#tools.store.tables.releases.values()) {
      if (release.deletedAt !== null) continue;
      const shown = new Set(release.photos.map(({ photoId }) => photoId));
      if ([...wanted].every((id) => shown.has(id))) return release.id;
    }
    return undefined;
  }
}

function draftOfPhotos(photos: readonly Photo[]): ReleaseContent {
  return draftFromIntake(
    {
      parsed: nothingParsed,
      facts: {
        title: '',
        summary: '',
        byline: '',
        publicationDate: null,
        status: 'draft',
        tags: [],
      },
      photos: [],
    },
    photos,
  );
}

const nothingParsed: DraftedRelease['parsed'] = { text: '', language: 'und', ...nothingFound };

function stemOf(path: string): string {
  return basename(path, extname(path)).trim() || basename(path);
}
