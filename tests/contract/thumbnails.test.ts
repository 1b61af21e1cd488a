import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asPhoto, openClient } from '../support/contract';
import { pngPhoto } from '../support/samples';

/** The head of a WebP; nobody looks further. */
const webp = new TextEncoder().encode('RIFF....WEBPVP8 ');

describe('thumbnails', () => {
  it('are made from the original once, kept in the cache, and missed when that is emptied', async () => {
    const client = await openClient();
    const bytes = pngPhoto();
    const { id } = asPhoto(
      await client.get('intake:file', { fileName: 'tank.png', bytes, encoding: null }),
    );
    const before = await client.get('photo:thumbnail', { id });
    expect(before).toEqual({ kind: 'not-made', original: Buffer.from(bytes) });
    await client.get('photo:keep-thumbnail', { id, bytes: webp });
    expect(await client.get('photo:thumbnail', { id })).toEqual({ kind: 'made' });
    expect(Buffer.from((await client.archive.thumbnails.read(id)) ?? [])).toEqual(
      Buffer.from(webp),
    );
    const folder = join(client.archive.folder, 'cache/thumbnails');
    expect(await readdir(join(folder, id.slice(0, 2)))).toEqual([`${id}.webp`]);
    await rm(folder, { recursive: true });
    expect(await client.get('photo:thumbnail', { id })).toMatchObject({ kind: 'not-made' });
    expect(await client.archive.thumbnails.read(id)).toBeNull();
  });

  it('leave nothing half written where they can not be kept', async () => {
    const client = await openClient();
    const bytes = pngPhoto();
    const { id } = asPhoto(
      await client.get('intake:file', { fileName: 'tank.png', bytes, encoding: null }),
    );
    const folder = join(client.archive.folder, 'cache/thumbnails', id.slice(0, 2));
    // What stands in its place can't be replaced.
    await mkdir(join(folder, `${id}.webp`, 'full'), { recursive: true });
    await client.get('photo:keep-thumbnail', { id, bytes: webp });
    expect(await readdir(folder)).toEqual([`${id}.webp`]);
    expect(Buffer.from((await client.archive.thumbnails.read(id)) ?? [])).toEqual(
      Buffer.from(webp),
    );
  });

  it('are refused for photos that nobody knows, and where they are no pictures', async () => {
    const client = await openClient();
    const bytes = pngPhoto();
    const { id } = asPhoto(
      await client.get('intake:file', { fileName: 'tank.png', bytes, encoding: null }),
    );
    const keep = (of: string, what: Uint8Array) =>
      client.archive.thumbnails.keep(of, what).then(
        () => 'kept',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await keep('0'.repeat(64), webp)).toBe('request-invalid');
    expect(await keep(id, bytes)).toBe('request-invalid');
    expect(await client.get('photo:thumbnail', { id: '0'.repeat(64) })).toEqual({
      kind: 'no-photo',
    });
  });
});
