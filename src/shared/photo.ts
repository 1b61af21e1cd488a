/** SHA-256 of the original file's bytes, 64 lowercase hexadecimal digits. It is the photo's identity. */
export type PhotoId = string;

export const photoFormats = ['jpg', 'png', 'webp', 'gif', 'tiff', 'heic', 'avif'] as const;
export type PhotoFormat = (typeof photoFormats)[number];

/**
 * A photo of the archive. Field names are those of IPTC Photo Metadata 2025.1. `caption` and
 * `altText` here are the photo's own defaults; a use in a release has its own.
 */
export interface Photo {
  readonly id: PhotoId;
  /** Name of the file as it arrived. */
  readonly fileName: string;
  readonly format: PhotoFormat;
  /** Size of the original in bytes. */
  readonly bytes: number;
  /** Pixels, after orientation. */
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly altText: string;
  readonly creator: string;
  readonly creditLine: string;
  /** ISO 8601 instant at which the photo entered the archive. */
  readonly addedAt: string;
}

/** One use of a photo in a release, in the order in which the release shows them. */
export interface PhotoUse {
  readonly photoId: PhotoId;
  readonly caption: string;
  readonly altText: string;
  readonly creditLine: string;
}

/** CSS pixels of the longer side: a card on a screen of usual density. */
export const thumbnailSide = 480;
export const maxThumbnailBytes = 256 * 1024;

export type ThumbnailState =
  | { readonly kind: 'made' }
  /** The photo itself, as it was filed. */
  | { readonly kind: 'not-made'; readonly original: Uint8Array }
  | { readonly kind: 'no-photo' };
