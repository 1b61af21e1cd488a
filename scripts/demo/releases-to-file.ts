import { basename, join, resolve } from 'node:path';
import { institutionIn, readSample } from '../../src/archive/sample/sample-files';
import type { PartnerToAdd, PhotoToFile } from '../../tests/support/app-driver';

export interface ReleaseToFile {
  /** Path of the file as it is dropped onto the window. */
  readonly path: string;
  readonly photos: readonly PhotoToFile[];
  /** Names to accept as partners, where the form proposes them; null accepts what is proposed. */
  readonly partners: readonly string[] | null;
}

export interface DemoMaterial {
  readonly institution: string;
  readonly otherNames: readonly string[];
  readonly partners: readonly PartnerToAdd[];
  readonly releases: readonly ReleaseToFile[];
  /** What to search for. */
  readonly queries: readonly string[];
}

/** The releases of the sample archive of which there is the file that they were filed from. */
export async function sampleMaterial(folder: string): Promise<DemoMaterial> {
  const sample = await readSample(folder);
  const { name, otherNames } = institutionIn(sample, 'en');
  return {
    institution: name,
    otherNames,
    partners: sample.partners,
    releases: sample.releases.flatMap(({ source, partners, photos, language }) =>
      source === null
        ? []
        : [
            {
              path: join(folder, 'sources', source),
              partners,
              photos: photos.map(({ file, caption }) => ({
                path: join(folder, 'photos', file),
                caption,
                creditLine: sample.photos[file]?.credit[language] ?? '',
                altText: sample.photos[file]?.altText[language] ?? '',
              })),
            },
          ],
    ),
    queries: ['robotics laboratory', '签署', 'flood'],
  };
}

/** Releases that were named on the command line, photos of theirs behind them. */
export function givenMaterial(paths: readonly string[], queries: readonly string[]): DemoMaterial {
  const isPhoto = (path: string): boolean => /\.(?:jpe?g|png|webp|gif)$/i.test(path);
  const photos = paths.filter(isPhoto).map((path) => ({ path: resolve(path) }));
  const texts = paths.filter((path) => !isPhoto(path));
  return {
    institution: 'My institution',
    otherNames: [],
    partners: [],
    releases: texts.map((path, index) => ({
      path: resolve(path),
      partners: null,
      photos: index === 0 ? photos : [],
    })),
    queries,
  };
}

export function nameOf(release: ReleaseToFile): string {
  return basename(release.path);
}
