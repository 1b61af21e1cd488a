import { defaultArchiveSettings, type ArchiveSettings } from '../../shared/archive-settings';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import { addDirt, cleanDirt, type Dirt, type Snapshot, type UnsavedBody } from './dirt';
import { monthOf } from './layout';
import type { ArchiveRecord, ReleaseRecord, Step } from './records';
import { parseShardName, ShardPlaces, shardName, type ShardKey } from './shard-places';
import { snapshotOf } from './snapshot';
import { UnsavedBodies } from './unsaved-bodies';

/**
 * All metadata of an archive in memory, and what of it isn't in its files yet. Pure: knows no disk.
 */
export class Tables {
  archive: ArchiveRecord;
  settings: ArchiveSettings = defaultArchiveSettings;
  readonly releases = new Map<string, ReleaseRecord>();
  readonly partners = new Map<string, Partner>();
  readonly packs = new Map<string, PressPack>();
  readonly photos = new Map<string, Photo>();
  /** Two-digit prefix -> ids of the photos in that index file. */
  readonly photoIndexes = new Map<string, Set<string>>();
  /** Bodies that aren't in their Markdown file yet, by release id. */
  readonly unsavedBodies = new UnsavedBodies();
  /** Months in whose folders a release's Markdown file may still lie, by release id. */
  readonly leftBodies = new Map<string, Set<string>>();
  readonly #places = new ShardPlaces();
  #dirt = cleanDirt();

  constructor(archive: ArchiveRecord) {
    this.archive = archive;
  }

  /** Shard key -> ids of the releases in it. */
  get shards(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#places.shards;
  }

  get isClean(): boolean {
    const { archive, settings, partners, packs, shards, photoIndexes } = this.#dirt;
    const tables = archive || settings || partners || packs || shards.size + photoIndexes.size > 0;
    return !tables && this.unsavedBodies.size + this.leftBodies.size === 0;
  }

