import type { ReleaseService, ToFile } from '../../releases/release-service';
import type { PhotoId } from '../../../shared/photo';
import type { IsoDate, Release, ReleaseContent, ReleaseSource } from '../../../shared/release';
import { fingerprintOf, sharesBand } from '../likeness/fingerprint';
import { fileFailure } from './file-failure';
import type { FiledRelease, Outcome } from './import-result';

/** A release that is ready to be filed, and what is told of it. */
export interface PreparedRelease {
  readonly kind: 'prepared';
  /** Of its body, once it was asked for. */
  mins?: Uint32Array;
  readonly toFile: ToFile;
  /** Without its id, which it gets when it is filed. */
  readonly told: Omit<FiledRelease, 'id'>;
}

/** One write to the disk for so many releases, or for so much text (UTF-16 code units) and kept bytes. */
const mostReleases = 100;
const mostText = 16 * 1024 * 1024;

/**
 * Files the releases of one import in batches, each one change of the archive, and tells what became
 * of each file in the order of the files. All batches are undone as one.
 */
export class ImportBatches {
  readonly #releases: Pick<ReleaseService, 'fileAll'>;
  readonly #group: string;
  readonly #tell: (outcome: Outcome) => void;
  #waiting: (PreparedRelease | Outcome)[] = [];
  #prepared = 0;
  #text = 0;

  constructor(
    releases: Pick<ReleaseService, 'fileAll'>,
    group: string,
    tell: (outcome: Outcome) => void,
  ) {
    this.#releases = releases;
    this.#group = group;
    this.#tell = tell;
  }

  /** Whether all that was added is filed and told. */
  get isEmpty(): boolean {
    return this.#prepared === 0;
  }

  /** Whether a release from the same file, or part of a file, waits to be filed. */
  isWaiting({ sha256, part = '' }: ReleaseSource): boolean {
    return this.#waiting.some(
      (each) =>
        each.kind === 'prepared' &&
        each.toFile.source?.sha256 === sha256 &&
        (each.toFile.source.part ?? '') === part,
    );
  }

  /** Whether what waits shows one of these photos. */
  isShowing(photos: ReadonlySet<PhotoId>): boolean {
    return this.#waiting.some(
      (each) =>
        each.kind === 'prepared' &&
        each.toFile.content.photos.some(({ photoId }) => photos.has(photoId)),
    );
  }

  /** Whether something that waits may be the same, nearly the same, or the same in another language. */
  mayResemble({ headline, body, language, publicationDate }: ReleaseContent): boolean {
    if (this.#prepared === 0) return false;
    const { mins } = fingerprintOf(body);
    return this.#waiting.some((each) => {
      if (each.kind !== 'prepared') return false;
      const other = each.toFile.content;
      if (other.headline === headline) return true;
      if (other.language !== language) return isNear(other.publicationDate, publicationDate);
      return sharesBand(mins, (each.mins ??= fingerprintOf(other.body).mins));
    });
  }

  async add(next: PreparedRelease | Outcome): Promise<void> {
    if (next.kind !== 'prepared' && this.#prepared === 0) {
      this.#tell(next);
      return;
    }
    this.#waiting.push(next);
    if (next.kind !== 'prepared') return;
    this.#prepared += 1;
    this.#text += next.toFile.content.body.length + (next.toFile.sourceBytes?.length ?? 0);
    if (this.#prepared >= mostReleases || this.#text >= mostText) await this.fileWaiting();
  }

  /** Files what waits. */
  async fileWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#prepared = 0;
    this.#text = 0;
    const prepared = waiting.filter((each) => each.kind === 'prepared');
    const outcomes = await this.#file(prepared);
    for (const each of waiting) {
      this.#tell(each.kind === 'prepared' ? (outcomes.shift() ?? neverTold(each)) : each);
    }
  }

  /** Where a batch is refused, halves of it find the release that is at fault; the others are filed. */
  async #file(batch: readonly PreparedRelease[]): Promise<Outcome[]> {
    const [first] = batch;
    if (first === undefined) return [];
    let filed: readonly Release[];
    try {
      filed = await this.#releases.fileAll(
        batch.map(({ toFile }) => toFile),
        this.#group,
      );
    } catch (thrown) {
      if (batch.length === 1) {
        return [{ kind: 'failed', failed: [fileFailure(first.told.path, thrown)] }];
      }
      const half = Math.ceil(batch.length / 2);
      return [
        ...(await this.#file(batch.slice(0, half))),
        ...(await this.#file(batch.slice(half))),
      ];
    }
    return batch.map(({ told }, index) => ({
      kind: 'filed',
      release: { ...told, id: filed[index]?.id ?? null },
    }));
  }
}

/** Translations appear within days. */
function isNear(left: IsoDate | null, right: IsoDate | null): boolean {
  if (left === null || right === null) return false;
  return Math.abs(Date.parse(left) - Date.parse(right)) <= 4 * 24 * 3_600_000;
}

function neverTold({ told }: PreparedRelease): never {
  throw new Error(`Nobody knows what became of ${told.path}.`);
}
