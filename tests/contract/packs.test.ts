import { execFileSync } from 'node:child_process';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import { asPhoto, openClient, type Client } from '../support/contract';
import { content, pngPhoto } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

async function makePack(client: Client): Promise<string> {
  const photo = asPhoto(
    await client.get('intake:file', { fileName: 'a.png', bytes: pngPhoto(), encoding: null }),
  );
  const release = await client.get('release:file', {
    content: content({
      photos: [{ photoId: photo.id, caption: 'The tank', altText: 'A tank', creditLine: 'P. A.' }],
    }),
    source: null,
  });
  const pack = await client.get('pack:create', {
    title: 'Tidal energy / 潮汐能',
    coverNote: 'For the visit.',
    contact: 'press@example.org',
    items: [{ releaseId: release.id, photoIds: [photo.id] }],
  });
  return pack.id;
}

it('changes of a pack that were made in one go are undone as one', async () => {
  const client = await openClient();
  const empty = { title: 'Visit', coverNote: '', contact: '', items: [] };
  const { id } = await client.get('pack:create', empty);
  const group = '01900000-0000-7000-8000-000000000001';
  for (const coverNote of ['D', 'Dear', 'Dear colleagues']) {
    await client.get('pack:revise', { id, content: { ...empty, coverNote }, group });
  }
  expect(client.archive.info().undo).toMatchObject({ action: 'pack:revise', count: 1 });
  await client.get('undo:undo', null);
  expect(await client.get('pack:list', null)).toMatchObject([{ title: 'Visit', coverNote: '' }]);
  await client.get('undo:undo', null);
  expect(await client.get('pack:list', null)).toEqual([]);
});

it('packs of one moment are listed with the one made last first, also after a new start', async () => {
  const client = await openClient();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T09:00:00Z') });
  try {
    for (const title of ['First', 'Second', 'Third', 'Fourth']) {
      await client.get('pack:create', { title, coverNote: '', contact: '', items: [] });
    }
  } finally {
    vi.useRealTimers();
  }
  const titles = (await client.get('pack:list', null)).map(({ title }) => title);
  expect(titles).toEqual(['Fourth', 'Third', 'Second', 'First']);
  await client.archive.close();
  const again = await openArchive(client.folder);
  onTestFinished(() => again.close());
  expect(again.packs.list().map(({ title }) => title)).toEqual([
    'Fourth',
    'Third',
    'Second',
    'First',
  ]);
});

describe('a press pack', () => {
  it('is exported as a folder and a ZIP that its own checksums accept', async () => {
    const client = await openClient();
    const id = await makePack(client);
    const destination = await tempFolder();
    const made = await client.archive.packs.export(id, destination);
    expect((await readdir(destination)).sort()).toEqual(
      [made.folder, made.zip].map((path) => path.slice(destination.length + 1)).sort(),
    );
    expect(await client.get('pack:verify', { path: made.folder })).toMatchObject({ problems: [] });
    expect(await client.get('pack:verify', { path: made.zip })).toMatchObject({ problems: [] });
    if (process.platform === 'linux') {
      execFileSync('sha512sum', ['--check', '--strict', 'manifest-sha512.txt'], {
        cwd: made.folder,
      });
    }
    expect(client.archive.packs.read(id).seals).toEqual([made.seal]);
  });

  it('that was tampered with is found out', async () => {
    const client = await openClient();
    const made = await client.archive.packs.export(await makePack(client), await tempFolder());
    await appendFile(join(made.folder, 'data', 'index.html'), ' ');
    const { problems } = await client.get('pack:verify', { path: made.folder });
    expect(problems.map((problem) => problem.kind)).toContain('changed');
  });

  it('leaves out what lies in the trash, and the check says so', async () => {
    const client = await openClient();
    const id = await makePack(client);
    const kept = await client.get('release:file', {
      content: content({ headline: 'Kept' }),
      source: null,
    });
    const pack = client.archive.packs.read(id);
    await client.get('pack:revise', {
      id,
      content: {
        title: pack.title,
        coverNote: pack.coverNote,
        contact: pack.contact,
        items: [...pack.items, { releaseId: kept.id, photoIds: [] }],
      },
    });
    await client.get('release:delete', { ids: [pack.items[0]!.releaseId] });
    expect(await client.get('pack:check', { id })).toMatchObject([{ kind: 'release-in-trash' }]);
    const made = await client.archive.packs.export(id, await tempFolder());
    const cover = await readFile(join(made.folder, 'data', 'index.html'), 'utf8');
    expect(cover).toContain('Kept');
    expect(cover).not.toContain('A tidal laboratory opens');
  });

  it('without a release is not exported', async () => {
    const client = await openClient();
    const pack = await client.get('pack:create', {
      title: 'Empty',
      coverNote: '',
      contact: '',
      items: [],
    });
    const destination = await tempFolder();
    await expect(client.archive.packs.export(pack.id, destination)).rejects.toMatchObject({
      code: 'pack-empty',
    });
    expect(await readdir(destination)).toEqual([]);
  });

  it('can be listed, renamed and thrown away', async () => {
    const client = await openClient();
    const id = await makePack(client);
    await client.get('pack:revise', {
      id,
      content: { title: 'Renamed', coverNote: '', contact: '', items: [] },
    });
    expect(await client.get('pack:list', null)).toMatchObject([{ id, title: 'Renamed' }]);
    await client.get('pack:delete', { id });
    expect(await client.get('pack:list', null)).toEqual([]);
    expect(await client.ask('pack:check', { id })).toMatchObject({
      ok: false,
      error: { code: 'pack-not-found' },
    });
  });
});

