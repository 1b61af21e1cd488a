import { defaultArchiveSettings, type ArchiveSettings } from '../../shared/archive-settings';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import { addDirt, cleanDirt, type Dirt, type Snapshot, type UnsavedBody } from './dirt';
import { monthOf } from './layout';
import { Listing } from './listing';
import type { ArchiveRecord, Change, JournalRecord, ReleaseRecord, Step } from './records';
import { ReleaseTable, type UnreadRelease, type UnreadShard } from './release-table';
import { revisionKey, type UnsavedRevision } from './revisions';
import { parseShardName, ShardPlaces, shardName, type ShardKey } from './shard-places';
import { snapshotOf } from './snapshot';
import { changedBy, UndoLog, type Changed } from './undo-log';
import { UnsavedBodies } from './unsaved-bodies';

/**
 * All metadata of an archive in memory, and what of it isn't in its files yet. Pure: knows no disk.
 */
export class Tables {
  archive: ArchiveRecord;
  settings: ArchiveSettings = defaultArchiveSettings;
  readonly releases = new ReleaseTable((shard, records) => {
    this.#loadAgain(shard, records);
  });
  readonly partners = new Map<string, Partner>();
  readonly packs = new Map<string, PressPack>();
  readonly photos = new Map<string, Photo>();
  /** Two-digit prefix -> ids of the photos in that index file. */
  readonly photoIndexes = new Map<string, Set<string>>();
  /** Bodies that aren't in their Markdown file yet, by release id. */
  readonly unsavedBodies = new UnsavedBodies();
  /** Months in whose folders a release's Markdown file may still lie, by release id. */
  readonly leftBodies = new Map<string, Set<string>>();
  /** Earlier revisions that aren't in their files yet, by `revisionKey`. */
  readonly unsavedRevisions = new Map<string, UnsavedRevision>();
  readonly undo = new UndoLog();
  /** What the next opening shall know of the shards before it parses them. */
  listing = new Listing();
  readonly #places = new ShardPlaces();
  #dirt = cleanDirt();

  constructor(archive: ArchiveRecord) {
    this.archive = archive;
  }

