import type { Institution } from '../../../shared/archive-info';
import type { Photo, PhotoUse } from '../../../shared/photo';
import type { Release } from '../../../shared/release';

/** A pack with all that its export needs, in the order in which the pack shows it. */
export interface PackToExport {
  readonly id: string;
  readonly title: string;
  readonly coverNote: string;
  readonly contact: string;
  readonly institution: Institution;
  readonly releases: readonly ReleaseToExport[];
}

export interface ReleaseToExport {
  readonly release: Release;
  readonly partnerNames: readonly string[];
  readonly photos: readonly PhotoToExport[];
}

export interface PhotoToExport {
  readonly use: PhotoUse;
  readonly photo: Photo;
  /** Absolute path of the original. */
  readonly path: string;
}
