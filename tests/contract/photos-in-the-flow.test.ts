import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseLines } from '../../src/cli/format/release-text';
import { photoMark } from '../../src/shared/photo-places';
import type { PhotoUse } from '../../src/shared/photo';
import type { ReleaseContent } from '../../src/shared/release';
import { asPhoto, everything, openClient, type Client } from '../support/contract';
import { content, pngPhoto } from '../support/samples';

const unknown = 'f'.repeat(64);

async function photosIn(client: Client): Promise<readonly [PhotoUse, PhotoUse]> {
  const use = async (shade: number, caption: string): Promise<PhotoUse> => {
    const bytes = pngPhoto([shade, 20, 30]);
    const photo = asPhoto(
      await client.get('intake:file', { fileName: `shot-${shade}.png`, bytes, encoding: null }),
    );
    return { photoId: photo.id, caption, altText: '', creditLine: '' };
  };
  return [await use(10, 'The quay at dawn'), await use(90, '')];
}

function told(photos: readonly PhotoUse[], changes: Partial<ReleaseContent> = {}): ReleaseContent {
  const body = [
    photoMark(photos[0]!.photoId),
    'The ferry sailed.',
    photoMark(unknown),
    photoMark(photos[1]!.photoId),
    'Nobody was late.',
    photoMark(photos[0]!.photoId),
  ].join('\n\n');
  return content({ headline: 'A ferry', language: 'en', body, photos, ...changes });
}

describe('photos in the flow', () => {
  it('are filed with their places; a place without a photo, and the second of two, go', async () => {
    const client = await openClient();
    const photos = await photosIn(client);
    const filed = await client.get('release:file', { content: told(photos), source: null });
    const body = [
      photoMark(photos[0].photoId),
      'The ferry sailed.',
      photoMark(photos[1].photoId),
      'Nobody was late.',
    ].join('\n\n');
    expect(filed.body).toBe(body);
    await client.archive.save();
    const [month = ''] = await readdir(join(client.folder, 'releases')).then((names) =>
      names.filter((name) => !name.endsWith('.json')),
    );
    const file = join(client.folder, 'releases', month, `${filed.id}.md`);
    expect((await readFile(file, 'utf8')).endsWith(`\n${body}`)).toBe(true);
  });

  it('are no words of lists, of the search and of snippets', async () => {
    const client = await openClient();
    const photos = await photosIn(client);
    const { id } = await client.get('release:file', { content: told(photos), source: null });
    const { release } = await client.get('release:read', { id });
    const page = await client.get('release:find', { ...everything, text: 'ferry' });
    const [hit] = page.hits;
    expect(hit?.release.excerpt).toBe('The ferry sailed. Nobody was late.');
    expect(JSON.stringify(hit?.snippets)).not.toContain('photo:');
    for (const text of ['photo', release.photos[0]!.photoId.slice(0, 12)]) {
      const found = await client.get('release:find', { ...everything, text });
      expect(found.total).toBe(0);
    }
  });

  it.each([
    ['en', '[photo: The quay at dawn]', '[photo: shot-90.png]'],
    ['zh', '[图片：The quay at dawn]', '[图片：shot-90.png]'],
  ] as const)('read as their captions in the history (%s)', async (language, first, second) => {
    const client = await openClient();
    const photos = await photosIn(client);
    const before = told(photos, { language, body: 'The ferry sailed.' });
    const { id } = await client.get('release:file', { content: before, source: null });
    await client.get('release:revise', { id, basedOn: 1, content: told(photos, { language }) });
    const { fields } = await client.get('release:compare', { id, from: 1, to: 2 });
    const body = fields.find(({ field }) => field === 'body');
    const now = body?.pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text);
    expect(now?.join('')).toBe(`${first}\n\nThe ferry sailed.\n\n${second}\n\nNobody was late.`);
  });

  it('do not change with their captions', async () => {
    const client = await openClient();
    const photos = await photosIn(client);
    const { id } = await client.get('release:file', { content: told(photos), source: null });
    const corrected = [{ ...photos[0], caption: 'The quay at noon' }, photos[1]];
    await client.get('release:revise', { id, basedOn: 1, content: told(corrected) });
    const { fields } = await client.get('release:compare', { id, from: 1, to: 2 });
    expect(fields.map(({ field }) => field)).toEqual(['photos']);
  });

  it('are numbered where a release is printed as text', async () => {
    const client = await openClient();
    const photos = await photosIn(client);
    const { id } = await client.get('release:file', { content: told(photos), source: null });
    const text = releaseLines(await client.get('release:read', { id })).join('\n');
    expect(text).toContain(
      '[Photo 1: The quay at dawn]\n\nThe ferry sailed.\n\n[Photo 2]\n\nNobody was late.',
    );
    expect(text).not.toContain('](photo:');
  });
});