  /** The content of all dirty files as it is now; from now on they count as clean. */
  takeSnapshot(): Snapshot {
    const snapshot = snapshotOf(this, this.#dirt);
    this.#dirt = cleanDirt();
    return snapshot;
  }

  /** Says that files have to be written, again or for the first time. */
  markDirty(dirt: Partial<Dirt>): void {
    addDirt(this.#dirt, { ...cleanDirt(), ...dirt });
  }

  /** A body is in its file, unless it got newer meanwhile. */
  bodySaved({ record, body }: UnsavedBody): void {
    if (this.unsavedBodies.get(record.id) === body) this.unsavedBodies.delete(record.id);
  }

  /** Nothing of a release lies in the folder of a month any more, unless it has come back to it. */
  leftBodyRemoved(id: string, month: string): void {
    if (this.monthOfRelease(id) !== month) this.#arriveBody(id, month);
  }

  /** Puts a release where a shard file has it, without making anything dirty. */
  loadRelease(record: ReleaseRecord, key: ShardKey, bytes: number): void {
    const known = this.releases.get(record.id);
    // A kill between the writing of two shards leaves a moved release in both; the newer one counts.
    if (known !== undefined && known.revision >= record.revision) return;
    this.#places.place(record.id, shardName(key), bytes);
    this.releases.set(record.id, record);
  }

  /** Makes a photo known, without making anything dirty. */
  loadPhoto(photo: Photo): void {
    const prefix = photo.id.slice(0, 2);
    const ids = this.photoIndexes.get(prefix);
    if (ids === undefined) this.photoIndexes.set(prefix, new Set([photo.id]));
    else ids.add(photo.id);
    this.photos.set(photo.id, photo);
  }

  /**
   * Applies a step and answers what takes it back. Changes are taken back in the opposite order of
   * their applying. Both make the same files dirty: they may be saved between the two.
   */
  apply(step: Step): () => void {
    if ('drop' in step) return this.#drop(step.drop, step.id);
    switch (step.put) {
      case 'release':
        return this.#putRelease(step.record, step.body);
      case 'partner':
        return this.#marked({ partners: true }, put(this.partners, step.record));
      case 'pack':
        return this.#marked({ packs: true }, put(this.packs, step.record));
      case 'photo':
        return this.#putPhoto(step.record);
      case 'archive': {
        const before = this.archive;
        this.archive = step.record;
        return this.#marked({ archive: true }, () => {
          this.archive = before;
        });
      }
      case 'settings': {
        const before = this.settings;
        this.settings = step.record;
        return this.#marked({ settings: true }, () => {
          this.settings = before;
        });
      }
    }
  }

  /** Month of the folder in which a release's Markdown file lies, or soon will. */
  monthOfRelease(id: string): string | null {
    const name = this.#places.shardOf(id);
    return name === null ? null : parseShardName(name).month;
  }

  #putPhoto(photo: Photo): () => void {
    const before = this.photos.get(photo.id);
    const prefix = photo.id.slice(0, 2);
    this.loadPhoto(photo);
    return this.#marked({ photoIndexes: new Set([prefix]) }, () => {
      if (before !== undefined) this.photos.set(photo.id, before);
      else {
        this.photos.delete(photo.id);
        this.photoIndexes.get(prefix)?.delete(photo.id);
      }
    });
  }

  #putRelease(record: ReleaseRecord, body: string | undefined): () => void {
    const { id } = record;
    const before = this.releases.get(id);
    const shardBefore = this.#places.shardOf(id);
    const monthBefore = this.monthOfRelease(id);
    const bodyBefore = this.unsavedBodies.get(id);
    const bytes = Buffer.byteLength(JSON.stringify(record));
    const month = monthOf(record.publicationDate);
    this.releases.set(id, record);
    if (monthBefore !== month || shardBefore === null) {
      this.#place(id, this.#places.withRoom(month, bytes), bytes);
    } else {
      this.#places.resize(shardBefore, bytes);
      this.#dirt.shards.add(shardBefore);
      if (this.#places.isTooLarge(shardBefore)) {
        this.#places.remove(id);
        this.#place(id, this.#places.withRoom(month, bytes), bytes);
      }
    }
    if (monthBefore !== null) this.#leaveBody(id, monthBefore, month);
    if (body !== undefined) this.unsavedBodies.set(id, body);
    return () => {
      if (before === undefined || shardBefore === null) {
        const shard = this.#places.remove(id);
        if (shard !== null) this.#dirt.shards.add(shard);
        this.releases.delete(id);
      } else {
        this.#place(id, shardBefore, bytes);
        this.releases.set(id, before);
        if (monthBefore !== null) this.#leaveBody(id, month, monthBefore);
      }
      if (bodyBefore === undefined) this.unsavedBodies.delete(id);
      else this.unsavedBodies.set(id, bodyBefore);
    };
  }

  #leaveBody(id: string, from: string, to: string): void {
    if (from === to) return;
    const months = this.leftBodies.get(id);
    if (months === undefined) this.leftBodies.set(id, new Set([from]));
    else months.add(from);
    this.#arriveBody(id, to);
  }

  #arriveBody(id: string, month: string): void {
    const months = this.leftBodies.get(id);
    months?.delete(month);
    if (months?.size === 0) this.leftBodies.delete(id);
  }

  #place(id: string, name: string, bytes: number): void {
    const before = this.#places.place(id, name, bytes);
    if (before !== null) this.#dirt.shards.add(before);
    this.#dirt.shards.add(name);
  }

  #drop(kind: 'pack' | 'partner', id: string): () => void {
    return kind === 'pack'
      ? this.#marked({ packs: true }, drop(this.packs, id))
      : this.#marked({ partners: true }, drop(this.partners, id));
  }

  #marked(dirt: Partial<Dirt>, takeBack: () => void): () => void {
    this.markDirty(dirt);
    return () => {
      takeBack();
      this.markDirty(dirt);
    };
  }
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
