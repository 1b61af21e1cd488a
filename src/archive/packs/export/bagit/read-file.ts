import { createHash } from 'node:crypto';
import { malformed, type BagSource } from './bag-source';
import type { VerifyProblem } from '../../../../shared/press-pack';

/** Tag files are read whole; no manifest of an honest bag is larger. */
const tagFileLimit = 64_000_000;

/** The bytes of a tag file, or what keeps it from being read. */
export async function readTagFile(
  source: BagSource,
  path: string,
): Promise<Buffer | VerifyProblem> {
  if ((source.files.get(path) ?? 0) > tagFileLimit) {
    return malformed(path, `${path} is larger than 64 MB and was not read.`);
  }
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of (await source.read(path)) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (thrown) {
    return notRead(path, thrown);
  }
}

/** Hashes a file once with every algorithm; `digests` has one for each. */
export async function hashFile(
  source: BagSource,
  path: string,
  algorithms: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ readonly digests: ReadonlyMap<string, string>; readonly bytes: number }> {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  let bytes = 0;
  for await (const chunk of (await source.read(path)) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    for (const [, hash] of hashes) hash.update(chunk);
    bytes += chunk.length;
  }
  return {
    digests: new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])),
    bytes,
  };
}

export function notRead(path: string, thrown: unknown): VerifyProblem {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return malformed(path, `${path} could not be read: ${reason}.`);
}
