import iconv from 'iconv-lite';
import { draftFromIntake, openEmbargoOf } from '../../shared/release-draft';
import type { Photo, PhotoUse } from '../../shared/photo';
import type { ReleaseContent, ReleaseId, ReleaseSource } from '../../shared/release';
import { textEncodings, type EncodingReading } from '../../shared/encodings';
import type { ReviewNote } from '../../shared/review';
import { ArchiveError } from '../errors';
import type { PhotoService } from '../photos/photo-service';
import { plainWords } from '../releases/plain-words';
import type { ReleaseService } from '../releases/release-service';
import type { ArchiveStore } from '../store/archive-store';
import type { ReleaseRecord } from '../store/records';
import { requireRelease } from '../store/require-release';
import { isHeldBy, noteOf, notesOf } from './batch/review-notes';
import { draftRelease, type DraftedRelease } from './drafting';
import type { FileReading } from './file-reading';
import type { LikenessService } from './likeness/likeness-service';
import { contextAhead } from './parse-ahead';
import type { ReadRelease } from './readers/reader';
import { sha256Of } from './staging';

/** So much of a file is decoded for its first line, in bytes. */
const previewBytes = 256 * 1024;
/** UTF-16 code units of a first line. */
const longestLine = 120;

interface RereadingTools {
  readonly store: ArchiveStore;
  readonly photos: PhotoService;
  readonly releases: ReleaseService;
  readonly likeness: LikenessService;
  readonly reading: FileReading;
}

/** Reads the file that a release was made of once more, in another encoding. */
export class RereadingService {
  readonly #tools: RereadingTools;

  constructor(tools: RereadingTools) {
    this.#tools = tools;
  }

  /**
   * The first line of the kept file in each encoding, the one that it was read in first. Throws
   * `release-not-found`, `request-invalid` where the release was made of no text file, `archive-damaged`.
   */
  async readings(id: ReleaseId): Promise<readonly EncodingReading[]> {
    const { source } = this.#record(id);
    const bytes = (await this.#sourceBytes(source)).subarray(0, previewBytes);
    const encodings = [...new Set([source.encoding, ...textEncodings])];
    const readings: EncodingReading[] = [];
    for (const encoding of encodings) {
      const read = await this.#read(source, new Uint8Array(bytes), encoding).catch(() => null);
      readings.push({ encoding, firstLine: read && firstLineOf(read) });
    }
    return readings;
  }

  /**
   * Replaces what a release says by what its kept file says in that encoding, as one change. The file
   * stays as it is, and so do tags, partners and photos that didn't come out of the text. Whether the
   * letters are right now is for the person to say: the question stays. Throws what `readings` throws,
   * the 'file-…' codes of readers, and what `revise` throws.
   */
  async readAgain(id: ReleaseId, encoding: string): Promise<void> {
    const { store, releases } = this.#tools;
    await store.requireOpenForWriting();
    const isReadable: boolean = iconv.encodingExists(encoding);
    if (!isReadable) {
      throw new ArchiveError(
        'request-invalid',
        `"${encoding}" is not an encoding that can be read.`,
      );
    }
    const record = this.#record(id);
    const bytes = await this.#sourceBytes(record.source);
    const drafted = await this.#draft(record.source, bytes, encoding);
    const before = await this.#draft(record.source, bytes, record.source.encoding).catch(
      () => null,
    );
    const content = this.#content(record, drafted, before);
    const review = await this.#review(record, drafted, content);
    const status = isHeldBy(review) && record.status === 'filed' ? 'draft' : record.status;
    await releases.revise(
      id,
      record.revision,
      { ...content, status },
      {
        action: 'release:read-again',
        source: drafted.source,
        review,
      },
    );
  }

