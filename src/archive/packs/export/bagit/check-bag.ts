import type { VerifyProblem, VerifyReport } from '../../../../shared/press-pack';
import { malformed, type BagSource } from './bag-source';
import { decodeTagFile, parseDeclaration, type BagDeclaration } from './declaration';
import { checkFetchList } from './fetch-list';
import { FileFinder, isSystemFile } from './file-finder';
import { checkPayloadOxum } from './payload-oxum';
import { hashFile, notRead, readTagFile } from './read-file';
import { readManifests, unlistedFiles, type Expectation, type Listing } from './read-manifests';

interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Completeness and validity of a bag (RFC 8493, section 3). */
export async function checkBag(source: BagSource, options: CheckOptions): Promise<VerifyReport> {
  const problems: VerifyProblem[] = [...source.problems];
  const declaration = await readDeclaration(source, problems);
  const finder = new FileFinder(source.files);
  const text = (path: string): Promise<string | null> =>
    readText(source, path, declaration, problems);

  const fetchList = await text('fetch.txt');
  const toFetch = fetchList === null ? [] : checkFetchList(fetchList, finder);
  problems.push(...toFetch);

  const listing = await readManifests(source, declaration, finder);
  problems.push(...listing.problems);
  const told = new Set(['bagit.txt', ...toFetch.map(({ path }) => path)]);
  for (const path of listing.missing) {
    if (told.has(path) || isSystemFile(path)) continue;
    problems.push({ kind: 'missing', path, message: `${path} is missing.` });
  }
  problems.push(...unlistedFiles(source, declaration, listing));

  // Until version 0.95 the file had another name.
  for (const infoFile of ['bag-info.txt', 'package-info.txt']) {
    const info = await text(infoFile);
    if (info !== null) problems.push(...checkPayloadOxum(infoFile, info, source, listing));
  }

  const checked = await checkDigests(source, listing.expected, options, problems);
  return { what: 'pack', algorithm: algorithmsOf(listing), ...checked, problems };
}

function algorithmsOf({ expected }: Listing): string {
  const names = [...expected.values()].flat().map(({ algorithm }) => algorithm);
  return [...new Set(names)].sort().join(', ');
}

async function readDeclaration(
  source: BagSource,
  problems: VerifyProblem[],
): Promise<BagDeclaration> {
  // The check goes on as if the bag were a current one, to tell all that is wrong with it.
  const assumed: BagDeclaration = { version: '1.0', encoding: 'UTF-8' };
  if (!source.files.has('bagit.txt')) {
    problems.push({ kind: 'missing', path: 'bagit.txt', message: 'bagit.txt is missing.' });
    return assumed;
  }
  const bytes = await readTagFile(source, 'bagit.txt');
  const declaration = Buffer.isBuffer(bytes) ? parseDeclaration(bytes) : bytes.message;
  if (typeof declaration !== 'string') return declaration;
  problems.push(malformed('bagit.txt', declaration));
  return assumed;
}

async function readText(
  source: BagSource,
  path: string,
  { encoding }: BagDeclaration,
  problems: VerifyProblem[],
): Promise<string | null> {
  if (!source.files.has(path)) return null;
  const bytes = await readTagFile(source, path);
  if (Buffer.isBuffer(bytes)) return decodeTagFile(bytes, encoding);
  problems.push(bytes);
  return null;
}

async function checkDigests(
  source: BagSource,
  expected: ReadonlyMap<string, readonly Expectation[]>,
  { signal, onProgress }: CheckOptions,
  problems: VerifyProblem[],
): Promise<Pick<VerifyReport, 'checkedFiles' | 'checkedBytes'>> {
  let checkedFiles = 0;
  let checkedBytes = 0;
  for (const [path, expectations] of expected) {
    signal?.throwIfAborted();
    const algorithms = [...new Set(expectations.map(({ algorithm }) => algorithm))];
    try {
      const { digests, bytes } = await hashFile(source, path, algorithms, signal);
      checkedBytes += bytes;
      const wrong = expectations.find(({ algorithm, digest }) => digests.get(algorithm) !== digest);
      if (wrong !== undefined) {
        problems.push({
          kind: 'changed',
          path,
          message: `${path} is not what it was: its checksum differs from the one in ${wrong.manifest}.`,
        });
      }
    } catch (thrown) {
      signal?.throwIfAborted();
      problems.push(notRead(path, thrown));
    }
    checkedFiles += 1;
    onProgress?.(checkedFiles, expected.size);
  }
  return { checkedFiles, checkedBytes };
}
