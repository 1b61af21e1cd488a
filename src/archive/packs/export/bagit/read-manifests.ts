import type { VerifyProblem } from '../../../../shared/press-pack';
import { decodeBagPath, pathInside } from './bag-path';
import { malformed, type BagSource } from './bag-source';
import { decodeTagFile, type BagDeclaration } from './declaration';
import { isSystemFile, type FileFinder } from './file-finder';
import { canCompute, manifestKind, parseManifest } from './manifest';
import { readTagFile } from './read-file';

/** A checksum that a manifest gives for a file. */
export interface Expectation {
  readonly manifest: string;
  readonly algorithm: string;
  readonly digest: string;
}

export interface Listing {
  /** File of the bag -> what manifests say about it. */
  readonly expected: ReadonlyMap<string, readonly Expectation[]>;
  /** Listed paths without a file. */
  readonly missing: ReadonlySet<string>;
  readonly problems: readonly VerifyProblem[];
}

/** Reads all manifests and finds the files they list. */
export async function readManifests(
  source: BagSource,
  declaration: BagDeclaration,
  finder: FileFinder,
): Promise<Listing> {
  const expected = new Map<string, Expectation[]>();
  const missing = new Set<string>();
  const problems: VerifyProblem[] = [];
  const manifests = [...source.files.keys()].filter((name) => manifestKind(name) !== null).sort();
  for (const manifest of manifests) {
    const kind = manifestKind(manifest);
    if (kind === null) continue;
    if (!canCompute(kind.algorithm)) {
      problems.push(
        malformed(manifest, `${manifest} uses ${kind.algorithm}, which can't be computed here.`),
      );
      continue;
    }
    const bytes = await readTagFile(source, manifest);
    if (!Buffer.isBuffer(bytes)) {
      problems.push(bytes);
      continue;
    }
    const { entries, strangeLines } = parseManifest(decodeTagFile(bytes, declaration.encoding));
    for (const line of strangeLines) {
      problems.push(malformed(manifest, `${manifest} has a line that is no entry: "${line}".`));
    }
    const digests = new Map<string, string>();
    for (const { path, digest } of entries) {
      const inside = pathInside(path);
      if (inside === null || pathInside(decodeBagPath(inside)) === null) {
        problems.push(malformed(path, `${manifest} lists ${path}, which leads out of the bag.`));
        continue;
      }
      if (kind.of === 'payload' && !inside.startsWith('data/')) {
        problems.push(malformed(path, `${manifest} lists ${path}, which is not under data/.`));
        continue;
      }
      const earlier = digests.get(inside);
      if (earlier !== undefined && (earlier !== digest || declaration.version === '1.0')) {
        // Version 1.0 forbids it (section 2.1.3); before, only contradictions are an error.
        problems.push(malformed(path, `${manifest} lists ${path} twice.`));
        continue;
      }
      digests.set(inside, digest);
      const file = finder.find(inside);
      if (file === null) missing.add(inside);
      else append(expected, file, { manifest, algorithm: kind.algorithm, digest });
    }
  }
  return { expected, missing, problems };
}

function append(
  expected: Map<string, Expectation[]>,
  file: string,
  expectation: Expectation,
): void {
  const list = expected.get(file);
  if (list === undefined) expected.set(file, [expectation]);
  else list.push(expectation);
}

/** Payload that no manifest lists, or in version 1.0, that not every payload manifest lists. */
export function unlistedFiles(
  source: BagSource,
  { version }: BagDeclaration,
  { expected }: Listing,
): readonly VerifyProblem[] {
  const manifests = [...source.files.keys()].filter((name) => manifestKind(name)?.of === 'payload');
  if (manifests.length === 0) {
    return [malformed('manifest-sha512.txt', 'The bag has no manifest of its payload.')];
  }
  return [...source.files.keys()]
    .filter((file) => file.startsWith('data/'))
    .flatMap((file) => {
      const listing = new Set(expected.get(file)?.map(({ manifest }) => manifest));
      if (listing.size === 0) {
        if (isSystemFile(file)) return [];
        return [{ kind: 'unknown', path: file, message: `${file} is in no manifest.` }];
      }
      const lacking = manifests.filter((manifest) => !listing.has(manifest));
      if (version !== '1.0' || lacking.length === 0) return [];
      return [
        { kind: 'unknown', path: file, message: `${file} is not in ${lacking.join(', ')}.` },
      ] satisfies VerifyProblem[];
    });
}
