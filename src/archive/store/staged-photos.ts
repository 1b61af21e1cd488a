import type { PhotoId } from '../../shared/photo';
import type { Layout } from './layout';

/** The photos of which the cache has a description: each was given to the program in the last days. */
export async function stagedPhotos(layout: Layout): Promise<readonly PhotoId[]> {
  const names = await layout.files.readdir(layout.stagedFolder).catch((): string[] => []);
  return names.flatMap((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? []);
}

/** The id of the photo whose original has this name within the archive; '' for any other file. */
export function photoIdOf(path: string): PhotoId {
  return /^photos\/[0-9a-f]{2}\/([0-9a-f]{64})\.[a-z0-9]+$/.exec(path)?.[1] ?? '';
}
