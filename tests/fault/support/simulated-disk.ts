import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DiskEvent } from './recording-files';
import type { Random } from './random';

const page = 512;

type Change = Extract<DiskEvent, { kind: 'write' | 'truncate' }>;
type EntryChange = Extract<DiskEvent, { kind: 'create' | 'make-folder' | 'rename' | 'remove' }>;

/**
 * How the entries of folders that were not fsynced reach the disk: as a journalling file system
 * writes them, all up to some instant, or any of them and others not.
 */
export type EntryOrder = 'in order' | 'any';

/**
 * A disk with a page cache: what was fsynced is safe, all else may be on the disk or not when the
 * power goes. Data and names are independent of each other: a renamed file may be empty (as on ext4
 * without its allocation heuristics, on XFS, on NTFS), a written one may have no name. Within a
 * file any of its pages may be missing; missing ones read as zeros or as what was there before.
 */
export class SimulatedDisk {
  readonly #durable = new Map<number, Buffer>();
  readonly #pending = new Map<number, Change[]>();
  /** Path -> number of a file, or 'folder'. */
  readonly #entries = new Map<string, number | 'folder'>();
  #pendingEntries: { readonly number: number; readonly change: EntryChange }[] = [];
  #events = 0;

  apply(event: DiskEvent): void {
    const number = this.#events;
    this.#events += 1;
    switch (event.kind) {
      case 'write':
      case 'truncate':
        this.#pending.set(event.file, [...(this.#pending.get(event.file) ?? []), event]);
        break;
      case 'sync-file': {
        const whole = (this.#pending.get(event.file) ?? []).reduce(
          applyWhole,
          this.#durable.get(event.file) ?? Buffer.alloc(0),
        );
        this.#durable.set(event.file, whole);
        this.#pending.delete(event.file);
        break;
      }
      case 'sync-folder':
        this.#syncFolder(event.folder, event.began);
        break;
      default:
        this.#pendingEntries.push({ number, change: event });
    }
  }

  /** Writes what one power cut at this instant leaves into `target`. */
  cutInto(root: string, target: string, random: Random, order: EntryOrder): void {
    const entries = new Map(this.#entries);
    const reached = random.below(this.#pendingEntries.length + 1);
    for (const [index, { change }] of this.#pendingEntries.entries()) {
      if (order === 'in order' ? index < reached : random.chance(0.5)) applyEntry(entries, change);
    }
    const contents = new Map<number, Buffer>();
    const contentOf = (file: number): Buffer => {
      const content = contents.get(file) ?? this.#survivor(file, random);
      contents.set(file, content);
      return content;
    };
    mkdirSync(target, { recursive: true });
    for (const [path, entry] of entries) {
      const name = relative(root, path);
      // What lies in a folder whose own entry is lost can't be reached.
      if (name === '' || !isReachable(entries, root, path)) continue;
      const place = join(target, name);
      if (entry === 'folder') mkdirSync(place, { recursive: true });
      else {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, contentOf(entry));
      }
    }
  }

  /** Content of a file after the cut: what was safe, and of each later write any pages. */
  #survivor(file: number, random: Random): Buffer {
    let content = this.#durable.get(file) ?? Buffer.alloc(0);
    const pending = this.#pending.get(file) ?? [];
    const all = random.chance(0.25);
    const reached = all ? pending.length : random.below(pending.length + 1);
    for (const change of pending.slice(0, reached)) {
      if (all || change.kind === 'truncate') content = applyWhole(content, change);
      else content = applyPages(content, change, random);
    }
    return content;
  }

  #syncFolder(folder: string, began: number): void {
    // A rename between two folders is safe when either is.
    this.#pendingEntries = this.#pendingEntries.filter(({ number, change }) => {
      const paths = change.kind === 'rename' ? [change.from, change.to] : [change.path];
      const isSafe = number < began && paths.some((path) => dirname(path) === folder);
      if (isSafe) applyEntry(this.#entries, change);
      return !isSafe;
    });
  }
}

function applyWhole(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') return resized(content, change.length);
  const longer = resized(content, Math.max(content.length, change.at + change.data.length));
  change.data.copy(longer, change.at);
  return longer;
}

function applyPages(
  content: Buffer,
  change: Extract<Change, { kind: 'write' }>,
  random: Random,
): Buffer {
  const end = change.at + change.data.length;
  // The length of a file is not data: it may have grown less than the data.
  const length = random.chance(0.5) ? end : change.at + random.below(change.data.length + 1);
  const result = resized(content, Math.max(content.length, length));
  for (let at = change.at; at < Math.min(end, result.length);) {
    const next = Math.min(end, result.length, (Math.floor(at / page) + 1) * page);
    if (random.chance(0.5)) change.data.copy(result, at, at - change.at, next - change.at);
    at = next;
  }
  return result;
}

function resized(content: Buffer, length: number): Buffer {
  const result = Buffer.alloc(length);
  content.copy(result, 0, 0, length);
  return result;
}

function applyEntry(entries: Map<string, number | 'folder'>, change: EntryChange): void {
  switch (change.kind) {
    case 'create':
      entries.set(change.path, change.file);
      break;
    case 'make-folder':
      entries.set(change.path, 'folder');
      break;
    case 'remove':
      entries.delete(change.path);
      break;
    case 'rename': {
      const entry = entries.get(change.from);
      entries.delete(change.from);
      if (entry !== undefined) entries.set(change.to, entry);
      break;
    }
  }
}

function isReachable(
  entries: ReadonlyMap<string, number | 'folder'>,
  root: string,
  path: string,
): boolean {
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    if (entries.get(folder) !== 'folder') return false;
  }
  return true;
}
