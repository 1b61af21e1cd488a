import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Likeness } from '../../../shared/importing';
import type { PhotoId } from '../../../shared/photo';
import type { ReleaseContent, ReleaseSource } from '../../../shared/release';
import { LikenessService, type Candidate, type ComparedRecord } from '../likeness/likeness-service';
import type { KnownRelease } from './import-result';

interface RunRelease extends ComparedRecord {
  readonly path: string;
}

/**
 * What a dry run would have filed so far, to compare with what comes next. The texts wait in the system's
 * folder for temporary files: a dry run writes nothing into the archive, and memory shall not grow with it.
 */
export class RunReleases {
  readonly #releases = new Map<string, RunRelease>();
  readonly #likeness: LikenessService;
  #folder: Promise<string> | null = null;

  constructor() {
    this.#likeness = new LikenessService({
      all: () => this.#releases.values(),
      get: (id) => this.#releases.get(id),
      body: async (id) => readFile(join(await this.#texts(), id), 'utf8'),
    });
  }

  async add(path: string, content: ReleaseContent, source: ReleaseSource | null): Promise<void> {
    const { body, ...rest } = content;
    const id = String(this.#releases.size);
    await this.#likeness.ready();
    await writeFile(join(await this.#texts(), id), body);
    this.#releases.set(id, { ...rest, id, path, source, revision: 1, deletedAt: null });
    await this.#likeness.update([id]);
  }

  /** Of an id that `compare` answered; null for any other. */
  known(id: string): KnownRelease | null {
    const release = this.#releases.get(id);
    if (release === undefined) return null;
    const { headline, photos, path } = release;
    return { id: null, headline, photos, inThisRun: path };
  }

  /** What would have been filed from the same file, or part of one. */
  async withSource(source: ReleaseSource): Promise<KnownRelease | null> {
    const [id = ''] = await this.#likeness.sameSource(source);
    return this.known(id);
  }

  /** What shows all of these photos. */
  withPhotos(wanted: ReadonlySet<PhotoId>): KnownRelease | null {
    for (const { id, photos } of this.#releases.values()) {
      const shown = new Set(photos.map(({ photoId }) => photoId));
      if ([...wanted].every((photo) => shown.has(photo))) return this.known(id);
    }
    return null;
  }

  compare(text: Candidate): Promise<readonly Likeness[]> {
    return this.#likeness.compare(text);
  }

  async close(): Promise<void> {
    const folder = await this.#folder;
    this.#folder = null;
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }

  #texts(): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'press-archive-'));
    return this.#folder;
  }
}
