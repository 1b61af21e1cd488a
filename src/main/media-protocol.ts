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

/** A photo's identity is its content, so the page may keep it for good. */
function found(bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'private, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

function missing(): Response {
  return new Response(null, { status: 404 });
}

/**
 * Answers `media://photo/<sha256>` with the original of a filed or staged photo, and
 * `media://thumbnail/<sha256>` with its thumbnail where there is one.
 */
export function serveMedia(worker: ArchiveWorker): void {
  protocol.handle('media', async (request) => {
    const url = new URL(request.url);
    const photoId = photoPath.exec(url.pathname)?.[1];
    if (photoId === undefined) return missing();
    if (url.host === 'thumbnail') {
      const made = await worker.ask('thumbnail', { photoId });
      if (!made.ok || made.value === null) return missing();
      return found(new Uint8Array(made.value), 'image/webp');
    }
    if (url.host !== 'photo') return missing();
    const located = await worker.ask('locatePhoto', { photoId });
    if (!located.ok || located.value === null) return missing();
    try {
      return found(await readFile(located.value.path), contentTypes[located.value.format]);
    } catch {
      return missing();
    }
  });
}
