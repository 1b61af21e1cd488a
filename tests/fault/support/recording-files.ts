import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileLayer, OpenFile } from '../../../src/archive/store/file-layer';
import { unsyncedFiles } from './unsynced-files';

/** What happened to the disk, in order. A file is known by its number, whatever its name. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  | { readonly kind: 'sync-file'; readonly file: number }
  /** What happened before the event of this number is safe; later things may have missed it. */
  | { readonly kind: 'sync-folder'; readonly folder: string; readonly began: number }
  | { readonly kind: 'create'; readonly path: string; readonly file: number }
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string };

/**
 * A disk with everything that changes it written down. `tell` is called when the operation
 * has been done, in the order in which the operations were done; first with what is in `root`
 * already.
 */
export function recordingFiles(root: string, tell: (event: DiskEvent) => void): FileLayer {
  let events = 0;
  const note = (event: DiskEvent): void => {
    events += 1;
    tell(event);
  };
  const numbers = new Map<string, number>();
  const lengths = new Map<number, number>();
  let last = 0;

  const numberOf = (path: string): number => {
    const known = numbers.get(path);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(path, last);
    lengths.set(last, 0);
    note({ kind: 'create', path, file: last });
    return last;
  };

  const openFile = (handle: OpenFile, file: number): OpenFile => {
    const append = async (data: string | Uint8Array): Promise<void> => {
      const bytes = Buffer.from(data);
      await handle.writeFile(bytes);
      const at = lengths.get(file) ?? 0;
      lengths.set(file, at + bytes.length);
      note({ kind: 'write', file, at, data: bytes });
    };
    const sync = async (real: () => Promise<void>): Promise<void> => {
      await real();
      note({ kind: 'sync-file', file });
    };
    return {
      read: (into, at) => handle.read(into, at),
      writeFile: append,
      truncate: async (length) => {
        await handle.truncate(length);
        lengths.set(file, length);
        note({ kind: 'truncate', file, length });
      },
      datasync: () => sync(() => handle.datasync()),
      sync: () => sync(() => handle.sync()),
      close: () => handle.close(),
    };
  };

  const noteExisting = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        note({ kind: 'make-folder', path });
        noteExisting(path);
      } else {
        const file = numberOf(path);
        const data = readFileSync(path);
        lengths.set(file, data.length);
        note({ kind: 'write', file, at: 0, data });
        note({ kind: 'sync-file', file });
      }
    }
    note({ kind: 'sync-folder', folder, began: events });
  };
  noteExisting(root);

  return {
    ...unsyncedFiles,
    open: async (path, flags) => {
      const handle = await unsyncedFiles.open(path, flags);
      if (flags === 'r') {
        // Of what is opened so, only folders are ever fsynced.
        return {
          ...openFile(handle, 0),
          sync: async () => {
            const began = events;
            await handle.sync();
            note({ kind: 'sync-folder', folder: path, began });
          },
        };
      }
      return openFile(handle, numberOf(path));
    },
    mkdir: async (path) => {
      const first = await unsyncedFiles.mkdir(path);
      if (first === undefined) return first;
      const made: string[] = [];
      for (let folder = path; folder.length >= first.length; folder = dirname(folder)) {
        made.unshift(folder);
      }
      for (const folder of made) note({ kind: 'make-folder', path: folder });
      return first;
    },
    rename: async (from, to) => {
      await unsyncedFiles.rename(from, to);
      const file = numbers.get(from);
      numbers.delete(from);
      if (file !== undefined) numbers.set(to, file);
      note({ kind: 'rename', from, to });
    },
    link: async (existing, path) => {
      await unsyncedFiles.link(existing, path);
      const file = numbers.get(existing);
      if (file === undefined) return;
      numbers.set(path, file);
      note({ kind: 'create', path, file });
    },
    rm: async (path) => {
      await unsyncedFiles.rm(path);
      if (numbers.delete(path)) note({ kind: 'remove', path });
    },
    truncate: async (path, length) => {
      await unsyncedFiles.truncate(path, length);
      const file = numberOf(path);
      lengths.set(file, length);
      note({ kind: 'truncate', file, length });
    },
    copyFile: async (from, to) => {
      const bytes = await unsyncedFiles.readFile(from);
      await unsyncedFiles.copyFile(from, to);
      const file = numberOf(to);
      lengths.set(file, bytes.length);
      note({ kind: 'write', file, at: 0, data: bytes });
    },
  };
}
