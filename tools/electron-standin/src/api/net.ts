import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namingWhatIsMissing } from '../not-implemented';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export async function fileResponse(url: string): Promise<Response> {
  const address = new URL(url);
  address.search = '';
  address.hash = '';
  const path = fileURLToPath(address);
  try {
    const type = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return new Response(await readFile(path), { headers: { 'content-type': type } });
  } catch {
    return new Response(null, { status: 404 });
  }
}

export const net = namingWhatIsMissing('net', {
  isOnline: (): boolean => false,
  /** Files only, for protocol handlers that serve them; there is no network here. */
  fetch: (input: string | URL | Request): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith('file:')) return fileResponse(url);
    return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'));
  },
});
