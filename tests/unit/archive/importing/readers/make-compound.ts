/** Files and folders of a compound file. */
export interface Streams {
  readonly [name: string]: Uint8Array | Streams;
}

const sectorBytes = 512;
const miniBytes = 64;
const cutoff = 4096;
const none = 0xffffffff;
const end = 0xfffffffe;

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly children: Entry[];
  index: number;
}

/** An OLE compound file as Word and Outlook write them (MS-CFB, version 3). */
export function compoundOf(streams: Streams): Buffer {
  const root: Entry = { name: 'Root Entry', bytes: null, children: entriesOf(streams), index: 0 };
  const entries: Entry[] = [];
  const number = (entry: Entry): void => {
    entry.index = entries.push(entry) - 1;
    entry.children.forEach(number);
  };
  number(root);
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const miniFat: number[] = [];
  const mini: Buffer[] = [];
  const store = (bytes: Uint8Array, to: Buffer[], chain: number[], size: number): number => {
    if (bytes.length === 0) return end;
    const start = to.length;
    for (let at = 0; at < bytes.length; at += size) {
      const sector = Buffer.alloc(size);
      sector.set(bytes.subarray(at, at + size));
      to.push(sector);
      chain.push(at + size < bytes.length ? to.length : end);
    }
    return start;
  };
  const starts = new Map<Entry, number>();
  for (const entry of entries) {
    const { bytes } = entry;
    if (bytes === null) continue;
    const start =
      bytes.length < cutoff
        ? store(bytes, mini, miniFat, miniBytes)
        : store(bytes, sectors, fat, sectorBytes);
    starts.set(entry, start);
  }
  const miniStream = Buffer.concat(mini);
  const miniStart = store(miniStream, sectors, fat, sectorBytes);
  const miniFatStart = store(numbers(miniFat), sectors, fat, sectorBytes);
  const directory = Buffer.concat(
    entries.map((entry) =>
      entry === root
        ? entryBytes(entry, miniStart, miniStream.length)
        : entryBytes(entry, starts.get(entry) ?? 0, entry.bytes?.length ?? 0),
    ),
  );
  const directoryStart = store(directory, sectors, fat, sectorBytes);
  let fatSectors = 0;
  while (fatSectors * 128 < fat.length + fatSectors) fatSectors++;
  const fatStart = sectors.length;
  for (let i = 0; i < fatSectors; i++) fat.push(0xfffffffd);
  while (fat.length % 128 !== 0) fat.push(none);
  const header = Buffer.alloc(sectorBytes, 0);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(cutoff, 56);
  header.writeUInt32LE(miniFatStart, 60);
  header.writeUInt32LE(Math.ceil(miniFat.length / 128), 64);
  header.writeUInt32LE(end, 68);
  for (let i = 0; i < 109; i++) {
    header.writeUInt32LE(i < fatSectors ? fatStart + i : none, 76 + i * 4);
  }
  return Buffer.concat([header, ...sectors, numbers(fat)]);
}

function entriesOf(streams: Streams): Entry[] {
  return Object.entries(streams).map(([name, content]) =>
    content instanceof Uint8Array
      ? { name, bytes: content, children: [], index: 0 }
      : { name, bytes: null, children: entriesOf(content), index: 0 },
  );
}

/** Siblings hang on each other's right side, which is a tree, if a crooked one. */
function entryBytes(entry: Entry, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  const name = Buffer.from(`${entry.name}\0`, 'utf16le');
  bytes.set(name);
  bytes.writeUInt16LE(name.length, 64);
  bytes[66] = entry.index === 0 ? 5 : entry.bytes === null ? 1 : 2;
  bytes[67] = 1;
  bytes.writeUInt32LE(none, 68);
  bytes.writeUInt32LE(siblings.get(entry) ?? none, 72);
  bytes.writeUInt32LE(entry.children[0]?.index ?? none, 76);
  entry.children.forEach((child, i) => {
    const next = entry.children[i + 1];
    if (next !== undefined) siblings.set(child, next.index);
  });
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

const siblings = new WeakMap<Entry, number>();

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32LE(value, i * 4));
  return bytes;
}
