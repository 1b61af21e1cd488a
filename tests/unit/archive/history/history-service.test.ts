import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../../src/archive/archive';
import { content, institution, pngPhoto } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

async function newArchive(): Promise<{ archive: Archive; folder: string }> {
  const folder = join(await tempFolder(), 'archive');
  const archive = await createArchive(folder, institution);
  onTestFinished(() => archive.close().catch(() => undefined));
  return { archive, folder };
}

async function reopened(archive: Archive): Promise<Archive> {
  await archive.close();
  const again = await openArchive(archive.folder);
  onTestFinished(() => again.close().catch(() => undefined));
  return again;
}

describe("a release's history", () => {
  it('has every revision, newest first, with when and by what each was made', async () => {
    const { archive } = await newArchive();
    const { id, createdAt } = await archive.releases.file(content({ headline: 'First' }), null);
    await archive.releases.revise(id, 1, content({ headline: 'Second' }));
    await archive.releases.delete([id]);
    const history = await archive.history.list(id);
    expect(
      history.map(({ revision, action, headline, inTrash }) => [
        revision,
        action,
        headline,
        inTrash,
      ]),
    ).toEqual([
      [3, 'release:delete', 'Second', true],
      [2, 'release:revise', 'Second', false],
      [1, 'release:file', 'First', false],
    ]);
    expect(history.at(-1)?.at).toBe(createdAt);
    expect(history.every(({ at, isWhole }) => at !== null && isWhole)).toBe(true);
  });

  it('is the same whether its texts are in memory, in their files, or read by another start', async () => {
    const { archive } = await newArchive();
    const { id } = await archive.releases.file(content({ body: 'One.' }), null);
    await archive.releases.revise(id, 1, content({ body: 'Two.' }));
    const bodies = async (from: Archive): Promise<string[]> => [
      (await from.history.read(id, 1)).body,
      (await from.history.read(id, 2)).body,
      (await from.history.read(id, 3)).body,
    ];
    await archive.save();
    await archive.releases.revise(
      id,
      2,
      content({ body: 'Three.', publicationDate: '2019-01-01' }),
    );
    expect(await bodies(archive)).toEqual(['One.', 'Two.', 'Three.']);
    await archive.save();
    expect(await bodies(archive)).toEqual(['One.', 'Two.', 'Three.']);
    expect(await bodies(await reopened(archive))).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('has a file for each earlier revision that can be read without the program', async () => {
    const { archive, folder } = await newArchive();
    const { id } = await archive.releases.file(content({ headline: 'First', body: 'One.' }), null);
    await archive.releases.revise(id, 1, content({ headline: 'Second', body: 'Two.' }));
    await archive.close();
    const path = join(folder, 'history', id.slice(-2), `${id}.1.json`);
    const { data } = JSON.parse(await readFile(path, 'utf8')) as { data: unknown };
    expect(data).toMatchObject({
      record: { id, revision: 1, headline: 'First' },
      body: 'One.',
      replacedBy: 'release:revise',
    });
    expect(await readdir(join(folder, 'history', id.slice(-2)))).toHaveLength(1);
  });

  it('shows what differs between two revisions, field by field', async () => {
    const { archive } = await newArchive();
    const partner = await archive.partners.add({
      name: 'Maravel Turbines',
      aliases: [],
      kind: 'company',
      country: '',
      note: '',
    });
    const photo = await archive.photos.stage('tank.png', pngPhoto());
    const { id } = await archive.releases.file(content(), null);
    await archive.releases.revise(
      id,
      1,
      content({
        headline: 'A tidal laboratory closes',
        partnerIds: [partner.id],
        photos: [
          { photoId: photo.id, caption: 'The tank', altText: '', creditLine: 'Piet Aarden' },
        ],
      }),
    );
    const { fields } = await archive.history.compare(id, 1, 2);
    expect(fields).toEqual([
      {
        field: 'headline',
        pieces: [
          { kind: 'same', text: 'A tidal laboratory ' },
          { kind: 'removed', text: 'opens' },
          { kind: 'added', text: 'closes' },
        ],
      },
      { field: 'partnerIds', pieces: [{ kind: 'added', text: 'Maravel Turbines' }] },
      { field: 'photos', pieces: [{ kind: 'added', text: 'tank.png\nThe tank\nPiet Aarden' }] },
    ]);
  });

  it('gives an earlier revision back as a new one, and loses none by it', async () => {
    const { archive } = await newArchive();
    const { id } = await archive.releases.file(content({ headline: 'First', body: 'One.' }), null);
    await archive.releases.revise(id, 1, content({ headline: 'Second', body: 'Two.' }));
    const restored = await archive.history.restore(id, 1, 2);
    expect(restored).toMatchObject({ revision: 3, headline: 'First', body: 'One.' });
    expect((await archive.history.read(id, 2)).body).toBe('Two.');
    expect((await archive.history.list(id))[0]?.action).toBe('release:restore-revision');
    await expect(archive.history.restore(id, 1, 2)).rejects.toMatchObject({
      code: 'release-changed-meanwhile',
    });
  });

  it('names the partner into which one was merged when an older revision is restored', async () => {
    const { archive } = await newArchive();
    const named = (name: string) =>
      archive.partners.add({ name, aliases: [], kind: 'company', country: '', note: '' });
    const [kept, gone] = [await named('Maravel Turbines'), await named('Maravel')];
    const { id } = await archive.releases.file(content({ partnerIds: [gone.id] }), null);
    await archive.partners.merge(kept.id, [gone.id]);
    await archive.releases.revise(id, 2, content());
    expect((await archive.history.restore(id, 1, 3)).partnerIds).toEqual([kept.id]);
  });

  it('says of a damaged revision that it is one, and shows the others', async () => {
    const { archive, folder } = await newArchive();
    const { id } = await archive.releases.file(content({ body: 'One.' }), null);
    await archive.releases.revise(id, 1, content({ body: 'Two.' }));
    await archive.releases.revise(id, 2, content({ body: 'Three.' }));
    const again = await reopened(archive);
    await writeFile(join(folder, 'history', id.slice(-2), `${id}.1.json`), '{"checksum":"sha2');
    expect((await again.history.list(id)).map(({ isWhole }) => isWhole)).toEqual([
      true,
      true,
      false,
    ]);
    await expect(again.history.read(id, 1)).rejects.toMatchObject({ code: 'archive-damaged' });
    await expect(again.history.read(id, 9)).rejects.toMatchObject({ code: 'revision-not-kept' });
    expect((await again.history.read(id, 2)).body).toBe('Two.');
  });
});
