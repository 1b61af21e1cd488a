import { basename, extname } from 'node:path';
import type { Likeness } from '../../../shared/importing';
import type { Partner } from '../../../shared/partner';
import type { Photo, PhotoId } from '../../../shared/photo';
import { draftFromIntake, openEmbargoOf } from '../../../shared/release-draft';
import type { ReleaseContent, ReleaseId, ReleaseSource } from '../../../shared/release';
import type { ReviewNote } from '../../../shared/review';
import { visibleText } from '../../../shared/visible-text';
import { ArchiveError } from '../../errors';
import type { PhotoService } from '../../photos/photo-service';
import { nothingFound } from '../../releases/parsing/page';
import { draftRelease, type DraftedRelease } from '../drafting';
import type { ReadRelease } from '../readers/reader';
import type { ImportBatches, PreparedRelease } from './import-batches';
import { EarlierPart } from './earlier-part';
import type { KnownRelease, Outcome } from './import-result';
import type { ImportTools, RunOptions } from './import-tools';
import { readInputFile } from './input-file';
import { isHeldBy, noteOf, notesOf } from './review-notes';
import { RunReleases } from './run-releases';
import { legiblePath, nameOfPath } from './system-path';
import { tagPartners } from './tag-partners';

/** A file as it arrived, of which a reader made one release or several. */
export interface ArrivedFile {
  readonly source: ReleaseSource;
  /** Its bytes, for what comes out of it to be filed with; undefined where they are staged now. */
  readonly keep: () => Promise<Uint8Array | undefined>;
  /** What people are told: its path. */
  readonly label: string;
}

/** Makes releases ready to be filed: photos staged, partners tagged, compared with the archive. */
export class ReleasePreparer {
  readonly #tools: ImportTools;
  readonly #run: RunOptions;
  readonly #batches: ImportBatches;
  readonly #partners: readonly Partner[];
  readonly #earlier: EarlierPart;
  /** In a dry run, what it would have filed; null in any other. */
  readonly #would: RunReleases | null;

  constructor(tools: ImportTools, run: RunOptions, batches: ImportBatches) {
    this.#tools = tools;
    this.#run = run;
    this.#batches = batches;
    this.#earlier = new EarlierPart(tools.store, run.brokenOff);
    this.#would = run.dryRun ? new RunReleases() : null;
    const { partners } = tools.store.tables;
    this.#partners = run.options.partnerIds.flatMap((id) => partners.get(id) ?? []);
  }

  /** The release that was filed from this very file, or part of it, before; null where none was. */
  async known(source: ReleaseSource): Promise<KnownRelease | null> {
    const { likeness } = this.#tools;
    if (this.#run.options.again) {
      return this.#archived(this.#earlier.claim(await likeness.sameSource(source)));
    }
    if (this.#batches.isWaiting(source)) {
      // The same came before in this very import: once that is filed, this one is known.
      await this.#batches.fileWaiting();
    }
    const [id = null] = await likeness.sameSource(source);
    return this.#archived(id) ?? (await this.#would?.withSource(source)) ?? null;
  }

  alreadyHere(path: string, { id, headline, inThisRun }: KnownRelease): Outcome {
    return { kind: 'already-here', release: { path, id, headline, inThisRun } };
  }

  async close(): Promise<void> {
    await this.#would?.close();
  }

