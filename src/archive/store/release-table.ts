import { needsLook as recordNeedsLook } from '../../shared/release-lacks';
import type { ReleaseRecord } from './records';
import type { ShardKey } from './shard-places';

/** A release, of which only that may be at hand which lists, counts and filters need. */
export type ListedRelease = ReleaseRecord | UnreadRelease;

/** Whether it lacks something that a press office has to know, or an import has a question. */
export function needsLook(release: ListedRelease): boolean {
  return release instanceof UnreadRelease ? release.needsLook : recordNeedsLook(release);
}

/** When the embargo of a filed release outside the trash ends; null where there is none. */
export function embargoEnd(release: ListedRelease): string | null {
  if (release.status !== 'filed' || release.deletedAt !== null) return null;
  if (release instanceof UnreadRelease) return release.embargoUntil;
  return release.embargo?.until ?? null;
}

/** Told what a release was before a change, and what it is afterwards; undefined where it isn't there. */
type ReleaseWatcher = (before: ListedRelease | undefined, after: ListedRelease | undefined) => void;

/** A release whose record lies in the text of its shard and wasn't asked for yet. */
export class UnreadRelease {
  // Assigned one by one: a hundred thousand of them are made while somebody waits.
  constructor(
    readonly shard: UnreadShard,
    readonly id: string,
    readonly revision: number,
    readonly publicationDate: string | null,
    readonly status: ReleaseRecord['status'],
    readonly deletedAt: string | null,
    readonly partnerIds: readonly string[],
    readonly tags: readonly string[],
    readonly needsLook: boolean,
    readonly embargoUntil: string | null,
  ) {}
}

/** The checked text of a shard, to be parsed when one of its records is asked for. */
export class UnreadShard {
  readonly key: ShardKey;
  /** Length of its text. */
  readonly bytes: number;
  #parse: (() => readonly ReleaseRecord[]) | null;
  #releases: readonly UnreadRelease[] = [];

  constructor(key: ShardKey, bytes: number, parse: () => readonly ReleaseRecord[]) {
    this.key = key;
    this.bytes = bytes;
    this.#parse = parse;
  }

  /** In the order of the text. */
  get releases(): readonly UnreadRelease[] {
    return this.#releases;
  }
  set releases(releases: readonly UnreadRelease[]) {
    this.#releases = releases;
  }

  /** Once: whoever still holds one of its unread releases must not keep the text in memory. */
  take(): readonly ReleaseRecord[] {
    const records = this.#parse?.() ?? [];
    this.#parse = null;
    return records;
  }
}

/**
 * The records of all releases, by id. What opening has checked but not parsed is parsed when somebody
 * asks for it, a shard at a time; nobody can see the table without it. `listed` asks for no record.
 */
export class ReleaseTable implements ReadonlyMap<string, ReleaseRecord> {
  readonly #entries = new Map<string, ReleaseRecord | UnreadRelease>();
  readonly #unread = new Set<UnreadShard>();
  /** Told when a shard has other records than were listed. */
  readonly #onMismatch: (shard: UnreadShard, records: readonly ReleaseRecord[]) => void;
  readonly #watchers: ReleaseWatcher[] = [];

  constructor(onMismatch: (shard: UnreadShard, records: readonly ReleaseRecord[]) => void) {
    this.#onMismatch = onMismatch;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Calls `watcher` for every release that comes, goes or becomes another one. */
  watch(watcher: ReleaseWatcher): void {
    this.#watchers.push(watcher);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  get(id: string): ReleaseRecord | undefined {
    const entry = this.#entries.get(id);
    if (!(entry instanceof UnreadRelease)) return entry;
    this.#read(entry.shard);
    return this.get(id);
  }

  set(id: string, record: ReleaseRecord): void {
    this.#tell(id, record);
    this.#entries.set(id, record);
  }

  delete(id: string): void {
    this.#tell(id, undefined);
    this.#entries.delete(id);
  }

  keys(): MapIterator<string> {
    return this.#entries.keys();
  }

  values(): MapIterator<ReleaseRecord> {
    while (this.readNext());
    return this.#entries.values() as MapIterator<ReleaseRecord>;
  }

  entries(): MapIterator<[string, ReleaseRecord]> {
    while (this.readNext());
    return this.#entries.entries() as MapIterator<[string, ReleaseRecord]>;
  }

  [Symbol.iterator](): MapIterator<[string, ReleaseRecord]> {
    return this.entries();
  }

  forEach(each: (record: ReleaseRecord, id: string, table: this) => void): void {
    for (const [id, record] of this.entries()) each(record, id, this);
  }

  /** Every release, as far as lists need it. */
  listed(): Iterable<ListedRelease> {
    return this.#entries.values();
  }

  /** As `get`, as far as lists need it. */
  listedAs(id: string): ListedRelease | undefined {
    return this.#entries.get(id);
  }

  add(release: ReleaseRecord | UnreadRelease): void {
    this.#tell(release.id, release);
    this.#entries.set(release.id, release);
    if (release instanceof UnreadRelease) this.#unread.add(release.shard);
  }

  /** Parses one more shard; false when none is left. */
  readNext(): boolean {
    for (const shard of this.#unread) {
      this.#read(shard);
      return true;
    }
    return false;
  }

  #tell(id: string, after: ListedRelease | undefined): void {
    if (this.#watchers.length === 0) return;
    const before = this.#entries.get(id);
    for (const watcher of this.#watchers) watcher(before, after);
  }

  #read(shard: UnreadShard): void {
    this.#unread.delete(shard);
    const records = shard.take();
    const { releases } = shard;
    const agree =
      records.length === releases.length &&
      releases.every(({ id, revision }, index) => {
        const record = records[index];
        return record?.id === id && record.revision === revision;
      });
    if (!agree) {
      this.#onMismatch(shard, records);
      return;
    }
    for (const [index, release] of releases.entries()) {
      const record = records[index];
      // Others were replaced meanwhile, or a newer one lies in another shard.
      const isStill = this.#entries.get(release.id) === release;
      if (isStill && record !== undefined) this.#entries.set(release.id, record);
    }
  }
}
