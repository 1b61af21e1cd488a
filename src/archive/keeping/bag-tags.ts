import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bagDeclaration, formatBagInfo } from '../packs/export/bagit/declaration';
import { formatManifest } from '../packs/export/bagit/manifest';
import { syncFolder, writeFileDurably } from '../store/durable-file';
import type { CopiedFile } from './copy-file';

interface BagTags {
  /** Elements of `bag-info.txt`. */
  readonly info: readonly (readonly [string, string])[];
  /** Name and text of a further tag file, made when the digest of the manifest is known. */
  readonly further?: (manifestSha512: string) => readonly [string, string];
}

/**
 * Makes a bag (BagIt 1.0, RFC 8493) of a folder whose `data/` is written already: adds the tag files,
 * durably. Answers their names; a manifest that fits is the last to be written.
 */
export async function sealBag(
  folder: string,
  payload: ReadonlyMap<string, CopiedFile>,
  { info, further }: BagTags,
): Promise<readonly string[]> {
  const tags = new Map<string, string>();
  const add = async (name: string, text: string): Promise<string> => {
    const digest = createHash('sha512').update(text).digest('hex');
    await writeFileDurably(join(folder, name), text);
    tags.set(name, digest);
    return digest;
  };
  const digests = [...payload].map(([path, { sha512 }]) => [`data/${path}`, sha512] as const);
  const oxum = `${bytesOf(payload)}.${payload.size}`;
  await add('bagit.txt', bagDeclaration);
  await add('bag-info.txt', formatBagInfo([...info, ['Payload-Oxum', oxum]]));
  const manifestSha512 = await add('manifest-sha512.txt', formatManifest(new Map(digests)));
  if (further !== undefined) await add(...further(manifestSha512));
  const names = [...tags.keys(), 'tagmanifest-sha512.txt'];
  await writeFileDurably(join(folder, 'tagmanifest-sha512.txt'), formatManifest(tags));
  await syncFolder(folder);
  return names;
}

export function bytesOf(files: ReadonlyMap<string, CopiedFile>): number {
  return [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
}
