/** Most releases that one shard file holds; a month with more goes on in a further part. */
export const shardCapacity = 400;

/** Most bytes of a shard file, roughly: a month whose records are long goes on earlier. */
export const shardBytes = 1_000_000;

export interface ShardKey {
  readonly month: string;
  readonly part: number;
}

export function shardName({ month, part }: ShardKey): string {
  return `${month}/${String(part)}`;
}

export function parseShardName(name: string): ShardKey {
  const slash = name.indexOf('/');
  return { month: name.slice(0, slash), part: Number(name.slice(slash + 1)) };
}

/** Which release is in which shard file, and where there is room for one more. */
export class ShardPlaces {
  /** Shard key -> ids of the releases in it. */
  readonly shards = new Map<string, Set<string>>();
  readonly #shardOf = new Map<string, string>();
  /** Shard key -> bytes of its records, roughly: a record that leaves takes the average along. */
  readonly #bytes = new Map<string, number>();
  /** Month -> the first part that may have room, so that nobody looks through the full ones. */
  readonly #firstWithRoom = new Map<string, number>();

  shardOf(id: string): string | null {
    return this.#shardOf.get(id) ?? null;
  }

  /** Puts a release into a shard; answers the shard that it was in. */
  place(id: string, name: string, bytes: number): string | null {
    const before = this.remove(id);
    this.#shardOf.set(id, name);
    const ids = this.shards.get(name);
    if (ids === undefined) this.shards.set(name, new Set([id]));
    else ids.add(id);
    this.#bytes.set(name, (this.#bytes.get(name) ?? 0) + bytes);
    return before;
  }

  /** Puts releases that are in no shard, or leave theirs, into one that has so many bytes. */
  placeAll(releases: readonly { readonly id: string }[], name: string, bytes: number): void {
    const ids = this.shards.get(name) ?? new Set();
    for (const { id } of releases) {
      if (this.#shardOf.has(id)) this.remove(id);
      this.#shardOf.set(id, name);
      ids.add(id);
    }
    this.shards.set(name, ids);
    this.#bytes.set(name, (this.#bytes.get(name) ?? 0) + bytes);
  }

  /** A release that stays where it is has another length now. */
  resize(name: string, bytes: number): void {
    const all = this.#bytes.get(name) ?? 0;
    this.#bytes.set(name, all - all / Math.max(1, this.shards.get(name)?.size ?? 1) + bytes);
  }

  /** Answers the shard that the release was in. */
  remove(id: string): string | null {
    const name = this.shardOf(id);
    if (name === null) return null;
    const ids = this.shards.get(name);
    const bytes = this.#bytes.get(name) ?? 0;
    this.#bytes.set(name, bytes - bytes / Math.max(1, ids?.size ?? 1));
    ids?.delete(id);
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
      const size = this.shards.get(name)?.size ?? 0;
      if (size === 0) return name;
      if (size < shardCapacity && (this.#bytes.get(name) ?? 0) + bytes <= shardBytes) return name;
      if (this.#isFull(name, size)) this.#firstWithRoom.set(month, part + 1);
    }
  }

  /** Whether a release should leave its shard, since that has outgrown its bound. */
  isTooLarge(name: string): boolean {
    return (this.#bytes.get(name) ?? 0) > shardBytes && (this.shards.get(name)?.size ?? 0) > 1;
  }

  /** Full for records of any usual length. */
  #isFull(name: string, size: number): boolean {
    return size >= shardCapacity || (this.#bytes.get(name) ?? 0) > shardBytes * 0.95;
  }
}
