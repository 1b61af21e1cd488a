import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { PhotoFormat } from '../shared/photo';
import type { ArchiveWorker } from './archive-worker';

const contentTypes: Readonly<Record<PhotoFormat, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
  heic: 'image/heic',
  avif: 'image/avif',
};

const photoPath = /^\/([0-9a-f]{64})$/;

/**
 * Answers `media://photo/<sha256>` with the original of a filed or staged photo. A photo's identity
 * is its content, so the page may keep it for good.
 */
export function serveMedia(worker: ArchiveWorker): void {
  protocol.handle('media', async (request) => {
    const url = new URL(request.url);
    const photoId = photoPath.exec(url.pathname)?.[1];
    if (url.host !== 'photo' || photoId === undefined) return new Response(null, { status: 404 });
    const located = await worker.ask('locatePhoto', { photoId });
    if (!located.ok || located.value === null) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(located.value.path), {
        headers: {
          'Content-Type': contentTypes[located.value.format],
          'Cache-Control': 'private, max-age=31536000, immutable',
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
