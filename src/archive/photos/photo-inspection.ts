import { imageSize } from 'image-size';
import type { PhotoFormat } from '../../shared/photo';

interface InspectedPhoto {
  readonly format: PhotoFormat;
  /** Pixels, after orientation. */
  readonly width: number;
  readonly height: number;
}

/** JPEG's markers EOI and SOS; within the picture's data FF is never followed by D9 or DA. */
const endOfJpeg = Buffer.from([0xff, 0xd9]);
const startOfScan = Buffer.from([0xff, 0xda]);
/** Some programs write a little behind a PNG's last chunk. */
const pngTail = 64 * 1024;

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

/**
 * Whether the end of the file is there. A photo that was cut off on its way shows a picture in part
 * and passes every look at its head.
 */
export function isCutOff(bytes: Uint8Array, format: PhotoFormat): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case 'jpg':
      // A preview inside the head has an end of its own; the picture's comes after its last scan.
      return buffer.lastIndexOf(endOfJpeg) < buffer.lastIndexOf(startOfScan);
    case 'png':
      return !buffer.includes('IEND', Math.max(0, buffer.length - pngTail));
    case 'webp':
      // RIFF: the length of what follows its first eight bytes.
      return buffer.readUInt32LE(4) + 8 > buffer.length;
    case 'gif':
    case 'tiff':
    case 'heic':
    case 'avif':
      return false;
  }
}

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
