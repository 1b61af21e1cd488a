import { createHash } from 'node:crypto';
import type { ReadImage } from '../reader';
import { jpegStreams, measures, type JpegStream } from './jpeg-streams';
import type { PdfPicture } from './page-images';
import { pdfLimits } from './pdf-limits';
import { pngOf } from './picture-file';

interface Collected {
  readonly image: ReadImage;
  readonly pages: Set<number>;
}

/** The pictures of a document, each once. */
export class PictureCollection {
  readonly #source: Uint8Array;
  #jpegs: ReadonlyMap<string, JpegStream> | null = null;
  readonly #byContent = new Map<string, number>();
  readonly #all: Collected[] = [];
  #pixels = 0;
  #unreadable = 0;

  constructor(source: Uint8Array) {
    this.#source = source;
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  countUnreadable(count: number): void {
    this.#unreadable += count;
  }

  /** Its number, or null where it can't be taken. */
  add(picture: PdfPicture, page: number): number | null {
    const { width, height } = picture;
    const content = createHash('sha1')
      .update(picture.data)
      .update(`${width}x${height}`)
      .digest('hex');
    const known = this.#byContent.get(content);
    if (known !== undefined) {
      this.#all[known]?.pages.add(page);
      return known;
    }
    this.#pixels += width * height;
    const isTooMuch = this.#pixels > pdfLimits.allPixels || this.#all.length >= pdfLimits.images;
    const file = isTooMuch ? null : this.#fileOf(picture);
    if (file === null) {
      this.#unreadable++;
      return null;
    }
    const number = this.#all.length;
    const fileName = `picture-${number + 1}.${file.ending}`;
    const image = { fileName, bytes: file.bytes, caption: '', altText: '', creditLine: '' };
    this.#all.push({ image, pages: new Set([page]) });
    this.#byContent.set(content, number);
    return number;
  }

  /**
   * The pictures that belong to the text, and their numbers: a logo on all pages doesn't. `places` are
   * the numbers in the order of the text.
   */
  used(
    places: readonly number[],
    pageCount: number,
  ): {
    readonly images: readonly ReadImage[];
    readonly numbers: ReadonlyMap<number, number>;
  } {
    const numbers = new Map<number, number>();
    const images: ReadImage[] = [];
    for (const place of places) {
      const collected = this.#all[place];
      if (collected === undefined || numbers.has(place)) continue;
      if (pageCount > 1 && collected.pages.size === pageCount) continue;
      if (pageCount > 3 && collected.pages.size > pageCount * 0.6) continue;
      numbers.set(place, images.length);
      const fileName = collected.image.fileName.replace(/\d+/, String(images.length + 1));
      images.push({ ...collected.image, fileName });
    }
    return { images, numbers };
  }

  #fileOf(picture: PdfPicture): { readonly bytes: Uint8Array; readonly ending: string } | null {
    this.#jpegs ??= jpegStreams(this.#source);
    const jpeg =
      picture.kind === 3 && hasAlpha(picture) ? undefined : this.#jpegs.get(measures(picture));
    if (jpeg !== undefined) return { bytes: jpeg.bytes, ending: 'jpg' };
    const png = pngOf(picture);
    return png === null ? null : { bytes: png, ending: 'png' };
  }
}

function hasAlpha({ data, width, height }: PdfPicture): boolean {
  for (let i = 3; i < width * height * 4; i += 4) if (data[i] !== 255) return true;
  return false;
}
