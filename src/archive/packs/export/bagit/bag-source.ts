import type { Readable } from 'node:stream';
import type { VerifyProblem } from '../../../../shared/press-pack';

/** A bag as it came: a folder or a ZIP, with all its files known. */
export interface BagSource {
  /** Path in the bag, with '/' -> size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** What the container itself has wrong: links, strange names, limits. */
  readonly problems: readonly VerifyProblem[];
  /** False where the container is too dangerous to read; then only `problems` count. */
  readonly readable: boolean;
  read(path: string): Promise<Readable>;
  close(): void;
}

export function malformed(path: string, message: string): VerifyProblem {
  return { kind: 'malformed', path, message };
}
