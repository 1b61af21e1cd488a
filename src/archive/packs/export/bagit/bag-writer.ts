import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../../store/durable-file';
import { bagDeclaration, formatBagInfo } from './declaration';
import { formatManifest } from './manifest';

/** What sealing a bag gives. */
export interface SealedBag {
  /** Every file of the bag with its size, the tag files last. */
  readonly files: ReadonlyMap<string, number>;
  readonly bytes: number;
  /** SHA-512 of `manifest-sha512.txt`. */
  readonly manifestSha512: string;
}

/** Fills an empty folder as a bag, BagIt 1.0 (RFC 8493), with SHA-512; each file is fsynced. */
export class BagWriter {
  private readonly digests = new Map<string, string>();
  private readonly sizes = new Map<string, number>();
  private readonly folders = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly onFile: () => void,
  ) {}

  /** Writes one file of the payload; `path` is relative to `data/`. */
  async addPayload(path: string, chunks: Chunks): Promise<void> {
    const file = `data/${path}`;
    this.digests.set(file, await this.write(file, chunks));
  }

  /** Writes the tag files; `info` goes into `bag-info.txt` before what the writer knows itself. */
  async seal(info: readonly (readonly [string, string])[]): Promise<SealedBag> {
    const payload = [...this.sizes.values()];
    const oxum = `${payload.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
    const tags = new Map<string, string>();
    const addTag = async (file: string, text: string): Promise<string> => {
      const digest = await this.write(file, [Buffer.from(text)]);
      tags.set(file, digest);
      return digest;
    };
    await addTag('bagit.txt', bagDeclaration);
    await addTag('bag-info.txt', formatBagInfo([...info, ['Payload-Oxum', oxum]]));
    const manifestSha512 = await addTag('manifest-sha512.txt', formatManifest(this.digests));
    await this.write('tagmanifest-sha512.txt', [Buffer.from(formatManifest(tags))]);
    for (const folder of this.folders) await syncFolder(folder);
    return {
      files: this.sizes,
      bytes: [...this.sizes.values()].reduce((sum, size) => sum + size, 0),
      manifestSha512,
    };
  }

  private async write(file: string, chunks: Chunks): Promise<string> {
    const path = join(this.folder, file);
    await this.makeFolder(dirname(path));
    const hash = createHash('sha512');
    const handle = await open(path, 'wx');
    try {
      this.sizes.set(file, await fill(handle, chunks, hash));
      await handle.sync();
    } finally {
      await handle.close();
    }
    this.onFile();
    return hash.digest('hex');
  }

  private async makeFolder(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (let above = folder; above.length >= this.folder.length; above = dirname(above)) {
      this.folders.add(above);
    }
  }
}

type Chunks = Iterable<Buffer> | AsyncIterable<Buffer>;

async function fill(handle: FileHandle, chunks: Chunks, hash: Hash): Promise<number> {
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    for (let written = 0; written < chunk.length;) {
      written += (await handle.write(chunk, written)).bytesWritten;
    }
    size += chunk.length;
  }
  return size;
}
