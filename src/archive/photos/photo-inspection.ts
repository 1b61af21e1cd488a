import { imageSize } from 'image-size';
import type { PhotoFormat } from '../../shared/photo';

export interface InspectedPhoto {
  readonly format: PhotoFormat;
  /** Pixels, after orientation. */
  readonly width: number;
  readonly height: number;
}

const formats: Readonly<Record<string, PhotoFormat>> = {
  jpg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  tiff: 'tiff',
  heic: 'heic',
  heif: 'heic',
  avif: 'avif',
};

/** Looks at bytes, never at a name. null where they are no photo that the archive keeps. */
export function inspectPhoto(bytes: Uint8Array): InspectedPhoto | null {
  try {
    const { type, width, height, orientation } = imageSize(bytes);
    const format = formats[type ?? ''];
    if (format === undefined || width <= 0 || height <= 0) return null;
    // Exif orientations 5 to 8 lie on their side.
    const turned = orientation !== undefined && orientation >= 5;
    return turned ? { format, width: height, height: width } : { format, width, height };
  } catch {
    return null;
  }
}
