import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/archive/diagnosis';
import { asPhoto, openClient } from '../support/contract';
import { content, pngPhoto } from '../support/samples';

async function withPhoto() {
  const client = await openClient();
  const photo = asPhoto(
    await client.get('intake:file', { fileName: 'DSC_1.png', bytes: pngPhoto(), encoding: null }),
  );
  const use = { photoId: photo.id, caption: 'The tank', altText: '', creditLine: 'Piet Aarden' };
  const release = await client.get('release:file', {
    content: content({ headline: 'A tidal laboratory: opens', photos: [use] }),
    source: null,
  });
  return { ...client, release, photo };
}

it('one release is a text file that names the photos as they are handed out', async () => {
  const { archive, release, photo } = await withPhoto();
  const file = await archive.packs.releaseAsText(release.id);
  expect(file.fileName).toBe('a-tidal-laboratory-opens.txt');
  expect(file.text).toContain('Students measured the first wave.');
  const original = await archive.packs.photoOf(release.id, photo.id);
  expect(original.fileName).toBe('a-tidal-laboratory-opens-01.png');
  expect(file.text).toContain(original.fileName);
  expect(await readFile(original.path)).toEqual(Buffer.from(pngPhoto()));
});

it('what lies in the trash, and a photo of another release, is not handed out', async () => {
  const client = await withPhoto();
  const { archive, release, photo } = client;
  const other = await client.get('release:file', { content: content(), source: null });
  await expect(archive.packs.photoOf(other.id, photo.id)).rejects.toMatchObject({
    code: 'photo-missing',
  });
  await client.get('release:delete', { ids: [release.id] });
  await expect(archive.packs.releaseAsText(release.id)).rejects.toMatchObject({
    code: 'release-not-found',
  });
});

it('a diagnosis has numbers and states, and nothing of the content', async () => {
  const { archive } = await withPhoto();
  await archive.search.ready();
  const diagnosis = await diagnose(archive);
  expect(diagnosis).toMatchObject({
    releases: 1,
    photos: 1,
    index: { isReady: true, documents: 1 },
    backups: { every: 'day', count: 0 },
  });
  expect(JSON.stringify(diagnosis)).not.toMatch(/tidal|tank|Piet|Northquay|archive"/);
});