  /** Ids of the releases in a shard. */
  idsInShard(name: string): ReadonlySet<string> {
    // What a shard turns out to hold when it is parsed must not change the set that was answered.
    for (const id of [...this.#places.idsIn(name)]) this.releases.get(id);
    return this.#places.idsIn(name);
  }

  /** Shards that have releases. */
  shardNames(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const id of this.releases.keys()) names.add(this.#places.shardOf(id) ?? '');
    return names;
  }

  get isClean(): boolean {
    const { shards, photoIndexes, ...files } = this.#dirt;
    const tables = Object.values(files).some(Boolean) || shards.size + photoIndexes.size > 0;
    const texts = this.unsavedBodies.size + this.leftBodies.size + this.unsavedRevisions.size;
    return !tables && texts === 0;
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

  /** These revisions are in their files, unless others have taken their names meanwhile. */
  revisionsSaved(revisions: readonly UnsavedRevision[]): void {
    for (const revision of revisions) {
      const key = revisionKey(revision.record.id, revision.record.revision);
      if (this.unsavedRevisions.get(key) === revision) this.unsavedRevisions.delete(key);
    }
  }

  /** A body is in its file, unless it got newer meanwhile. */
  bodySaved({ record, body }: UnsavedBody): void {
    if (this.unsavedBodies.get(record.id) === body) this.unsavedBodies.delete(record.id);
  }

  /** Nothing of a release lies in the folder of a month any more, unless it has come back to it. */
  leftBodyRemoved(id: string, month: string): void {
    if (this.monthOfRelease(id) !== month) this.#arriveBody(id, month);
  }

  /**
   * Puts releases where a shard file has them, without making anything dirty; `bytes` is the length
   * of all of them.
   */
  loadReleases(
    releases: readonly (ReleaseRecord | UnreadRelease)[],
    key: ShardKey,
    bytes: number,
  ): void {
    const news = releases.filter((release) => {
      const known = this.releases.listedAs(release.id);
      if (known !== undefined) {
        // A kill between the writing of two shards leaves a moved release in both; the newer counts.
        if (known.revision >= release.revision) return false;
        this.#places.remove(release.id);
      }
      this.releases.add(release);
      return true;
    });
    this.#places.load(news, shardName(key), bytes);
  }

  /** The listing was wrong about a shard: the shard counts. */
  #loadAgain(shard: UnreadShard, records: readonly ReleaseRecord[]): void {
    for (const release of shard.releases) {
      if (this.releases.listedAs(release.id) !== release) continue;
      this.#places.remove(release.id);
      this.releases.delete(release.id);
    }
    this.loadReleases(records, shard.key, shard.bytes);
  }

  /** Makes a photo known, without making anything dirty. */
  loadPhoto(photo: Photo): void {
    const prefix = photo.id.slice(0, 2);
    const ids = this.photoIndexes.get(prefix);
    if (ids === undefined) this.photoIndexes.set(prefix, new Set([photo.id]));
    else ids.add(photo.id);
    this.photos.set(photo.id, photo);
  }

  /** Applies a new change and answers what takes it back; takes note of how to undo it. */
  change(change: Change): () => void {
    return this.#apply(change, this.undo.record.sequence + 1);
  }

  /** Applies a change of the journal. The files may have it already, as a whole or in parts. */
  replay(record: JournalRecord): void {
    if (record.sequence > this.undo.record.sequence) {
      this.#apply(record, record.sequence);
      return;
    }
    for (const step of record.steps) this.apply(step, record);
    // The second copy may lack what the file has.
    this.markDirty({ undo: true });
  }

  #apply(change: Change, sequence: number): () => void {
    const changes: Changed[] = [];
    const takeBack: (() => void)[] = [];
    for (const step of change.steps) {
      const changed = changedBy(step, this);
      if (changed !== null) changes.push(changed);
      takeBack.push(this.apply(step, change));
    }
    takeBack.push(this.#marked({ undo: true }, this.undo.note(change, changes, sequence)));
    return () => {
      for (const undo of takeBack.toReversed()) undo();
    };
  }

  /**
   * Applies a step and answers what takes it back. Changes are taken back in the opposite order of
   * their applying. Both make the same files dirty: they may be saved between the two.
   */
  apply(step: Step, change: Pick<Change, 'at' | 'action'>): () => void {
    if ('drop' in step) return this.#drop(step.drop, step.id);
    switch (step.put) {
      case 'release':
        return this.#putRelease(step.record, step.body, change);
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

  #putRelease(
    record: ReleaseRecord,
    body: string | undefined,
    change: Pick<Change, 'at' | 'action'>,
  ): () => void {
    const { id } = record;
    const before = this.releases.get(id);
    const shardBefore = this.#places.shardOf(id);
    const monthBefore = this.monthOfRelease(id);
    const bodyBefore = this.unsavedBodies.get(id);
    const bytes = Buffer.byteLength(JSON.stringify(record));
    const month = monthOf(record.publicationDate);
    const forget = before === undefined ? null : this.#keepRevision(before, record, change);
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
      forget?.();
      if (bodyBefore === undefined) this.unsavedBodies.delete(id);
      else this.unsavedBodies.set(id, bodyBefore);
    };
  }

  /** Every revision is kept: the one that is replaced waits for its file under `history/`. */
  #keepRevision(
    before: ReleaseRecord,
    { revision }: ReleaseRecord,
    { at, action }: Pick<Change, 'at' | 'action'>,
  ): () => void {
    const { id } = before;
    // Replaying what the files have already replaces nothing.
    if (before.revision >= revision) return () => undefined;
    const key = revisionKey(id, before.revision);
    const known = this.unsavedRevisions.get(key);
    const month = this.monthOfRelease(id) ?? monthOf(before.publicationDate);
    this.unsavedRevisions.set(key, {
      record: before,
      body: this.unsavedBodies.get(id) ?? null,
      months: [month, ...(this.leftBodies.get(id) ?? [])],
      replacedAt: at,
      replacedBy: action,
    });
    return () => {
      if (known === undefined) this.unsavedRevisions.delete(key);
      else this.unsavedRevisions.set(key, known);
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
