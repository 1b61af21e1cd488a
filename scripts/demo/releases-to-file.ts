import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
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

interface Manifest {
  readonly institution: {
    readonly name: string;
    readonly nameZh: string;
    readonly shortName: string;
  };
  readonly partners: readonly PartnerToAdd[];
  readonly releases: readonly {
    readonly file: string;
    readonly partners: readonly string[];
    readonly photos: readonly {
      readonly file: string;
      readonly caption: string;
      readonly creditLine: string;
      readonly altText: string;
    }[];
  }[];
}

/** The sample archive of the project. */
export async function sampleMaterial(folder: string): Promise<DemoMaterial> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  return {
    institution: manifest.institution.name,
    otherNames: [manifest.institution.shortName, manifest.institution.nameZh],
    partners: manifest.partners,
    releases: manifest.releases.map((release) => ({
      path: join(folder, release.file),
      partners: release.partners,
      photos: release.photos.map(({ file, caption, creditLine, altText }) => ({
        path: join(folder, file),
        caption,
        creditLine,
        altText,
      })),
    })),
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
