import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolderDurably, replaceFile, writeFileDurably } from '../store/durable-file';
import { realFiles, type FileLayer } from '../store/file-layer';
import { encodeSegment, SegmentDamaged, SegmentFile } from './index/segment-file';
import type { SegmentData } from './index/segment-sections';
import { Segment } from './index/segment';

/** A segment as the manifest names it. */
interface SegmentEntry {
  readonly file: string;
  /** Documents that are void. */
  readonly void: readonly number[];
  /** Term numbers and how many living documents each has lost by that. */
  readonly losses: readonly (readonly [number, number])[];
}

/** Content of `manifest.json`. */
interface Manifest {
  /** What the segments were made with; another one makes them useless. */
  readonly settings: string;
  /** Sequence of the last journal record that they cover. */
  readonly position: number;
  readonly segments: readonly SegmentEntry[];
}

export interface StoredSegment {
  /** Empty where there is none. */
  readonly file: string;
  readonly segment: Segment;
  /** What belongs into a file as soon as the disk takes it. */
  readonly unwritten?: SegmentData;
}

export interface StoredIndex {
  readonly position: number;
  readonly segments: readonly StoredSegment[];
}

const manifestName = 'manifest.json';
const segmentName = /^segment-(\d+)\.idx$/;

/**
 * The folder of an index in the archive's `cache/`. All of it may be deleted at any time; what isn't
 * whole counts as missing.
 */
export class IndexFolder {
  readonly path: string;
  readonly #files: FileLayer;
  /** The number of the next segment; null until somebody looked which there are. */
  #next: number | null = null;

  constructor(path: string, files: FileLayer = realFiles) {
    this.path = path;
    this.#files = files;
  }

  /** Null where there is none, or one that is damaged or was made with other settings. */
  async load(settings: string): Promise<StoredIndex | null> {
    const manifest = await this.#manifest();
    if (manifest?.settings !== settings) return null;
    const segments: StoredSegment[] = [];
    try {
      for (const { file, void: documents, losses } of manifest.segments) {
        if (!segmentName.test(file)) throw new SegmentDamaged(`"${file}" is no segment's name`);
        const segment = new Segment(new SegmentFile(join(this.path, file)));
        segments.push({ file, segment });
        segment.removeAgain(documents, losses);
      }
    } catch {
      for (const { segment } of segments) segment.close();
      return null;
    }
    return { position: manifest.position, segments };
  }

  /** Writes a segment under a new name and opens it. */
  async write(data: SegmentData): Promise<StoredSegment> {
    await makeFolderDurably(this.path, this.#files);
    const file = `segment-${await this.#number()}.idx`;
    const path = join(this.path, file);
    const pieces = encodeSegment(data).filter(({ length }) => length > 0);
    // Its name is safe when the manifest is, which says that it counts.
    await replaceFile(path, pieces, this.#files);
    return { file, segment: new Segment(new SegmentFile(path)) };
  }

  /** Names the segments that count, and removes the files of all others. */
  async commit(
    settings: string,
    position: number,
    stored: readonly StoredSegment[],
  ): Promise<void> {
    const segments = stored.map(({ file, segment }): SegmentEntry => ({
      file,
      void: segment.voided,
      losses: [...segment.frequencyLoss],
    }));
    const json = JSON.stringify({ settings, position, segments } satisfies Manifest);
    const text = `${checksum(json)} ${json}\n`;
    await writeFileDurably(join(this.path, manifestName), text, this.#files);
    await this.#tidy(new Set(stored.map(({ file }) => file)));
  }

  /** One that no file has: one of that name may still be read. */
  async #number(): Promise<number> {
    const names = this.#next === null ? await this.#files.readdir(this.path) : [];
    const taken = names.map((name) => Number(segmentName.exec(name)?.[1] ?? 0));
    const number = Math.max(this.#next ?? 1, ...taken.map((other) => other + 1));
    this.#next = number + 1;
    return number;
  }

  async #manifest(): Promise<Manifest | null> {
    const path = join(this.path, manifestName);
    const bytes = await this.#files.readFile(path).catch(() => null);
    const text = bytes?.toString('utf8') ?? '';
    const json = text.slice(9).trimEnd();
    if (text.slice(0, 8) !== checksum(json)) return null;
    return JSON.parse(json) as Manifest;
  }

  async #tidy(kept: ReadonlySet<string>): Promise<void> {
    for (const name of await this.#files.readdir(this.path)) {
      if (name === manifestName || kept.has(name)) continue;
      // Windows keeps a file that somebody still reads; it goes the next time.
      await this.#files.rm(join(this.path, name)).catch(() => undefined);
    }
  }
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
