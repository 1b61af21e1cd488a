import { thumbnailSide } from '../../../shared/photo';

/*
 * Makes thumbnails beside the page's own thread: decoding and shrinking a photo of 24 million pixels
 * takes longer than a frame.
 */

export interface ThumbnailQuestion {
  readonly number: number;
  readonly original: Uint8Array<ArrayBuffer>;
}

export interface ThumbnailAnswer {
  readonly number: number;
  /** WebP; null where the browser can't read the photo. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

const quality = 0.8;

async function thumbnailOf(original: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await createImageBitmap(new Blob([original]));
  const scale = Math.min(1, thumbnailSide / Math.max(whole.width, whole.height));
  const width = Math.max(1, Math.round(whole.width * scale));
  const height = Math.max(1, Math.round(whole.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, width, height);
  whole.close();
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return new Uint8Array(await blob.arrayBuffer());
}

addEventListener('message', ({ data }: MessageEvent<ThumbnailQuestion>) => {
  void thumbnailOf(data.original)
    .catch(() => null)
    .then((bytes) => {
      const answer: ThumbnailAnswer = { number: data.number, bytes };
      postMessage(answer);
    });
});
