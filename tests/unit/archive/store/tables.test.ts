import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '../../../../src/archive/archive';
import { ArchiveStore } from '../../../../src/archive/store/archive-store';
import { bodyDigest } from '../../../../src/archive/store/body-file';
import type { ReleaseRecord, Step } from '../../../../src/archive/store/records';
import { ShardPlaces, shardBytes, shardCapacity } from '../../../../src/archive/store/shard-places';
import { content, institution } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

async function openStore(): Promise<ArchiveStore> {
  const folder = join(await tempFolder(), 'archive');
  await (await createArchive(folder, institution)).close();
  return ArchiveStore.open(folder);
}

function release(id: string, revision: number, month: string, body: string): ReleaseRecord {
  const { body: _body, ...rest } = content({ publicationDate: `${month}-01` });
  return {
    ...rest,
    id,
    revision,
    createdAt: '2023-01-01T00:00:00.000Z',
    modifiedAt: '2023-01-01T00:00:00.000Z',
    deletedAt: null,
    source: null,
    bodySha256: bodyDigest(body),
    excerpt: '',
  };
}

describe('the tables of an archive', () => {
  it('take the text of a release along when it gets another month without another text', async () => {
    const store = await openStore();
    const { folder } = store.layout;
    await store.transact('file', [
      { put: 'release', record: release('a', 1, '2023-03', 'Text'), body: 'Text' },
    ]);
    await store.save();
    await store.transact('move', [{ put: 'release', record: release('a', 2, '2020-07', 'Text') }]);
    expect(await store.readBody('a')).toBe('Text');
    await store.close();
    expect(await readdir(join(folder, 'releases', '2020-07'))).toEqual(['a.md']);
    expect(await readdir(join(folder, 'releases', '2023-03'))).toEqual([]);
    const reopened = await ArchiveStore.open(folder);
    expect(await reopened.readBody('a')).toBe('Text');
    await reopened.close();
  });

  it('take ten thousand releases as one change, in files of bounded size', async () => {
    const store = await openStore();
    const body = 'The laboratory opened on Thursday. '.repeat(40);
    const steps = Array.from({ length: 10_000 }, (_, number): Step => ({
      put: 'release',
      record: release(`r${number}`, 1, '2023-03', body),
      body,
    }));
    const began = performance.now();
    await store.transact('import', steps);
    const committed = performance.now();
    await store.close();
    const saved = performance.now();
    const { folder } = store.layout;
    const reopened = await ArchiveStore.open(folder);
    const opened = performance.now();
    expect(reopened.tables.releases.size).toBe(10_000);
    expect(await reopened.readBody('r9999')).toBe(body);
    await reopened.close();
    const names = (await readdir(join(folder, 'releases'))).filter((name) =>
      name.endsWith('.json'),
    );
    expect(names).toHaveLength(10_000 / shardCapacity);
    const times = [committed - began, saved - committed, opened - saved].map(Math.round);
    process.stdout.write(`10,000 releases: commit, save, open ${times.join(', ')} ms\n`);
  });

  it('begin a further shard when one is full of long records', () => {
    const places = new ShardPlaces();
    const long = shardBytes / 4;
    const names = Array.from({ length: 9 }, (_, number) => {
      const name = places.withRoom('2023-03', long);
      places.place(`r${number}`, name, long);
      return name;
    });
    expect(new Set(names)).toEqual(new Set(['2023-03/1', '2023-03/2', '2023-03/3']));
    places.remove('r0');
    expect(places.withRoom('2023-03', 10)).toBe('2023-03/1');
  });

  it('write each table file with a copy that is the same', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    await archive.releases.file(content(), null);
    await archive.partners.add({ name: 'M', aliases: [], kind: 'ngo', country: '', note: '' });
    await archive.close();
    for (const name of ['archive.json', 'partners.json', join('releases', '2023-03.json')]) {
      const copy = await readFile(join(folder, 'copies', name));
      expect(copy.equals(await readFile(join(folder, name)))).toBe(true);
    }
  });

  it('stay usable when archive.json and its copy are both damaged', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    const { id } = await archive.releases.file(content(), null);
    await archive.close();
    await writeFile(join(folder, 'archive.json'), 'x');
    await writeFile(join(folder, 'copies', 'archive.json'), 'x');
    const reopened = await openArchive(folder);
    expect(reopened.info().warnings).toHaveLength(1);
    expect((await reopened.releases.read(id)).release.body).toBe(content().body);
    await reopened.close();
    const again = await openArchive(folder);
    expect(again.info().warnings).toEqual([]);
    await again.close();
  });
});
