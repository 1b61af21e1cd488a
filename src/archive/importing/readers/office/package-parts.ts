import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { fileError } from '../file-errors';

const maxEntries = 10_000;
const maxTotalBytes = 500 * 1024 * 1024;
/** Text that people wrote packs 5 to 20 times, a blank page of a scan 100 times. */
const maxRatio = 200;
/** Below this a high ratio does no harm. */
const harmlessBytes = 20 * 1024 * 1024;

/** The parts of an Office package, unpacked one by one, each checked against its stated size. */
export class PackageParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * Throws 'file-too-complex' for what unpacks to more than a document has, 'file-encrypted'; what
   * the ZIP itself has wrong is thrown as it comes.
   */
  static async open(name: string, bytes: Uint8Array): Promise<PackageParts> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: false });
    const entries = new Map<string, Entry>();
    let total = 0;
    if (zip.entryCount > maxEntries) throw tooComplex(name);
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      const isBomb = total > harmlessBytes && total / bytes.length > maxRatio;
      if (total > maxTotalBytes || isBomb) throw tooComplex(name);
      if (entry.isEncrypted()) {
        throw fileError(
          'file-encrypted',
          name,
          'is protected by a password. Save it without one and try again.',
        );
      }
      // Names of parts are the same in any case (ISO/IEC 29500-2, 6.2.2.3).
      const key = partKey(entry.fileName);
      if (!entries.has(key)) entries.set(key, entry);
    }
    return new PackageParts(zip, entries);
  }

  has(path: string): boolean {
    return this.#entries.has(partKey(path));
  }

  names(): readonly string[] {
    return [...this.#entries.values()].map((entry) => entry.fileName);
  }

  /** In bytes, unpacked; 0 where there is no such part. */
  sizeOf(path: string): number {
    return this.#entries.get(partKey(path))?.uncompressedSize ?? 0;
  }

  /** null where there is no such part. */
  async read(path: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(partKey(path));
    if (entry === undefined) return null;
    const chunks: Buffer[] = [];
    // The library ends the stream with an error where it gives more or less than was stated.
    const stream = await this.#zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}

/** The same for all ways of writing the name of a part. */
export function partKey(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase();
}

function tooComplex(name: string) {
  return fileError('file-too-complex', name, 'unpacks to more than a document holds.');
}
