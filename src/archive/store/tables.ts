import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import { monthOf } from './layout';
import type { ArchiveRecord, ReleaseRecord, Step } from './records';

/** Most releases that one shard file holds; a month with more goes on in a further part. */
export const shardCapacity = 400;

export interface ShardKey {
  readonly month: string;
  readonly part: number;
}

/** What has changed since it was last written to its file. */
export interface Dirt {
  archive: boolean;
  partners: boolean;
  packs: boolean;
  /** Keys of release shards: '2022-08/1'. */
  readonly shards: Set<string>;
  /** Two-digit prefixes of photo index files. */
  readonly photoIndexes: Set<string>;
  /** Bodies that aren't in their Markdown file yet, by release id. */
  readonly bodies: Map<string, string>;
  /** Markdown files that a release left behind when its month changed: 'month/id'. */
  readonly leftBodies: Set<string>;
}

/**
 * All metadata of an archive in memory, and what of it isn't in its files yet. Pure: knows no disk.
 */
export class Tables {
  archive: ArchiveRecord;
  readonly releases = new Map<string, ReleaseRecord>();
  readonly partners = new Map<string, Partner>();
  readonly packs = new Map<string, PressPack>();
  readonly photos = new Map<string, Photo>();
  /** Shard key -> ids of the releases in it. */
  readonly shards = new Map<string, Set<string>>();
  readonly #shardOf = new Map<string, string>();
  #dirt = cleanDirt();

  constructor(archive: ArchiveRecord) {
    this.archive = archive;
  }

  get dirt(): Readonly<Dirt> {
    return this.#dirt;
  }

  /** Hands over what is dirty; from now on everything counts as clean. */
  takeDirt(): Dirt {
    const taken = this.#dirt;
    this.#dirt = cleanDirt();
    return taken;
  }

  /** Gives back dirt that could not be written. What got newer meanwhile stays newer. */
  returnDirt(returned: Dirt): void {
    const now = this.#dirt;
    now.archive ||= returned.archive;
    now.partners ||= returned.partners;
    now.packs ||= returned.packs;
    for (const key of returned.shards) now.shards.add(key);
    for (const key of returned.photoIndexes) now.photoIndexes.add(key);
    for (const key of returned.leftBodies) now.leftBodies.add(key);
    for (const [id, body] of returned.bodies) if (!now.bodies.has(id)) now.bodies.set(id, body);
  }

  /** Puts a release where a shard file has it, without making anything dirty. */
  loadRelease(record: ReleaseRecord, key: ShardKey): void {
    const known = this.releases.get(record.id);
    // A kill between the writing of two shards leaves a moved release in both; the newer one counts.
    if (known !== undefined && known.revision >= record.revision) return;
    this.#place(record.id, shardName(key));
    this.releases.set(record.id, record);
  }

  /** Applies a step and answers what takes it back. */
  apply(step: Step): () => void {
    if ('drop' in step) return this.#drop(step.drop, step.id);
    switch (step.put) {
      case 'release':
        return this.#putRelease(step.record, step.body);
      case 'partner':
        this.#dirt.partners = true;
        return put(this.partners, step.record);
      case 'pack':
        this.#dirt.packs = true;
        return put(this.packs, step.record);
      case 'photo':
        this.#dirt.photoIndexes.add(step.record.id.slice(0, 2));
        return put(this.photos, step.record);
      case 'archive': {
        const before = this.archive;
        this.archive = step.record;
        this.#dirt.archive = true;
        return () => {
          this.archive = before;
        };
      }
    }
  }

  /** Month of the folder in which a release's Markdown file lies. */
  monthOfRelease(id: string): string | null {
    const name = this.#shardOf.get(id);
    return name === undefined ? null : parseShardName(name).month;
  }

  #putRelease(record: ReleaseRecord, body: string | undefined): () => void {
    const { id } = record;
    const before = this.releases.get(id);
    const shardBefore = this.#shardOf.get(id);
    const bodyBefore = this.#dirt.bodies.get(id);
    const month = monthOf(record.publicationDate);
    const monthBefore = this.monthOfRelease(id);
    this.releases.set(id, record);
    if (monthBefore !== month) {
      this.#place(id, this.#shardWithRoom(month));
      if (monthBefore !== null) this.#dirt.leftBodies.add(`${monthBefore}/${id}`);
    }
    this.#dirt.leftBodies.delete(`${month}/${id}`);
    this.#dirt.shards.add(this.#shardOf.get(id) ?? '');
    if (body !== undefined) this.#dirt.bodies.set(id, body);
    return () => {
      if (before === undefined || shardBefore === undefined) {
        this.releases.delete(id);
        this.#remove(id);
      } else {
        this.releases.set(id, before);
        this.#place(id, shardBefore);
      }
      if (bodyBefore === undefined) this.#dirt.bodies.delete(id);
      else this.#dirt.bodies.set(id, bodyBefore);
    };
  }

  #drop(kind: 'pack' | 'partner', id: string): () => void {
    if (kind === 'pack') {
      this.#dirt.packs = true;
      return drop(this.packs, id);
    }
    this.#dirt.partners = true;
    return drop(this.partners, id);
  }

  #shardWithRoom(month: string): string {
    for (let part = 1; ; part += 1) {
      const name = shardName({ month, part });
      if ((this.shards.get(name)?.size ?? 0) < shardCapacity) return name;
    }
  }

  #place(id: string, name: string): void {
    this.#remove(id);
    this.#shardOf.set(id, name);
    const ids = this.shards.get(name);
    if (ids === undefined) this.shards.set(name, new Set([id]));
    else ids.add(id);
  }

  #remove(id: string): void {
    const name = this.#shardOf.get(id);
    if (name === undefined) return;
    this.shards.get(name)?.delete(id);
    this.#shardOf.delete(id);
    this.#dirt.shards.add(name);
  }
}

export function shardName({ month, part }: ShardKey): string {
  return `${month}/${String(part)}`;
}

export function parseShardName(name: string): ShardKey {
  const slash = name.indexOf('/');
  return { month: name.slice(0, slash), part: Number(name.slice(slash + 1)) };
}

function cleanDirt(): Dirt {
  return {
    archive: false,
    partners: false,
    packs: false,
    shards: new Set(),
    photoIndexes: new Set(),
    bodies: new Map(),
    leftBodies: new Set(),
  };
}

function put<T extends { readonly id: string }>(table: Map<string, T>, record: T): () => void {
  const before = table.get(record.id);
  table.set(record.id, record);
  return () => {
    if (before === undefined) table.delete(record.id);
    else table.set(record.id, before);
  };
}

function drop<T>(table: Map<string, T>, id: string): () => void {
  const before = table.get(id);
  table.delete(id);
  return () => {
    if (before !== undefined) table.set(id, before);
  };
}
