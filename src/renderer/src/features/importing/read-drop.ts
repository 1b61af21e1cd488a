import type { Arrival, ArrivingFile } from './arrival-rule';

/**
 * What was dropped, with all that lies in its folders. Must be called while the drop is told: what it
 * carries is gone afterwards.
 */
export async function readDrop(carried: DataTransfer | null): Promise<Arrival> {
  if (carried === null) return { files: [], hasFolder: false };
  const items = [...carried.items].filter(({ kind }) => kind === 'file');
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  // What a page made itself has no entry; then there are no folders either.
  if (entries.length < items.length || entries.length === 0) return alone([...carried.files]);
  if (!entries.some(({ isDirectory }) => isDirectory)) return alone([...carried.files]);
  const files: ArrivingFile[] = [];
  for (const entry of entries) await collect(entry, files);
  return { files, hasFolder: true };
}

/** Files that came by themselves. */
export function alone(files: readonly File[]): Arrival {
  return { files: files.map((file) => ({ path: file.name, file })), hasFolder: false };
}

async function collect(entry: FileSystemEntry, files: ArrivingFile[]): Promise<void> {
  // What systems and programs leave behind; an import would pass over it, too.
  if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return;
  if (entry.isDirectory) {
    for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) {
      await collect(inside, files);
    }
    return;
  }
  const file = await new Promise<File | null>((resolve) => {
    (entry as FileSystemFileEntry).file(resolve, () => {
      resolve(null);
    });
  });
  if (file !== null) files.push({ path: entry.fullPath.replace(/^\/+/, ''), file });
}

/** A folder answers a hundred at a time, and nothing when it has no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (some.length === 0) return found;
    found.push(...some);
  }
}