  #content(
    record: ReleaseRecord,
    drafted: DraftedRelease,
    before: DraftedRelease | null,
  ): ReleaseContent {
    const beside = this.#photosBeside(record, drafted);
    const draft = draftFromIntake(drafted, beside);
    const old = before && draftFromIntake(before, beside);
    const oldTags = new Set(old?.tags);
    return {
      ...draft,
      headline: draft.headline.trim() || record.headline,
      tags: [...new Set([...draft.tags, ...record.tags.filter((tag) => !oldTags.has(tag))])],
      partnerIds: [...new Set([...record.partnerIds, ...draft.partnerIds])],
      photos: draft.photos.map((use) => withOwnWords(use, record.photos, old?.photos ?? [])),
    };
  }

  /** Without their captions: those may come from the same text, in the wrong letters. */
  #photosBeside({ photos }: ReleaseRecord, drafted: DraftedRelease): readonly Photo[] {
    const inText = new Set(drafted.photos.map(({ photo }) => photo.id));
    return photos.flatMap(({ photoId }) => {
      const photo = this.#tools.store.tables.photos.get(photoId);
      const isBeside = photo !== undefined && !inText.has(photoId);
      return isBeside ? [{ ...photo, caption: '', altText: '', creditLine: '' }] : [];
    });
  }

  async #review(
    record: ReleaseRecord,
    drafted: DraftedRelease,
    content: ReleaseContent,
  ): Promise<readonly ReviewNote[]> {
    const found = await this.#tools.likeness.compare({ ...content, source: null });
    const openEmbargo = openEmbargoOf(drafted.parsed);
    const { headline, body } = draftFromIntake(drafted);
    return [
      ...notesOf(
        found
          .filter((likeness) => likeness.id !== record.id)
          // It is filed already: that it is the same as another one is for a person to decide.
          .map((each) => (each.kind === 'same-text' ? { ...each, kind: 'near-duplicate' } : each)),
      ),
      ...(headline.trim() === '' ? [noteOf('no-headline')] : []),
      ...(body.trim() === '' ? [noteOf('no-text')] : []),
      ...(openEmbargo === null ? [] : [{ ...noteOf('embargo-open'), quote: openEmbargo }]),
      ...(record.review ?? []).filter(({ reason }) => reason === 'encoding-unsure'),
    ];
  }

  async #draft(
    source: ReleaseSource,
    bytes: Uint8Array,
    encoding: string,
  ): Promise<DraftedRelease> {
    const { store, photos } = this.#tools;
    const { archive, partners, photos: filed } = store.tables;
    const read = await this.#read(source, new Uint8Array(bytes), encoding);
    return draftRelease(
      read,
      { ...source, encoding: read.encoding?.name ?? encoding },
      {
        stage: (name, image) =>
          filed.has(sha256Of(image)) ? photos.look(name, image) : photos.stage(name, image),
      },
      { institution: archive.institution, partners: [...partners.values()] },
    );
  }

  async #read(source: ReleaseSource, bytes: Uint8Array, encoding: string): Promise<ReadRelease> {
    const items = this.#tools.reading.read(
      { name: source.fileName, bytes },
      {
        encoding,
        findBeside: async () => null,
        signal: null,
        ...contextAhead(bytes.length, this.#tools.store.tables),
      },
    );
    for await (const item of items) {
      if (item.kind === 'release' && item.release.key === (source.part ?? '')) return item.release;
    }
    throw new ArchiveError('file-empty', `${source.fileName} is empty.`, {
      fileName: source.fileName,
    });
  }

  async #sourceBytes({ sha256, fileName }: ReleaseSource): Promise<Uint8Array> {
    const { layout } = this.#tools.store;
    const path = layout.sourceFile(sha256);
    const bytes = await layout.files.readFile(path).catch(() => null);
    if (bytes !== null && sha256Of(bytes) === sha256) return bytes;
    throw new ArchiveError(
      'archive-damaged',
      `The kept file of ${fileName} is ${bytes === null ? 'missing' : 'damaged'}.`,
      { path: layout.nameOf(path) },
    );
  }

  #record(id: ReleaseId): ReleaseRecord & { readonly source: ReleaseSource } {
    const record = requireRelease(this.#tools.store.tables, id);
    const { source } = record;
    if (source !== null && source.encoding !== '' && source.fileName !== '') {
      return { ...record, source };
    }
    throw new ArchiveError('request-invalid', `"${record.headline}" was made of no text file.`);
  }
}

/** What somebody has written by hand stays where the text has nothing to say. */
function withOwnWords(
  use: PhotoUse,
  current: readonly PhotoUse[],
  before: readonly PhotoUse[],
): PhotoUse {
  const now = current.find(({ photoId }) => photoId === use.photoId);
  const read = before.find(({ photoId }) => photoId === use.photoId);
  const own = (field: 'caption' | 'altText' | 'creditLine'): string => {
    const isOwn = now !== undefined && now[field] !== (read?.[field] ?? '');
    return use[field] || (isOwn ? now[field] : '');
  };
  return {
    ...use,
    caption: own('caption'),
    altText: own('altText'),
    creditLine: own('creditLine'),
  };
}

function firstLineOf({ title, body }: ReadRelease): string {
  const lines = body.split('\n').map((line) => plainWords(line).trim());
  const line = title.trim() || (lines.find((each) => each !== '') ?? '');
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