describe('checking the archive', () => {
  it('finds nothing wrong with a fresh one', async () => {
    const client = await openClient();
    await makePack(client);
    await client.archive.save();
    const report = await client.get('archive:verify', null);
    expect(report).toMatchObject({
      what: 'archive',
      algorithm: 'sha256',
      problems: [],
    });
  });

  it('names what is missing, changed, or not of the archive', async () => {
    const { rm, writeFile } = await import('node:fs/promises');
    const client = await openClient();
    await makePack(client);
    const gone = await client.get('release:file', { content: content(), source: null });
    await client.archive.save();
    const [prefix = ''] = (await readdir(join(client.folder, 'photos'))).filter(
      (name) => name.length === 2,
    );
    const [photo = ''] = await readdir(join(client.folder, 'photos', prefix));
    await appendFile(join(client.folder, 'photos', prefix, photo), 'x');
    await rm(join(client.folder, 'releases', '2023-03', `${gone.id}.md`));
    await writeFile(join(client.folder, 'photos', 'stray.jpg'), 'x');
    const { problems } = await client.get('archive:verify', null);
    expect(problems.map(({ kind, path }) => [kind, path]).sort()).toEqual([
      ['changed', `photos/${prefix}/${photo}`],
      ['missing', `releases/2023-03/${gone.id}.md`],
      ['unknown', 'photos/stray.jpg'],
    ]);
  });

  it('stops when it is cancelled', async () => {
    const client = await openClient();
    await makePack(client);
    const checking = client.ask('archive:verify', null);
    await client.get('work:cancel', null);
    expect(await checking).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('releases that are put into a pack', () => {
  it('all stay, however many windows put some in at once', async () => {
    const client = await openClient();
    const { archive } = client;
    const get: typeof client.get = (channel, argument) => client.get(channel, argument);
    const file = async (headline: string): Promise<string> =>
      (await get('release:file', { content: content({ headline }), source: null })).id;
    const ids = [await file('One'), await file('Two'), await file('Three')];
    const pack = await get('pack:create', { title: 'P', coverNote: '', contact: '', items: [] });
    await Promise.all(
      ids.map((id) => get('pack:change-items', { id: pack.id, add: [id], remove: [] })),
    );
    const held = (): string[] => archive.packs.read(pack.id).items.map((item) => item.releaseId);
    expect(held()).toEqual(ids);
    const again = { id: pack.id, add: [...ids, ...ids], remove: [] };
    expect((await get('pack:change-items', again)).changed).toBe(0);
    const swap = { id: pack.id, add: [ids[0] ?? ''], remove: [ids[1] ?? ''] };
    expect((await get('pack:change-items', swap)).changed).toBe(1);
    expect(held()).toEqual([ids[0], ids[2]]);
    await get('undo:undo', null);
    expect(held()).toEqual(ids);
  });
});
