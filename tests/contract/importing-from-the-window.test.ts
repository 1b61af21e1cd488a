import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultImportOptions } from '../../src/shared/importing';
import { openClient, type Client } from '../support/contract';
import { content } from '../support/samples';

const never = new AbortController().signal;

async function run(client: Client, path: string, isByItself = false) {
  return client.archive.imports.run({
    paths: [path],
    options: defaultImportOptions,
    signal: never,
    workingFolder: client.folder,
    dryRun: false,
    isByItself,
  });
}

/** Beside the archive: a folder with these files. */
async function folderWith(client: Client, files: Readonly<Record<string, string>>) {
  const folder = join(dirname(client.folder), 'incoming');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const quay = 'Quay opens\n\nNORTHQUAY, 3 May 2021 – The quay is open to everybody from today on.\n';

describe('the report of an import', () => {
  it('says why a file could not be read, with what a translated sentence needs', async () => {
    const client = await openClient();
    await run(client, await folderWith(client, { 'quay.txt': quay, 'empty.txt': '' }));
    const page = { offset: 0, limit: 10 };
    const { rows, total } = await client.get('import:rows', { ...page, result: 'failed' });
    expect(total).toBe(1);
    expect(rows[0]?.failure).toMatchObject({
      code: 'file-empty',
      details: { fileName: 'empty.txt' },
    });
    expect((await client.get('import:rows', { ...page, result: null })).total).toBe(2);
  });

  it('names what was dropped by its place in what was dropped', async () => {
    const client = await openClient();
    const batch = '0b7f8f52-2f3a-4c1c-9a53-6d2b7a1f0e11';
    const bytes = new TextEncoder().encode(quay);
    const given = { batch, path: 'May 2021/quay.txt', bytes };
    const { folder } = await client.get('import:give', given);
    expect(await run(client, folder)).toMatchObject({ filed: 1, outcome: 'done' });
    const { rows } = await client.get('import:rows', { offset: 0, limit: 10, result: null });
    expect(rows.map(({ path }) => path)).toEqual(['May 2021/quay.txt']);
  });

  it('stays what it was where a watched folder brings something', async () => {
    const client = await openClient();
    const folder = await folderWith(client, { 'a/quay.txt': quay });
    await run(client, join(folder, 'a'));
    const before = await client.get('import:state', null);
    await folderWith(client, { 'b/pier.txt': quay.replaceAll('uay', 'uarry') });
    expect(await run(client, join(folder, 'b'), true)).toMatchObject({ outcome: 'done' });
    expect(await client.get('import:state', null)).toEqual(before);
    const { rows } = await client.get('import:rows', { offset: 0, limit: 10, result: null });
    expect(rows.map(({ headline }) => headline)).toEqual(['Quay opens']);
  });
});

describe('a watched folder', () => {
  it('is kept with the archive, and none before somebody chooses one', async () => {
    const client = await openClient();
    const nothing = { watched: null, isMissing: false };
    expect(await client.get('watch:state', null)).toEqual(nothing);
    // A page can't name a folder; without one there is nothing to change.
    expect(await client.get('watch:change', { status: 'draft' })).toEqual(nothing);
    const folder = await folderWith(client, { 'quay.txt': quay });
    await client.archive.watch.change({ folder, status: 'filed' });
    expect(await client.get('watch:change', { status: 'draft' })).toEqual({
      watched: { folder, status: 'draft' },
      isMissing: false,
    });
    expect(await client.get('watch:change', { status: null })).toEqual(nothing);
  });

  it('lies outside the archive', async () => {
    const client = await openClient();
    const inside = { folder: join(client.folder, 'photos'), status: 'filed' } as const;
    await expect(client.archive.watch.change(inside)).rejects.toMatchObject({
      code: 'folder-inside-archive',
    });
  });
});

describe('what a form holds', () => {
  it('is compared with a release before it is filed', async () => {
    const client = await openClient();
    const there = content({ headline: 'The tidal tank opens' });
    const { id } = await client.get('release:file', { content: there, source: null });
    const comparison = await client.get('release:compare-unfiled', {
      id,
      content: content({ headline: ' The tidal tank  closes' }),
    });
    expect(comparison.left.headline).toBe('The tidal tank opens');
    expect(comparison.right.headline).toBe('The tidal tank closes');
    expect(comparison.fields.find(({ field }) => field === 'headline')).toMatchObject({
      how: 'marked',
    });
    expect(comparison.fields.find(({ field }) => field === 'body')).toMatchObject({ how: 'same' });
    expect((await client.get('archive:verify', null)).problems).toEqual([]);
  });
});

describe('releases of a story', () => {
  it('say in a list that they tell one', async () => {
    const client = await openClient();
    const file = (change: Parameters<typeof content>[0]) =>
      client.get('release:file', { content: content(change), source: null });
    const [en, zh] = [await file({ language: 'en' }), await file({ language: 'zh' })];
    await client.get('story:link', { ids: [en.id, zh.id] });
    const page = await client.get('release:find', {
      text: '',
      partnerIds: [],
      place: 'archive',
      year: null,
      sort: 'newest',
      offset: 0,
      limit: 10,
    });
    expect(page.hits.map(({ release }) => release.isInStory)).toEqual([true, true]);
  });
});
