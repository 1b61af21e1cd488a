/** Most releases that one shard file holds; a month with more goes on in a further part. */
export const shardCapacity = 400;

/** Most bytes of a shard file, roughly: a month whose records are long goes on earlier. */
export const shardBytes = 1_000_000;

export interface ShardKey {
  readonly month: string;
  readonly part: number;
}

interface Placed {
  readonly id: string;
}

export function shardName({ month, part }: ShardKey): string {
  return `${month}/${String(part)}`;
}

export function parseShardName(name: string): ShardKey {
  const slash = name.indexOf('/');
  return { month: name.slice(0, slash), part: Number(name.slice(slash + 1)) };
}

/**
 * Which release is in which shard file, and where there is room for one more. Of a loaded shard the
 * releases are entered one by one only when somebody asks for one of them, since opening an archive
 * would have to wait for it.
 */
export class ShardPlaces {
  /** Shard key -> ids of the releases in it. */
  readonly #shards = new Map<string, Set<string>>();
  /** Shard key -> its releases, not entered yet. Each is in one shard only. */
  readonly #loaded = new Map<string, readonly Placed[]>();
  readonly #shardOf = new Map<string, string>();
  /** Shard key -> bytes of its records, roughly: a record that leaves takes the average along. */
  readonly #bytes = new Map<string, number>();
  /** Month -> the first part that may have room, so that nobody looks through the full ones. */
  readonly #firstWithRoom = new Map<string, number>();

  shardOf(id: string): string | null {
    for (const name of this.#loaded.keys()) {
      if (this.#shardOf.has(id)) break;
      this.#enter(name);
    }
    return this.#shardOf.get(id) ?? null;
  }

  /** Ids of the releases in a shard. */
  idsIn(name: string): ReadonlySet<string> {
    return this.#idsIn(name);
  }

  /** Puts a release into a shard; answers the shard that it was in. */
  place(id: string, name: string, bytes: number): string | null {
    const before = this.remove(id);
    this.#shardOf.set(id, name);
    this.#idsIn(name).add(id);
    this.#bytes.set(name, (this.#bytes.get(name) ?? 0) + bytes);
    return before;
  }

  /** Puts releases that are in no shard into one; so many bytes for all of them. */
  load(releases: readonly Placed[], name: string, bytes: number): void {
    this.#enter(name);
    this.#loaded.set(name, releases);
    this.#bytes.set(name, (this.#bytes.get(name) ?? 0) + bytes);
  }

  /** A release that stays where it is has another length now. */
  resize(name: string, bytes: number): void {
    const all = this.#bytes.get(name) ?? 0;
    this.#bytes.set(name, all - all / Math.max(1, this.#idsIn(name).size) + bytes);
  }

  /** Answers the shard that the release was in. */
  remove(id: string): string | null {
    const name = this.shardOf(id);
    if (name === null) return null;
    const ids = this.#idsIn(name);
    const bytes = this.#bytes.get(name) ?? 0;
    this.#bytes.set(name, bytes - bytes / Math.max(1, ids.size));
    ids.delete(id);
    this.#shardOf.delete(id);
    const { month, part } = parseShardName(name);
    const first = this.#firstWithRoom.get(month) ?? 1;
    if (part < first) this.#firstWithRoom.set(month, part);
    return name;
  }

  /** The shard of a month into which a record of so many bytes goes. */
  withRoom(month: string, bytes: number): string {
    for (let part = this.#firstWithRoom.get(month) ?? 1; ; part += 1) {
      const name = shardName({ month, part });
      const { size } = this.#idsIn(name);
      if (size === 0) return name;
      if (size < shardCapacity && (this.#bytes.get(name) ?? 0) + bytes <= shardBytes) return name;
      if (this.#isFull(name, size)) this.#firstWithRoom.set(month, part + 1);
    }
  }

  /** Whether a release should leave its shard, since that has outgrown its bound. */
  isTooLarge(name: string): boolean {
    return (this.#bytes.get(name) ?? 0) > shardBytes && this.#idsIn(name).size > 1;
  }

  #idsIn(name: string): Set<string> {
    this.#enter(name);
    let ids = this.#shards.get(name);
    if (ids === undefined) {
      ids = new Set();
      this.#shards.set(name, ids);
    }
    return ids;
  }

  #enter(name: string): void {
    const releases = this.#loaded.get(name);
    if (releases === undefined) return;
    this.#loaded.delete(name);
    const ids = this.#idsIn(name);
    for (const { id } of releases) {
      this.#shardOf.set(id, name);
      ids.add(id);
    }
  }

  /** Full for records of any usual length. */
  #isFull(name: string, size: number): boolean {
    return size >= shardCapacity || (this.#bytes.get(name) ?? 0) > shardBytes * 0.95;
  }
}
