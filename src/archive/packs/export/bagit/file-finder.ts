import { decodeBagPath, foldedPath } from './bag-path';

/** Finds the file that a path in a manifest means among those that are there. */
export class FileFinder {
  private readonly byFolded = new Map<string, string | null>();

  constructor(private readonly files: ReadonlyMap<string, number>) {
    for (const file of files.keys()) {
      const folded = foldedPath(file);
      this.byFolded.set(folded, this.byFolded.has(folded) ? null : file);
    }
  }

  /**
   * The file, or null. A path is first taken as it is decoded, then as it stands (older writers
   * encoded nothing), and each also in another spelling that some disks take for the same, as long
   * as only one file fits: copying between systems changes accents and capitals.
   */
  find(path: string): string | null {
    const spellings = [decodeBagPath(path), path];
    return (
      spellings.find((spelling) => this.files.has(spelling)) ??
      spellings.map((spelling) => this.byFolded.get(foldedPath(spelling))).find(isPath) ??
      null
    );
  }
}

function isPath(path: string | null | undefined): path is string {
  return typeof path === 'string';
}

/**
 * Files that file managers put into every folder they show and drop again; their coming or going
 * says nothing about a bag.
 */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/iu.test(path);
}
