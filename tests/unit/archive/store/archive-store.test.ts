import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '../../../../src/archive/archive';
import { encodeChecked } from '../../../../src/archive/store/durable-json';
import { realFiles, type FileLayer } from '../../../../src/archive/store/file-layer';
import { shardCapacity } from '../../../../src/archive/store/shard-places';
import { content, institution } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await copyFile(source, target);
  }
}

describe('an archive on disk', () => {
  it('has a change in its journal when the promise resolves, before any other file has it', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    await archive.releases.file(content({ headline: 'Journalled' }), null);
    // what a power cut at this instant would leave
    const left = join(await tempFolder(), 'left');
    await copyFolder(folder, left);
    await rm(join(left, 'lock.json'));
    await archive.close();
    await expect(readdir(join(left, 'releases'))).rejects.toThrow();
    const reopened = await openArchive(left);
    const { hits } = await reopened.search.find({
      text: '',
      partnerIds: [],
      place: 'archive',
      year: null,
      sort: 'newest',
      offset: 0,
      limit: 10,
    });
    expect(hits.map((hit) => hit.release.headline)).toEqual(['Journalled']);
    await reopened.close();
  });

  it('is a plain folder after closing: a shard a month, a Markdown file a release, an empty journal', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    const dated = await archive.releases.file(content(), null);
    const undated = await archive.releases.file(content({ publicationDate: null }), null);
    await archive.close();
    expect((await readdir(join(folder, 'releases'))).sort()).toEqual([
      '2023-03',
      '2023-03.json',
      'undated',
      'undated.json',
    ]);
    expect(await readdir(join(folder, 'releases', 'undated'))).toEqual([`${undated.id}.md`]);
    const markdown = await readFile(join(folder, 'releases', '2023-03', `${dated.id}.md`), 'utf8');
    expect(markdown).toContain('headline: A tidal laboratory opens');
    expect(markdown).toContain('published: 2023-03-14');
    expect(markdown.endsWith(content().body)).toBe(true);
    expect(await readdir(folder)).not.toContain('lock.json');
    const journal = await readdir(join(folder, 'journal'));
    const sizes = await Promise.all(
      journal.map(async (name) => (await readFile(join(folder, 'journal', name))).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(0);
  });

  it('moves shard and Markdown file when a release gets another publication month', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    const release = await archive.releases.file(content(), null);
    await archive.save();
    await archive.releases.revise(release.id, 1, content({ publicationDate: '2019-12-31' }));
    await archive.close();
    expect(await readdir(join(folder, 'releases', '2019-12'))).toEqual([`${release.id}.md`]);
    expect(await readdir(join(folder, 'releases', '2023-03'))).toEqual([]);
    const reopened = await openArchive(folder);
    expect((await reopened.releases.read(release.id)).release).toMatchObject({
      publicationDate: '2019-12-31',
      body: content().body,
      revision: 2,
    });
    expect(reopened.info().counts).toMatchObject({
      releases: 1,
      years: [{ year: 2019, releases: 1 }],
    });
    await reopened.close();
  });

  it('goes on in a further shard when a month has more releases than one shard holds', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    const count = shardCapacity + 3;
    await Promise.all(
      Array.from({ length: count }, (_, number) =>
        archive.releases.file(content({ headline: `Release ${number}` }), null),
      ),
    );
    await archive.close();
    expect(await readdir(join(folder, 'releases'))).toEqual(
      expect.arrayContaining(['2023-03.json', '2023-03.2.json']),
    );
    const reopened = await openArchive(folder);
    expect(reopened.info().counts.releases).toBe(count);
    await reopened.close();
  });

  it('opens read-only for a second opener, who is told who has it', async () => {
    const folder = join(await tempFolder(), 'archive');
    const first = await createArchive(folder, institution);
    await first.releases.file(content(), null);
    const second = await openArchive(folder);
    expect(second.info().readOnly).toMatchObject({ why: 'locked' });
    expect(second.info().counts.releases).toBe(1);
    await expect(second.releases.file(content(), null)).rejects.toMatchObject({
      code: 'archive-read-only',
    });
    await second.close();
    await first.releases.file(content(), null);
    await first.close();
    const third = await openArchive(folder);
    expect(third.info().readOnly).toBeNull();
    expect(third.info().counts.releases).toBe(2);
    await third.close();
  });

  it('takes over the lock of a process that is gone', async () => {
    const folder = join(await tempFolder(), 'archive');
    await (await createArchive(folder, institution)).close();
    const { hostname } = await import('node:os');
    const gone = { host: hostname(), user: 'x', processId: 2 ** 22 + 7, since: '2020-01-01' };
    await writeFile(join(folder, 'lock.json'), JSON.stringify(gone));
    const archive = await openArchive(folder);
    expect(archive.info().readOnly).toBeNull();
    await archive.close();
  });

  it('opens an archive of a newer format for reading only, and says so', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    await archive.releases.file(content(), null);
    await archive.close();
    await writeFile(
      join(folder, 'archive.json'),
      encodeChecked({ format: 99, id: 'x', institution, createdAt: '2040-01-01T00:00:00Z' }),
    );
    const newer = await openArchive(folder);
    expect(newer.info().readOnly).toEqual({ why: 'newer-format', format: 99 });
    await expect(newer.releases.file(content(), null)).rejects.toMatchObject({
      code: 'archive-read-only',
    });
    await newer.close();
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  it('restores a damaged shard from its copy, keeps what was damaged and says so', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    const hit = await archive.releases.file(content({ publicationDate: '2020-05-01' }), null);
    const whole = await archive.releases.file(content({ publicationDate: '2021-06-01' }), null);
    await archive.close();
    await writeFile(join(folder, 'releases', '2020-05.json'), '{"checksum":"sha256:');
    const reopened = await openArchive(folder);
    expect(reopened.info().warnings).toHaveLength(1);
    expect(reopened.info().warnings[0]).toContain('releases/2020-05.json');
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1);
    expect((await reopened.releases.read(whole.id)).release.headline).toBe(whole.headline);
    expect((await reopened.releases.read(hit.id)).release.body).toBe(hit.body);
    await reopened.close();
    const again = await openArchive(folder);
    expect(again.info().warnings).toEqual([]);
    expect(again.info().counts.releases).toBe(2);
    await again.close();
  });

  it.each([
    ['a folder that is missing', 'missing', 'archive-missing'],
    ['a folder that is no archive', '.', 'archive-not-an-archive'],
    ['a file', 'file.txt', 'archive-not-an-archive'],
  ])('refuses %s in one plain sentence', async (_what, name, code) => {
    const parent = await tempFolder();
    await writeFile(join(parent, 'file.txt'), 'text');
    await expect(openArchive(join(parent, name))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^[^\n]+\.$/) as unknown,
    });
    expect(await readdir(parent)).toEqual(['file.txt']);
  });

  it('refuses to make an archive where files lie already', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'holiday.jpg'), 'x');
    await expect(createArchive(folder, institution)).rejects.toMatchObject({
      code: 'folder-not-empty',
    });
    expect(await readdir(folder)).toEqual(['holiday.jpg']);
  });

  it('refuses a change, and makes nothing anew, once its folder is gone', async () => {
    const parent = await tempFolder();
    const folder = join(parent, 'archive');
    const archive = await createArchive(folder, institution);
    await archive.releases.file(content(), null);
    await rm(folder, { recursive: true });
    await expect(archive.releases.file(content(), null)).rejects.toMatchObject({
      code: 'archive-missing',
    });
    expect(archive.info().counts.releases).toBe(1);
    await expect(archive.close()).rejects.toMatchObject({ code: 'archive-missing' });
    expect(await readdir(parent)).toEqual([]);
  });

  it('makes nothing anew where its folder goes between two files that are being saved', async () => {
    const parent = await tempFolder();
    const [folder, elsewhere] = [join(parent, 'archive'), join(parent, 'elsewhere')];
    await (await createArchive(folder, institution)).close();
    let unplugged = false;
    const files: FileLayer = {
      ...realFiles,
      rename: async (from, to) => {
        await realFiles.rename(from, to);
        // Its second copy is still to be written, into a folder that isn't made yet.
        if (to !== join(folder, 'history', 'undo.json')) return;
        unplugged = true;
      },
      open: async (path, flags) => {
        const handle = await realFiles.open(path, flags);
        if (!unplugged || path !== join(folder, 'history')) return handle;
        const close = async (): Promise<void> => {
          await handle.close();
          if (unplugged) await rename(folder, elsewhere);
          unplugged = false;
        };
        return {
          read: (into, at) => handle.read(into, at),
          writeFile: (data) => handle.writeFile(data),
          truncate: (length) => handle.truncate(length),
          datasync: () => handle.datasync(),
          sync: () => handle.sync(),
          close,
        };
      },
    };
    const archive = await openArchive(folder, {}, { files });
    await archive.releases.file(content(), null);
    await expect(archive.save()).rejects.toMatchObject({ code: 'archive-missing' });
    expect(await readdir(parent)).toEqual(['elsewhere']);
    await archive.close().catch(() => undefined);
    const found = await openArchive(elsewhere);
    expect(found.info().counts.releases).toBe(1);
    await found.close();
    expect(await readdir(parent)).toEqual(['elsewhere']);
  });
});
