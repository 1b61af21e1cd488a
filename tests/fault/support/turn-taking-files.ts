import { setImmediate as turn } from 'node:timers/promises';
import type { FileLayer, OpenFile, OpenFlags } from '../../../src/archive/store/file-layer';
import type { Random } from './random';

interface MemoryFile {
  text: string;
  touched: number;
}

interface Operation {
  /** When its actor may go on with it. */
  readonly at: number;
  readonly run: () => void;
}

export interface DiskKind {
  readonly hasLinks: boolean;
  /** FAT knows when a file was written to two seconds. */
  readonly stampMilliseconds: number;
}

/**
 * One folder in memory that several actors use at once, in one process and with a clock of its own.
 * Operations are done one at a time, in any order; after each its actor may fall asleep, for seconds or
 * for half an hour.
 */
export class TurnTakingDisk {
  readonly files = new Map<string, MemoryFile>();
  clock = 1_700_000_000_000;
  readonly #random: Random;
  readonly #kind: DiskKind;
  #waiting: Operation[] = [];
  /** Operations that were done, so as to know that something was. */
  done = 0;

  constructor(random: Random, kind: DiskKind) {
    this.#random = random;
    this.#kind = kind;
  }

  /** Lets the actors take turns until all have finished. */
  async run(actors: readonly Promise<unknown>[]): Promise<void> {
    const state = { isOver: false };
    void Promise.allSettled(actors).then(() => {
      state.isOver = true;
    });
    for (;;) {
      await turn();
      if (state.isOver) return;
      let ready = this.#waiting.filter(({ at }) => at <= this.clock);
      if (ready.length === 0) {
        this.clock = Math.min(...this.#waiting.map(({ at }) => at));
        ready = this.#waiting.filter(({ at }) => at <= this.clock);
      }
      const next = this.#random.pick(ready);
      if (next === undefined) continue;
      this.#waiting = this.#waiting.filter((operation) => operation !== next);
      this.clock += this.#random.below(20);
      this.done += 1;
      next.run();
    }
  }

  /** Somebody's view of the disk; `onWrite` is told of every append. */
  layer(onWrite: () => void): FileLayer {
    const act = <T>(work: () => T): Promise<T> => this.#act(work);
    const handleOf = (file: MemoryFile, flags: OpenFlags): OpenFile => {
      let at = 0;
      return {
        read: () => Promise.reject(failure('ENOSYS')),
        writeFile: (data) =>
          act(() => {
            if (flags === 'a') {
              onWrite();
              return;
            }
            const text = String(data);
            // A write may be seen half done.
            file.text = file.text.slice(0, at) + text + file.text.slice(at + text.length);
            at += text.length;
            this.#stamp(file);
          }),
        truncate: () => act(() => undefined),
        datasync: () => act(() => undefined),
        sync: () => act(() => undefined),
        close: () => act(() => undefined),
      };
    };
    return {
      open: (path, flags) =>
        act(() => {
          const known = this.files.get(path);
          if (flags === 'wx' && known !== undefined) throw failure('EEXIST');
          if (flags !== 'wx' && flags !== 'a' && known === undefined) throw failure('ENOENT');
          const file = known ?? { text: '', touched: 0 };
          if (known === undefined) this.#stamp(file);
          this.files.set(path, file);
          return handleOf(file, flags);
        }),
      readFile: (path) => act(() => Buffer.from(this.#get(path).text)),
      readdir: () => act(() => [...this.files.keys()]),
      mkdir: () => act(() => undefined),
      rename: (from, to) =>
        act(() => {
          this.files.set(to, this.#get(from));
          this.files.delete(from);
        }),
      link: (existing, path) =>
        act(() => {
          if (!this.#kind.hasLinks) throw failure('EPERM');
          if (this.files.has(path)) throw failure('EEXIST');
          this.files.set(path, this.#get(existing));
        }),
      rm: (path) => act(() => void this.files.delete(path)),
      stat: (path) =>
        act(() => ({
          size: this.#get(path).text.length,
          mtimeMs: this.#get(path).touched,
          ino: 1,
          isFile: () => true,
          isDirectory: () => false,
        })),
      truncate: () => act(() => undefined),
      copyFile: () => act(() => undefined),
      pause: (milliseconds) => this.#after(milliseconds),
    };
  }

  /** Does something in one turn, and answers after the actor has slept, if it did. */
  async #act<T>(work: () => T): Promise<T> {
    const outcome = await new Promise<{ value: T } | { thrown: unknown }>((resolve) => {
      this.#waiting.push({
        at: this.clock,
        run: () => {
          try {
            resolve({ value: work() });
          } catch (thrown) {
            resolve({ thrown });
          }
        },
      });
    });
    if (this.#random.chance(0.03)) await this.#after(this.#random.below(40) * 1_000);
    else if (this.#random.chance(0.01)) await this.#after(this.#random.below(30) * 60_000);
    if ('thrown' in outcome) throw outcome.thrown;
    return outcome.value;
  }

  #after(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ at: this.clock + milliseconds, run: resolve });
    });
  }

  #get(path: string): MemoryFile {
    const file = this.files.get(path);
    if (file === undefined) throw failure('ENOENT');
    return file;
  }

  #stamp(file: MemoryFile): void {
    file.touched = this.clock - (this.clock % this.#kind.stampMilliseconds);
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made for a test`), { code });
}
