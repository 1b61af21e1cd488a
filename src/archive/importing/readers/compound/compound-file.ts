/** A file or a folder within a compound file. */
export interface CompoundEntry {
  readonly name: string;
  readonly kind: 'storage' | 'stream';
  readonly start: number;
  readonly size: number;
  /** Of a storage, by the name in small letters. */
  readonly children: ReadonlyMap<string, CompoundEntry>;
}

const headerBytes = 512;
const entryBytes = 128;
const endOfChain = 0xfffffffe;
const lastSector = 0xfffffffa;
const noEntry = 0xffffffff;
const mostEntries = 50_000;
const deepest = 16;
/** Streams that share sectors, as damage and malice make them, are read this often at most. */
const mostTimesRead = 3;

/**
 * Reads OLE compound files (MS-CFB), which Word before 2007 and Outlook write. Whatever a file claims,
 * every chain of sectors is at most as long as the file. Throws an Error for what isn't well formed.
 */
export class CompoundFile {
  readonly root: CompoundEntry;
  readonly #buffer: Buffer;
  readonly #sectorBytes: number;
  readonly #miniSectorBytes: number;
  readonly #miniCutoff: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #miniStream: Buffer;
  #budget: number;

  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.length < headerBytes) throw new Error('no header');
    const shift = buffer.readUInt16LE(30);
    const miniShift = buffer.readUInt16LE(32);
    if (shift < 7 || shift > 16 || miniShift < 4 || miniShift >= shift) {
      throw new Error('no size of sectors');
    }
    this.#buffer = buffer;
    this.#sectorBytes = 2 ** shift;
    this.#miniSectorBytes = 2 ** miniShift;
    this.#miniCutoff = buffer.readUInt32LE(56);
    this.#budget = buffer.length * mostTimesRead + 1024 * 1024;
    this.#fat = this.#readFat();
    this.#miniFat = numbersOf(this.#chain(buffer.readUInt32LE(60), Infinity));
    const entries = this.#readEntries();
    const [root] = entries;
    if (root === undefined) throw new Error('no directory');
    this.#miniStream = this.#chain(root.start, root.size);
    this.root = rooted(entries);
  }

  /** The stream of this path; null where there is none, or a storage. Names are the same in any case. */
  stream(...path: readonly string[]): Buffer | null {
    let entry: CompoundEntry | undefined = this.root;
    for (const name of path) entry = entry?.children.get(name.toLowerCase());
    return entry?.kind === 'stream' ? this.read(entry) : null;
  }

  /** The stream of this name in a storage; null where there is none. */
  streamIn(storage: CompoundEntry, name: string): Buffer | null {
    const entry = storage.children.get(name.toLowerCase());
    return entry?.kind === 'stream' ? this.read(entry) : null;
  }

  /** The bytes of a stream; shorter than it says where the file is. */
  read({ start, size }: CompoundEntry): Buffer {
    return size < this.#miniCutoff ? this.#miniChain(start, size) : this.#chain(start, size);
  }

  #sector(number: number): Buffer {
    const at = (number + 1) * this.#sectorBytes;
    return this.#buffer.subarray(at, at + this.#sectorBytes);
  }

  /** The table of chains; its own sectors are listed in the header and in a chain of lists. */
  #readFat(): Uint32Array {
    const most = Math.ceil(this.#buffer.length / this.#sectorBytes);
    const listed: number[] = [];
    const add = (list: Buffer, end: number): void => {
      for (let at = 0; at + 4 <= end && listed.length < most; at += 4) {
        const sector = list.readUInt32LE(at);
        if (sector <= lastSector) listed.push(sector);
      }
    };
    add(this.#buffer.subarray(76, headerBytes), headerBytes - 76);
    let next = this.#buffer.readUInt32LE(68);
    for (let i = 0; i < most && next <= lastSector; i++) {
      const list = this.#sector(next);
      if (list.length < this.#sectorBytes) break;
      add(list, this.#sectorBytes - 4);
      next = list.readUInt32LE(this.#sectorBytes - 4);
    }
    const needed = Math.ceil((most * 4) / this.#sectorBytes);
    return numbersOf(Buffer.concat(listed.slice(0, needed).map((sector) => this.#sector(sector))));
  }

  #chain(start: number, size: number): Buffer {
    const sectors: Buffer[] = [];
    let length = 0;
    let next = start;
    const most = this.#fat.length;
    for (let i = 0; i < most && next <= lastSector && length < size; i++) {
      const sector = this.#sector(next);
      if (sector.length === 0) break;
      this.#spend(sector.length);
      sectors.push(sector);
      length += sector.length;
      next = this.#fat[next] ?? endOfChain;
    }
    return Buffer.concat(sectors).subarray(0, Math.min(size, length));
  }

  #miniChain(start: number, size: number): Buffer {
    const sectors: Buffer[] = [];
    let length = 0;
    let next = start;
    for (let i = 0; i < this.#miniFat.length && next <= lastSector && length < size; i++) {
      const at = next * this.#miniSectorBytes;
      const sector = this.#miniStream.subarray(at, at + this.#miniSectorBytes);
      if (sector.length === 0) break;
      this.#spend(sector.length);
      sectors.push(sector);
      length += sector.length;
      next = this.#miniFat[next] ?? endOfChain;
    }
    return Buffer.concat(sectors).subarray(0, Math.min(size, length));
  }

  #spend(bytes: number): void {
    this.#budget -= bytes;
    if (this.#budget < 0) throw new Error('streams overlap');
  }

  #readEntries(): RawEntry[] {
    const directory = this.#chain(this.#buffer.readUInt32LE(48), Infinity);
    const entries: RawEntry[] = [];
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      if (entries.length >= mostEntries) throw new Error('too many entries');
      const kind = directory[at + 66] ?? 0;
      const nameBytes = Math.min(64, Math.max(2, directory.readUInt16LE(at + 64)));
      entries.push({
        kind: kind === 2 ? 'stream' : 'storage',
        name: directory.toString('utf16le', at, at + nameBytes - 2),
        left: directory.readUInt32LE(at + 68),
        right: directory.readUInt32LE(at + 72),
        child: kind === 2 ? noEntry : directory.readUInt32LE(at + 76),
        start: directory.readUInt32LE(at + 116),
        // Sizes beyond 4 GB are none of a document's.
        size: directory.readUInt32LE(at + 120),
      });
    }
    return entries;
  }
}

interface RawEntry {
  readonly kind: 'storage' | 'stream';
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** The tree of storages. An entry that is met again, as in a circle, is passed over. */
function rooted(entries: readonly RawEntry[]): CompoundEntry {
  const met = new Set<number>();
  const childrenOf = (first: number, depth: number): Map<string, CompoundEntry> => {
    const children = new Map<string, CompoundEntry>();
    const waiting = [first];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = entries[index];
      if (entry === undefined || met.has(index)) continue;
      met.add(index);
      const { name, kind, start, size } = entry;
      const inner = depth < deepest ? childrenOf(entry.child, depth + 1) : new Map();
      children.set(name.toLowerCase(), { name, kind, start, size, children: inner });
      waiting.push(entry.right, entry.left);
    }
    return children;
  };
  met.add(0);
  const root = entries[0];
  return {
    name: root?.name ?? '',
    kind: 'storage',
    start: 0,
    size: 0,
    children: childrenOf(root?.child ?? noEntry, 0),
  };
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes.readUInt32LE(i * 4);
  return numbers;
}
