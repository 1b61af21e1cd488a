import { imageSize } from 'image-size';

/** A JPEG as it lies in a PDF. */
export interface JpegStream {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const streamStart = Buffer.from('stream');
const streamEnd = Buffer.from('endstream');
const most = 5000;

/**
 * The JPEGs that lie unpacked in a PDF and look the same outside of it: grey or RGB, with no changed
 * colours. One of several with the same measures can't be told from the others and is left out.
 */
export function jpegStreams(bytes: Uint8Array): ReadonlyMap<string, JpegStream> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, JpegStream | null>();
  let at = buffer.indexOf(streamStart);
  for (let count = 0; at >= 0 && count < most; at = buffer.indexOf(streamStart, at + 6)) {
    let start = at + streamStart.length;
    if (buffer[start] === 0x0d) start++;
    if (buffer[start] === 0x0a) start++;
    if (buffer[start] !== 0xff || buffer[start + 1] !== 0xd8) continue;
    let end = buffer.indexOf(streamEnd, start);
    if (end < 0) break;
    // A line break before the word belongs to the PDF.
    if (buffer[end - 1] === 0x0a) end--;
    if (buffer[end - 1] === 0x0d) end--;
    count++;
    const head = buffer.toString('latin1', Math.max(0, at - 600), at);
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj')));
    // Of several filters the JPEG is only the inner one; a changed range of colours isn't in the JPEG.
    if (/\/Decode\s*\[|\/S?Mask\b|\/Indexed\b/.test(dictionary)) continue;
    const jpeg = measured(buffer.subarray(start, end));
    if (jpeg === null) continue;
    const key = measures(jpeg);
    found.set(key, found.has(key) ? null : jpeg);
    at = end;
  }
  return new Map([...found].filter((entry): entry is [string, JpegStream] => entry[1] !== null));
}

export function measures({ width, height }: { width: number; height: number }): string {
  return `${width}x${height}`;
}

function measured(bytes: Uint8Array): JpegStream | null {
  if (componentsOf(bytes) > 3) return null;
  try {
    const { type, width, height } = imageSize(bytes);
    return type === 'jpg' ? { bytes: new Uint8Array(bytes), width, height } : null;
  } catch {
    return null;
  }
}

/** How many colours a JPEG has, from its frame header (ITU-T T.81, B.2.2); 4 where it isn't found. */
function componentsOf(bytes: Uint8Array): number {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes[at + 9] ?? 4;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return 4;
}
