import { Low, type Adapter } from 'lowdb';
import { ArchiveError, systemErrorCode } from '../errors';
import { DurableJson, encodeChecked, type CheckedData } from './durable-json';
import type { Layout } from './layout';

/** What reading found of a file and its copy. */
export interface MirrorState {
  readonly main: 'whole' | 'damaged' | 'missing';
  /** The copy is looked at only where the file itself can't be used. */
  readonly copy: 'whole' | 'damaged' | 'missing' | 'unread';
}

/**
 * lowdb adapter for a JSON file and its copy under `copies/`. The copy is written after the file
 * itself is on disk: at any instant one of the two is whole, and what it lacks is still in the
 * journal, which is cut only after both were written.
 *
 * `read` answers null where neither can be used; `state` then says why.
 */
export class MirroredJson<T> implements Adapter<T> {
  readonly #main: DurableJson<T>;
  readonly #copy: DurableJson<T>;
  #state: MirrorState = { main: 'missing', copy: 'unread' };

  constructor(layout: Layout, path: string) {
    this.#main = new DurableJson<T>(path, layout.files);
    this.#copy = new DurableJson<T>(layout.copyOf(path), layout.files);
  }

  /** What the last reading found. */
  get state(): MirrorState {
    return this.#state;
  }

  /** SHA-256 of the text of the data that was last written. */
  get writtenChecksum(): string | null {
    return this.#main.writtenChecksum;
  }

  async read(): Promise<T | null> {
    return (await this.readChecked())?.parse() ?? null;
  }

  /** As `read`, parsed when it is needed. */
  async readChecked(): Promise<CheckedData<T> | null> {
    const main = await this.#attempt(this.#main);
    this.#state = { main: main.found, copy: 'unread' };
    if (main.found === 'whole') return main.data;
    const copy = await this.#attempt(this.#copy);
    this.#state = { main: main.found, copy: copy.found };
    if (copy.found === 'whole') return copy.data;
    // A disk that can't be read just now may be read tomorrow; nothing must be put aside for it.
    if (main.unreadable !== undefined) throw main.unreadable;
    if (copy.unreadable !== undefined) throw copy.unreadable;
    return null;
  }

  async write(data: T): Promise<void> {
    const text = encodeChecked(data);
    await this.#main.writeText(text);
    await this.#copy.writeText(text);
  }

  async #attempt(file: DurableJson<T>): Promise<Attempt<T>> {
    try {
      const data = await file.readChecked();
      return data === null ? { found: 'missing' } : { found: 'whole', data };
    } catch (thrown) {
      if (thrown instanceof ArchiveError && thrown.code === 'archive-damaged') {
        return { found: 'damaged' };
      }
      // EIO: the disk has a bad sector there; EISDIR: somebody put a folder in the file's place
      if (!['EIO', 'EISDIR'].includes(systemErrorCode(thrown) ?? '')) throw thrown;
      return { found: 'damaged', unreadable: thrown as Error };
    }
  }
}

type Attempt<T> =
  | { readonly found: 'whole'; readonly data: CheckedData<T>; readonly unreadable?: undefined }
  | { readonly found: 'missing'; readonly unreadable?: undefined }
  | { readonly found: 'damaged'; readonly unreadable?: Error };

/** One lowdb database over a file and its copy. */
export function mirroredLow<T>(layout: Layout, path: string, initial: T): Low<T> {
  return new Low<T>(new MirroredJson<T>(layout, path), initial);
}
