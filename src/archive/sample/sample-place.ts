import { join } from 'node:path';
import { exists } from '../keeping/places';
import { DurableJson } from '../store/durable-json';
import { Layout } from '../store/layout';
import type { ArchiveRecord } from '../store/records';
import type { SampleCollection } from './sample-files';

interface SamplePlace {
  readonly folder: string;
  /** A sample archive lies there already. */
  readonly isMade: boolean;
}

/**
 * Where in `parent` the sample archive lies, under one of `names`, or where it may be made: under the
 * first of them, with a number behind it where that is taken by something else.
 */
export async function placeForSample(
  parent: string,
  names: readonly [string, ...string[]],
  sample: Pick<SampleCollection, 'institution'>,
): Promise<SamplePlace> {
  for (const name of names) {
    const folder = join(parent, name);
    if (await isSample(folder, sample)) return { folder, isMade: true };
  }
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? names[0] : `${names[0]} ${number}`);
    if (!(await exists(folder))) return { folder, isMade: false };
    if (await isSample(folder, sample)) return { folder, isMade: true };
  }
}

/** Whether an archive of the sample's institution lies there. */
async function isSample(
  folder: string,
  { institution }: Pick<SampleCollection, 'institution'>,
): Promise<boolean> {
  const file = new DurableJson<ArchiveRecord>(new Layout(folder).archiveFile);
  // What can't be read is something else.
  const record = await file.read().catch(() => null);
  return Object.values(institution.name).some((name) => name === record?.institution.name);
}