  #archived(id: ReleaseId | null): KnownRelease | null {
    const release = id === null ? undefined : this.#tools.store.tables.releases.get(id);
    if (release === undefined) return null;
    return { id, headline: release.headline, photos: release.photos, inThisRun: null };
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
    const drafted = await draftRelease(read, source, this.#intoStaging, {
      institution: archive.institution,
      partners: [...partners.values()],
    });
    this.#run.signal.throwIfAborted();
    const photos = await this.#photosFrom(photoPaths, label);
    const prepared = await this.#prepared(drafted, photos, photoPaths, label);
    if (prepared.kind !== 'prepared') return prepared;
    return { ...prepared, toFile: { ...prepared.toFile, sourceBytes: await file.keep() } };
  }

  /** Photos that go with no text become one draft that shows them all, for somebody to write. */
  async preparePhotos(paths: readonly string[], label: string): Promise<PreparedRelease | Outcome> {
    const photos = await this.#photosFrom(paths, label);
    const known = await this.#knownShowing(new Set(photos.map(({ id }) => id)));
    if (known !== null) return this.alreadyHere(label, known);
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
      photos: draft.photos.map((use, index) => ({ ...use, path: legiblePath(paths[index] ?? '') })),
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
    const openEmbargo = openEmbargoOf(parsed);
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
    // A long text takes a while until here.
    this.#run.signal.throwIfAborted();
    const same = likenesses.find(({ kind }) => kind === 'same-file' || kind === 'same-text');
    const known = same && (this.#archived(same.id) ?? this.#would?.known(same.id));
    if (known != null) return this.alreadyHere(path, known);
    const review = [
      // What a dry run would only file has no id.
      ...notesOf(likenesses).map((note) =>
        this.#archived(note.otherId) === null ? { ...note, otherId: null } : note,
      ),
      ...(draft.headline.trim() === '' ? [noteOf('no-headline')] : []),
      ...(draft.body.trim() === '' ? [noteOf('no-text')] : []),
      ...(openEmbargo === null ? [] : [{ ...noteOf('embargo-open'), quote: openEmbargo }]),
      ...(drafted.encodingSure ? [] : [noteOf('encoding-unsure')]),
    ];
    const inFile = drafted.photos.map(({ photo }) => photo.fileName);
    return this.#toFile(content, source, review, {
      path,
      encoding: source.encoding,
      encodingSure: drafted.encodingSure,
      captions: parsed.captions.map((caption) => caption.value),
      openEmbargo,
      partners: tagged,
      proposedPartners: proposed,
      photos: content.photos.map((use, index) => ({
        ...use,
        path: inFile[index] ?? legiblePath(photoPaths[index - inFile.length] ?? ''),
      })),
      remarks: drafted.remarks,
    });
  }

  async #toFile(
    wanted: ReleaseContent,
    source: ReleaseSource | null,
    review: readonly ReviewNote[],
    told: Omit<PreparedRelease['told'], 'content' | 'review'>,
  ): Promise<PreparedRelease | Outcome> {
    const content: ReleaseContent = isHeldBy(review) ? { ...wanted, status: 'draft' } : wanted;
    // An import of thousands must not hold thousands of texts.
    const { body: _body, ...withoutBody } = content;
    const release = { ...told, content: withoutBody, review };
    if (this.#would === null) {
      return { kind: 'prepared', toFile: { content, source, review }, told: release };
    }
    await this.#would.add(told.path, content, source);
    return { kind: 'filed', release: { ...release, id: null } };
  }

  async #likenesses(content: ReleaseContent, source: ReleaseSource): Promise<readonly Likeness[]> {
    const { likeness } = this.#tools;
    // What waits is in no index yet; filed, it can be compared.
    if (this.#batches.mayResemble(content)) await this.#batches.fileWaiting();
    const text = { ...content, source };
    const inRun = (await this.#would?.compare(text)) ?? [];
    return [...(await likeness.compare(text)), ...inRun];
  }

  /** Where photos go: a dry run keeps none. */
  get #intoStaging(): Pick<PhotoService, 'stage'> {
    const { photos } = this.#tools;
    return this.#run.dryRun ? { stage: (name, bytes) => photos.look(name, bytes) } : photos;
  }

  /** The captions belong to the photos in order: without one they would stand under wrong ones. */
  async #photosFrom(paths: readonly string[], label: string): Promise<readonly Photo[]> {
    const photos: Photo[] = [];
    for (const path of paths) {
      try {
        photos.push(await this.#intoStaging.stage(nameOfPath(path), await readInputFile(path)));
      } catch (thrown) {
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        throw new ArchiveError(
          'photo-missing',
          `${basename(label)} was not filed, since not all of its photos could be taken in. ${reason}`,
          { fileName: basename(label), name: nameOfPath(path) },
          { cause: thrown },
        );
      }
    }
    return photos;
  }

  /** The release that shows all of these photos. */
  async #knownShowing(wanted: ReadonlySet<PhotoId>): Promise<KnownRelease | null> {
    if (this.#run.options.again) return this.#archived(this.#earlier.claimPhotos(wanted));
    if (this.#batches.isShowing(wanted)) await this.#batches.fileWaiting();
    const { photos, releases } = this.#tools.store.tables;
    if (![...wanted].every((id) => photos.has(id))) return this.#would?.withPhotos(wanted) ?? null;
    for (const release of releases.values()) {
      if (release.deletedAt !== null) continue;
      const shown = new Set(release.photos.map(({ photoId }) => photoId));
      if ([...wanted].every((id) => shown.has(id))) return this.#archived(release.id);
    }
    return this.#would?.withPhotos(wanted) ?? null;
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
  return visibleText(basename(path, extname(path)).trim() || basename(path));
}
