import { encode } from 'fast-png';
import type { PdfPicture } from './page-images';

/** A PDF's picture as a PNG; null where the unpacked bytes are fewer than its measures say. */
export function pngOf({ width, height, kind, data }: PdfPicture): Uint8Array | null {
  const bytes =
    data instanceof Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.length);
  switch (kind) {
    case 1: {
      const row = (width + 7) >> 3;
      if (bytes.length < row * height) return null;
      return encode({ width, height, data: spread(bytes, width, height), channels: 1, depth: 8 });
    }
    case 2:
      if (bytes.length < width * height * 3) return null;
      return encode({
        width,
        height,
        data: bytes.subarray(0, width * height * 3),
        channels: 3,
        depth: 8,
      });
    case 3:
      if (bytes.length < width * height * 4) return null;
      return encode({ width, height, ...withoutIdleAlpha(bytes, width * height), depth: 8 });
    default:
      return null;
  }
}

/** One bit a pixel as one byte a pixel. */
function spread(bits: Uint8Array, width: number, height: number): Uint8Array {
  const row = (width + 7) >> 3;
  const bytes = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isSet = ((bits[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      bytes[y * width + x] = isSet === 1 ? 255 : 0;
    }
  }
  return bytes;
}

/** PDF.js gives RGBA also where nothing is transparent. */
function withoutIdleAlpha(
  rgba: Uint8Array,
  pixels: number,
): { readonly data: Uint8Array; readonly channels: 3 | 4 } {
  for (let i = 3; i < pixels * 4; i += 4) {
    if (rgba[i] !== 255) return { data: rgba.subarray(0, pixels * 4), channels: 4 };
  }
  const rgb = new Uint8Array(pixels * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return { data: rgb, channels: 3 };
}
