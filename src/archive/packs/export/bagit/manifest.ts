import { getHashes } from 'node:crypto';
import { encodeBagPath } from './bag-path';

/* Payload and tag manifests (RFC 8493, sections 2.1.3 and 2.2.1): a checksum and a path a line. */

interface ManifestEntry {
  /** Lower-case hexadecimal. */
  readonly digest: string;
  /** As written, still encoded. */
  readonly path: string;
}

/** Lines in order of path, each ending in LF, as `sha512sum -c` reads them. */
export function formatManifest(digests: ReadonlyMap<string, string>): string {
  return [...digests]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([path, digest]) => `${digest}  ${encodeBagPath(path)}\n`)
    .join('');
}

interface ParsedManifest {
  readonly entries: readonly ManifestEntry[];
  /** Lines that are no entry. */
  readonly strangeLines: readonly string[];
}

export function parseManifest(text: string): ParsedManifest {
  const entries: ManifestEntry[] = [];
  const strangeLines: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/u)) {
    if (line.trim() === '') continue;
    // The star is that of md5sum and its relatives, for "read as binary".
    const [, digest, path] = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/u.exec(line) ?? [];
    if (digest === undefined || path === undefined) strangeLines.push(line);
    else entries.push({ digest: digest.toLowerCase(), path });
  }
  return { entries, strangeLines };
}

/** `manifest-sha512.txt` -> payload, sha512; null for any other file. */
export function manifestKind(
  fileName: string,
): { readonly of: 'payload' | 'tags'; readonly algorithm: string } | null {
  const [, tag, algorithm] = /^(tag)?manifest-([^/]+)\.txt$/iu.exec(fileName) ?? [];
  if (algorithm === undefined) return null;
  return { of: tag === undefined ? 'payload' : 'tags', algorithm: algorithm.toLowerCase() };
}

const knownAlgorithms: ReadonlySet<string> = new Set([
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
]);

export function canCompute(algorithm: string): boolean {
  return knownAlgorithms.has(algorithm) && getHashes().includes(algorithm);
}
