import { crc32 } from 'node:zlib';
import { needsLook } from '../../shared/release-lacks';
import { textOf } from './durable-json';
import type { ReleaseRecord } from './records';
import { UnreadRelease, type UnreadShard } from './release-table';

const lineBreak = 0x0a;
const checksumLength = 8;

/** What lists need of a shard's records, in the order of the records: each array is a column. */
interface Columns {
  readonly ids: readonly string[];
  readonly revisions: readonly number[];
  readonly publicationDates: readonly (string | null)[];
  readonly statuses: readonly ReleaseRecord['status'][];
  readonly deletedAt: readonly (string | null)[];
  /** Position of the record -> its partners, where it has any. */
  readonly partnerIds: Readonly<Record<string, readonly string[]>>;
  /** The same of its tags. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** Positions of the records that somebody should look at; see `needsLook`. */
  readonly needLook: readonly number[];
  /** Position of the record -> the end of its embargo, where it has one. */
  readonly embargoes: Readonly<Record<string, string>>;
}

/** As versions before this one left it: its shard is parsed instead. */
type OlderColumns = Omit<Columns, 'tags' | 'needLook' | 'embargoes'>;

interface Entry {
  readonly checksum: string;
  /** Whole, without its line break. */
  readonly line: Buffer;
}

const none: readonly string[] = [];

/**
 * What lists need of every release, beside the checksum of the shard that it was made of, so that an
 * archive can be listed before its shards are parsed. All of it can be made again from the shards; of
 * a shard whose text has another checksum, nothing is used.
 *
 * A line is `<CRC-32 of what follows> <shard> <SHA-256 of the shard's data> <columns as JSON>`.
 */
export class Listing {
  readonly #found: ReadonlyMap<string, Entry>;
  readonly #entries = new Map<string, Entry>();
  #changed = false;

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#found = linesOf(bytes);
  }

  /** Whether `encode` would give something else than what this was made of. */
  get isStale(): boolean {
    return this.#changed || this.#entries.size !== this.#found.size;
  }

  /** The releases of a shard with that checksum; null where they aren't known. */
  releasesOf(name: string, checksum: string, shard: UnreadShard): readonly UnreadRelease[] | null {
    const entry = this.#found.get(name);
    if (entry?.checksum !== checksum || !isWhole(entry.line)) return null;
    const json = entry.line.subarray(entry.line.indexOf('{'));
    const columns = JSON.parse(textOf(json)) as Columns | OlderColumns;
    if (!('embargoes' in columns)) return null;
    this.#entries.set(name, entry);
    const needLook = new Set(columns.needLook);
    return columns.ids.map(
      (id, index) =>
        new UnreadRelease(
          shard,
          id,
          columns.revisions[index] ?? 0,
          columns.publicationDates[index] ?? null,
          columns.statuses[index] ?? 'filed',
          columns.deletedAt[index] ?? null,
          columns.partnerIds[index] ?? none,
          columns.tags[index] ?? none,
          needLook.has(index),
          columns.embargoes[index] ?? null,
        ),
    );
  }

  /** These are the records of the shard whose data has that checksum. */
  put(name: string, checksum: string, records: readonly ReleaseRecord[]): void {
    const columns: Columns = {
      ids: records.map((record) => record.id),
      revisions: records.map((record) => record.revision),
      publicationDates: records.map((record) => record.publicationDate),
      statuses: records.map((record) => record.status),
      deletedAt: records.map((record) => record.deletedAt),
      partnerIds: whereAny(records.map(({ partnerIds }) => partnerIds)),
      tags: whereAny(records.map(({ tags }) => tags)),
      needLook: records.flatMap((record, index) => (needsLook(record) ? [index] : [])),
      embargoes: Object.fromEntries(
        records.flatMap(({ embargo }, index) => (embargo ? [[String(index), embargo.until]] : [])),
      ),
    };
    const text = Buffer.from(` ${name} ${checksum} ${JSON.stringify(columns)}`);
    const line = Buffer.concat([crcOf(text), text]);
    this.#entries.set(name, { checksum, line });
    this.#changed ||= this.#found.get(name)?.line.equals(line) !== true;
  }

  /** The shards that were asked for or put. */
  encode(): Buffer {
    const end = Buffer.from([lineBreak]);
    return Buffer.concat([...this.#entries.values()].flatMap(({ line }) => [line, end]));
  }
}

function whereAny(
  lists: readonly (readonly string[])[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    lists.flatMap((list, index) => (list.length === 0 ? [] : [[String(index), list]])),
  );
}

function linesOf(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let start = 0;
  for (let end = bytes.indexOf(lineBreak); end !== -1; end = bytes.indexOf(lineBreak, start)) {
    const line = bytes.subarray(start, end);
    const [, name, checksum] = line.toString('latin1', 0, line.indexOf('{')).split(' ');
    if (name !== undefined && checksum !== undefined) entries.set(name, { checksum, line });
    start = end + 1;
  }
  return entries;
}

function isWhole(line: Buffer): boolean {
  return crcOf(line.subarray(checksumLength)).equals(line.subarray(0, checksumLength));
}

function crcOf(text: Buffer): Buffer {
  return Buffer.from(crc32(text).toString(16).padStart(checksumLength, '0'));
}
