import { ArchiveError } from '../../../errors';

const mb = 1024 * 1024;

/** What a ZIP may unpack to. Other than in tests it's `zipLimits`. */
export interface ZipLimits {
  readonly entries: number;
  readonly totalBytes: number;
  readonly entryBytes: number;
  /** Unpacked to packed, and the size from which it's looked at: text packs well. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** How many ZIPs may lie in each other, the outermost counted. */
  readonly depth: number;
}

export const zipLimits: ZipLimits = {
  entries: 10_000,
  totalBytes: 2048 * mb,
  entryBytes: 500 * mb,
  ratio: 1000,
  ratioFromBytes: 100 * mb,
  depth: 3,
};

/** Counts what was really unpacked; what a directory declares is no promise. One for all ZIPs in a ZIP. */
export class ZipBudget {
  readonly limits: ZipLimits;
  readonly #name: string;
  #entries = 0;
  #bytes = 0;

  constructor(name: string, limits: ZipLimits) {
    this.#name = name;
    this.limits = limits;
  }

  /** The reason why there are too many entries now, or null. */
  countEntry(): ArchiveError | null {
    this.#entries += 1;
    const limit = this.limits.entries;
    if (this.#entries <= limit) return null;
    return new ArchiveError(
      'file-too-complex',
      `${this.#name} holds more than ${limit} files; a ZIP may have that many at most.`,
      { fileName: this.#name, limit },
    );
  }

  /** Whether nothing more of the whole may be unpacked. */
  get isSpent(): boolean {
    return this.#bytes > this.limits.totalBytes || this.#entries > this.limits.entries;
  }

  /** Throws `file-too-complex` beyond the size of all entries together. */
  countBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.limits.totalBytes) return;
    const limit = Math.round(this.limits.totalBytes / mb);
    throw new ArchiveError(
      'file-too-complex',
      `${this.#name} unpacks to more than ${limit} MB; the rest of it isn't read.`,
      { fileName: this.#name, limit },
    );
  }

  /** The reason why an entry is given up, or null. Sizes in bytes. */
  refusal(name: string, unpacked: number, packed: number): ArchiveError | null {
    const { entryBytes, ratio, ratioFromBytes } = this.limits;
    if (unpacked > ratioFromBytes && unpacked > packed * ratio) {
      return new ArchiveError(
        'file-too-complex',
        `${name} unpacks to more than ${ratio} times its size, as no document does; it isn't read.`,
        { fileName: name, limit: ratio },
      );
    }
    if (unpacked <= entryBytes) return null;
    const limit = Math.round(entryBytes / mb);
    return new ArchiveError(
      'file-too-large',
      `${name} is larger than ${limit} MB, the most that a file in a ZIP may have.`,
      { fileName: name, limit },
    );
  }
}
